/** Holds what people were told against what is on the disk, record by record; one for each session. */
import { apply } from '@plenary/shared/apply'
import { createBoard } from '@plenary/shared/board'
import { upgraded } from '@plenary/shared/fresh-session'
import { mineOf } from '@plenary/shared/mine'
import type { SessionState } from '@plenary/shared/session'
import * as Y from 'yjs'
import type { OnDisk, Written } from './journal.ts'
import { RefusedWords } from './refused-words.ts'
import { VoteBook } from './vote-book.ts'
import type { Evidence } from './witness.ts'
import { canonical, missingIn } from './witness.ts'

/** How often something was compared, so that a run that compared nothing is seen. */
export interface Compared {
  records: number
  answers: number
  updates: number
  saved: number
  mines: number
  seats: number
  people: number
  documents: number
  /** Pieces of text that the rules refused, of each of which somebody must have been told. */
  refused: number
  /** Records that the journal had cut before they were read, and what could not be judged without them. */
  unread: number
  unjudged: number
}

export const nothingCompared = (): Compared => ({
  records: 0,
  answers: 0,
  updates: 0,
  saved: 0,
  mines: 0,
  seats: 0,
  people: 0,
  documents: 0,
  refused: 0,
  unread: 0,
  unjudged: 0,
})

/** A page's document, which must hold of others only what is on the disk. */
export interface SeenDocument {
  person: string
  doc: Y.Doc
}

export function plainOf(doc: Y.Doc): string {
  return canonical({
    cards: doc.getMap('cards').toJSON(),
    session: doc.getMap('session').toJSON(),
  })
}

export class Account {
  /** The last record that was read. */
  seq = 0
  private epoch = 0
  private state: SessionState | null = null
  /** The states since the reading before the last one: the line may bring now what was told in them. */
  private passed: (SessionState | null)[] = []
  private board = createBoard()
  private votes = new VoteBook()
  private readonly refused = new RefusedWords()
  private readonly answers = new Map<string, string>()
  private readonly session: string
  private readonly asked: ReadonlyMap<string, string>
  private readonly compared: Compared

  constructor(session: string, asked: ReadonlyMap<string, string>, compared: Compared) {
    this.session = session
    this.asked = asked
    this.compared = compared
  }

  /** Everything that is wrong, in words; nothing where all that was told is kept. */
  check(disk: OnDisk, evidence: Evidence, documents: readonly SeenDocument[]): string[] {
    const wrong: string[] = []
    const say = (what: string): void => void wrong.push(`session ${this.session}: ${what}`)
    const epochBefore = this.epoch
    const views = new Views(evidence.mines, this.passed)
    this.passed = [this.state]
    const whole = this.read(disk, views, say)
    const { memory } = disk
    const { compared } = this
    const sameEpoch = epochBefore === 0 || epochBefore === memory.epoch
    const inEpoch = (told: number): boolean => (sameEpoch && told === 0) || told === memory.epoch

    if (canonical(this.state) !== canonical(memory.state))
      say(`the state from the snapshot is not the fold of the journal at ${memory.seq}`)
    if (plainOf(this.board) !== plainOf(memory.doc))
      say(`the board from the snapshot is not the replay of the journal at ${memory.seq}`)
    for (const { person, id, body } of evidence.answers) {
      const given = memory.answers.given(person, id)
      const kept = this.answers.get(`${person} ${id}`) ?? (given === null ? null : canonical(given))
      compared.answers++
      if (kept === null) {
        if (memory.state?.status === 'closed') compared.unjudged++
        else say(`the answer ${body} to ${this.typeOf(person, id)} is not on disk`)
      } else if (kept !== body) say(`answered ${body} to ${id}, on disk is ${kept}`)
    }
    for (const { update, epoch, by } of evidence.heard.values()) {
      if (!inEpoch(epoch)) {
        compared.unjudged++
        continue
      }
      compared.updates++
      const missing = missingIn(memory.doc, update)
      if (missing !== '') say(`${by} has seen what is not on disk: ${missing}`)
    }
    const refusedBefore = this.refused.count
    for (const one of evidence.saved) {
      const { person, epoch, update, deletes } = one
      if (!inEpoch(epoch)) {
        compared.unjudged++
        continue
      }
      compared.saved++
      const missing = missingIn(memory.doc, update, deletes)
      if (missing !== '') say(`${person} was told "saved" of what is not on disk: ${missing}`)
      this.refused.saved(one, evidence.erased)
    }
    compared.refused += this.refused.count - refusedBefore
    compared.mines += views.all
    if (whole) for (const view of views.left()) say(`a private view that never was: ${view}`)
    else compared.unjudged += views.left().length
    if (sameEpoch) {
      const seats = new Map(memory.seats.rows().map(({ clientId, person }) => [clientId, person]))
      for (const [seat, person] of evidence.seats) {
        compared.seats++
        if (seats.get(seat) !== person) say(`seat ${seat} of ${person} is not on disk`)
      }
    }
    for (const [id, name] of evidence.joined) {
      compared.people++
      if (memory.state?.people[id] === undefined) say(`${name} was let in and is not on disk`)
    }
    if (evidence.boardSeq > memory.boardSeq)
      say(`change ${evidence.boardSeq} was spoken of, on disk are ${memory.boardSeq}`)
    if (sameEpoch)
      for (const { person, doc } of documents) {
        compared.documents++
        const theirs = Y.decodeStateVector(Y.encodeStateVector(doc))
        for (const [client, clock] of theirs)
          if (client !== doc.clientID && clock > Y.getState(memory.doc.store, client))
            say(`${person} holds changes of ${client} up to ${clock} that are not on disk`)
      }
    return wrong
  }

  /** Once all is quiet: words that were refused without anybody being told. `told`: texts that a person was shown. */
  lost(told: (person: string) => Iterable<string>): string[] {
    return this.refused.lost(told).map((what) => `session ${this.session}: ${what}`)
  }

  private typeOf(person: string, id: string): string {
    return this.asked.get(`${person} ${id}`) ?? id
  }

  /** Reads on in the journal. False where a part of it was cut before it could be read. */
  private read({ memory, records }: OnDisk, views: Views, say: (what: string) => void): boolean {
    for (const record of records) {
      if (record.seq !== this.seq + 1) break
      this.compared.records++
      this.seq = record.seq
      this.fold(record, say)
      if (record.events.length > 0) this.pass(views)
    }
    const whole = this.seq >= memory.seq && !this.begunAnew(records)
    if (!whole) {
      this.compared.unread += memory.seq - this.seq
      this.state = memory.state
      this.votes.takeUp(memory.state?.rounds ?? {})
      this.board = createBoard()
      Y.applyUpdate(this.board, Y.encodeStateAsUpdate(memory.doc))
      this.pass(views)
    }
    this.seq = memory.seq
    this.epoch = memory.epoch
    return whole
  }

  private pass(views: Views): void {
    this.passed.push(this.state)
    views.pass(this.state)
  }

  private begunAnew(records: readonly Written[]): boolean {
    return records.some(({ events }) =>
      events.some(({ is }) => is === 'session.cleared' || is === 'board.rebuilt'),
    )
  }

  private fold(record: Written, say: (what: string) => void): void {
    const { seq, events, answers, board } = record
    this.refused.fold(record)
    if (board !== null) Y.applyUpdate(this.board, board)
    const dots = new Map<string, number>()
    for (const event of events) {
      const before = event.is === 'dots.set' ? this.dotsOf(event) : 0
      if (event.is === 'session.made') this.state = upgraded(event.state)
      else if (this.state !== null) this.state = apply(this.state, event)
      const limit = this.votes.takes(event)
      if (limit !== '') say(`record ${seq}: ${limit}`)
      if (event.is === 'dots.set' && event.dots > before)
        dots.set(event.person, (dots.get(event.person) ?? 0) + event.dots - before)
    }
    for (const { person, id, answer } of answers) {
      const key = `${person} ${id}`
      if (this.answers.has(key)) say(`record ${seq}: the command ${id} counted twice`)
      this.answers.set(key, canonical(answer))
      if (answer.ok && this.typeOf(person, id) === 'dot.add')
        dots.set(person, (dots.get(person) ?? 0) - 1)
    }
    for (const [person, more] of dots)
      if (more > 0) say(`record ${seq}: ${more} dots of ${person} that nobody asked for`)
  }

  private dotsOf({
    round,
    person,
    target,
  }: {
    round: string
    person: string
    target: string
  }): number {
    const known = this.state?.rounds[round]
    return known?.kind === 'dots' ? (known.ballots[person]?.[target] ?? 0) : 0
  }
}

/** Private views that people were told, until the journal comes to a state in which they were true. */
class Views {
  private readonly open: Map<string, Set<string>>
  /** How many there were. */
  readonly all: number

  constructor(
    told: ReadonlyMap<string, ReadonlySet<string>>,
    before: readonly (SessionState | null)[],
  ) {
    this.open = new Map([...told].map(([person, views]) => [person, new Set(views)]))
    this.all = [...told.values()].reduce((sum, { size }) => sum + size, 0)
    for (const state of before) this.pass(state)
  }

  pass(state: SessionState | null): void {
    if (state === null) return
    for (const [person, views] of this.open) {
      if (state.people[person] === undefined) continue
      views.delete(canonical(mineOf(state, person)))
      if (views.size === 0) this.open.delete(person)
    }
  }

  left(): string[] {
    return [...this.open].flatMap(([person, views]) =>
      [...views].map((view) => `${person} ${view.slice(0, 300)}`),
    )
  }
}
