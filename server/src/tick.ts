/** One tick of a room: everything that has arrived, judged and applied in one Yjs transaction, yields one record. */
import { apply } from '@plenary/shared/apply'
import { makeEdit, sessionOf } from '@plenary/shared/board'
import type { Accepted, Context, Limits } from '@plenary/shared/decision'
import type { Event } from '@plenary/shared/event'
import { must } from '@plenary/shared/must'
import type { Past } from '@plenary/shared/past'
import { pastOf } from '@plenary/shared/past'
import { publish } from '@plenary/shared/published'
import type { SessionState } from '@plenary/shared/session'
import type * as Y from 'yjs'
import { dice } from './dice.ts'
import type { PointsChange } from './history.ts'
import type { Memory } from './memory.ts'
import { writeFacts } from './publish.ts'
import type { AnswerRow, RoomRecord, SeatRow } from './record.ts'

export interface TickResult {
  /** null when nothing changed that a restart must know. */
  record: RoomRecord | null
  events: readonly Event[]
  stateChanged: boolean
  /** Null when no point came or went. */
  points: PointsChange | null
}

export class Tick {
  readonly now: number
  readonly memory: Memory
  readonly limits: Limits
  /** The open transaction; inputs are handled inside it. */
  readonly transaction: Y.Transaction
  private readonly events: Event[] = []
  private readonly answers: AnswerRow[] = []
  private readonly seats: SeatRow[] = []
  private readonly pasts: { id: string; past: Past }[] = []
  /** Points there were before. */
  private readonly points: readonly string[]

  constructor(memory: Memory, transaction: Y.Transaction, now: number, limits: Limits) {
    this.memory = memory
    this.transaction = transaction
    this.now = now
    this.limits = limits
    this.points = pointsOf(memory)
  }

  get state(): SessionState {
    return must(this.memory.state, 'the session')
  }

  /** What a decision is given beside the state and the command. */
  context(person: Context['person']): Context {
    const { board, past } = this.memory
    return {
      person,
      now: this.now,
      dice,
      board,
      limits: this.limits,
      past: (point) => past.get(point) ?? null,
    }
  }

  /** How many events there have been, to ask for those {@link since}. */
  get count(): number {
    return this.events.length
  }

  since(count: number): readonly Event[] {
    return this.events.slice(count)
  }

  happened(...events: readonly Event[]): void {
    for (const event of events) {
      this.events.push(event)
      this.memory.state = event.is === 'session.made' ? event.state : apply(this.state, event)
    }
  }

  /** Takes a decision: its events are folded, its edits written under the server's id. */
  enact({ events, edits }: Pick<Accepted, 'events' | 'edits'>): void {
    const goesBack = events.some(({ is }) => is === 'board.brought-back')
    if (goesBack) this.keepPoints(events)
    this.happened(...events)
    for (const edit of edits) makeEdit(this.memory.doc, edit)
    if (!goesBack) this.keepPoints(events)
  }

  private keepPoints(events: readonly Event[]): void {
    for (const event of events)
      if (event.is === 'point.taken')
        this.pasts.push({ id: event.point.id, past: pastOf(this.memory.board, this.state) })
  }

  answered(row: AnswerRow): void {
    this.memory.answers.keep(row)
    this.answers.push(row)
  }

  seated(row: SeatRow): void {
    this.seats.push(row)
  }

  /** Brings the published facts up to date; the last thing inside the transaction. `anyway`: also without events. */
  settle(anyway: boolean): void {
    if (this.memory.state === null || (this.events.length === 0 && !anyway)) return
    const facts = publish(this.state, this.memory.epoch)
    writeFacts(sessionOf(this.memory.doc), this.memory.published, facts)
    this.memory.published = facts
  }

  result(board: Uint8Array | null): TickResult {
    const { events, answers, seats, memory, now } = this
    const empty =
      board === null && events.length === 0 && answers.length === 0 && seats.length === 0
    const record = empty
      ? null
      : { at: now, server: memory.doc.clientID, events, answers, seats, board }
    return { record, events, stateChanged: events.length > 0, points: this.changedPoints() }
  }

  private changedPoints(): PointsChange | null {
    const now = new Set(pointsOf(this.memory))
    const taken = this.pasts.filter(({ id }) => now.has(id))
    const dropped = this.points.filter((id) => !now.has(id))
    return taken.length === 0 && dropped.length === 0 ? null : { taken, dropped }
  }
}

function pointsOf({ state }: Memory): string[] {
  return state?.points?.map(({ id }) => id) ?? []
}
