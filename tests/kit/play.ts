/** A session played by the rules alone: decide, apply, a real board document, and a clock moved by hand. */
import { admit, makeSession } from '@plenary/shared/admission'
import { apply } from '@plenary/shared/apply'
import { boardReader, createBoard, makeEdit } from '@plenary/shared/board'
import type { Command } from '@plenary/shared/command'
import { decide } from '@plenary/shared/decide'
import type { Accepted, Context, Decided, Dice, Limits } from '@plenary/shared/decision'
import { fallDue, nextDue } from '@plenary/shared/due'
import type { BoardReader, Entry } from '@plenary/shared/entry'
import { placeAt } from '@plenary/shared/entry'
import type { Event } from '@plenary/shared/event'
import type { Format } from '@plenary/shared/format'
import { FORMATS } from '@plenary/shared/formats/catalog'
import { must } from '@plenary/shared/must'
import { keysAfter } from '@plenary/shared/order'
import type { Past } from '@plenary/shared/past'
import { pastOf } from '@plenary/shared/past'
import type { Person } from '@plenary/shared/person'
import type { SessionState } from '@plenary/shared/session'
import type * as Y from 'yjs'

export const START = 1_000_000

export interface Play {
  readonly doc: Y.Doc
  readonly board: BoardReader
  readonly dice: Dice
  /** As it was made, before any event. */
  readonly first: SessionState
  /** Everything that has happened, in order. */
  readonly events: readonly Event[]
  state(): SessionState
  now(): number
  person(name: string): Person
  does(name: string, command: Command): Decided
  /** Like `does`, for what must be allowed on the way to what is tested. */
  did(name: string, command: Command): Accepted
  happened(...events: Event[]): void
  /** Time goes by, and what is due happens. */
  passes(ms: number): void
  /** Somebody whose name nobody here has, asks at a locked door; returns the request. */
  asksAtDoor(name: string): string
  /** The newest round of the kind. */
  round(kind: 'dots' | 'estimates'): string
  lanes(): Entry[]
  card(text: string): Entry
  /** What a point of the history holds, as the store would have it. */
  past(point: string): Past | null
}

export interface Playing {
  format: Format
  setup?: boolean
  limits?: Limits
  observers?: readonly string[]
  participants?: readonly string[]
}

export function formatNamed(id: string): Format {
  return must(
    FORMATS.find((format) => format.id === id),
    `format ${id}`,
  )
}

/** Ids in the order they were thrown; a shuffle turns the list around. */
export function countingDice(): Dice {
  let thrown = 0
  return {
    id: () => `id${++thrown}`.padEnd(22, '-'),
    shuffle: (items) => items.toReversed(),
  }
}

/** Fay leads; the others come in by the door. */
export function play({
  format,
  setup = false,
  limits = { cards: 1_000, people: 100 },
  participants = ['Ann', 'Ben', 'Cem'],
  observers = ['Obi'],
}: Playing): Play {
  const dice = countingDice()
  const doc = createBoard()
  const board = boardReader(doc)
  const made = must(
    makeSession({
      id: 'session',
      title: 'A test',
      format,
      name: 'Fay',
      joinCode: '123456789',
      setup: setup ? {} : null,
      token: 'token-of-Fay',
      hostKey: 'host-key',
      now: START,
      dice,
    }),
    'the session',
  )
  const first = made.state
  let state = first
  let now = START
  const events: Event[] = []

  const happened = (...more: Event[]): void => {
    for (const event of more) {
      events.push(event)
      state = apply(state, event)
    }
  }
  const pasts = new Map<string, Past>()
  const keepPoints = (more: readonly Event[]): void => {
    for (const event of more)
      if (event.is === 'point.taken') pasts.set(event.point.id, pastOf(board, state))
  }
  const enact = ({ events: more, edits }: Pick<Accepted, 'events' | 'edits'>): void => {
    const goesBack = more.some(({ is }) => is === 'board.brought-back')
    if (goesBack) keepPoints(more)
    happened(...more)
    doc.transact(() => edits.forEach((edit) => makeEdit(doc, edit)), { by: 'play' })
    if (!goesBack) keepPoints(more)
  }
  const past = (point: string): Past | null => pasts.get(point) ?? null
  const context = (person: Person): Context => ({ person, now, dice, board, limits, past })
  const personNamed = (name: string): Person =>
    must(
      Object.values(state.people).find((person) => person.name === name),
      name,
    )

  for (const section of format.sections) {
    if (section.kind !== 'columns') continue
    const keys = keysAfter(null, section.lanes.length)
    const edits = section.lanes.map((text, index) => ({
      do: 'put' as const,
      id: dice.id(),
      kind: 'lane' as const,
      text,
      place: placeAt(section.id, must(keys[index], 'a key')),
    }))
    enact({ events: [], edits })
  }
  for (const name of [...participants, ...observers]) {
    const person: Person = {
      id: dice.id(),
      name,
      role: observers.includes(name) ? 'observer' : 'participant',
      colour: 1,
      takesPart: !observers.includes(name),
      left: false,
      away: false,
    }
    happened({ is: 'person.joined', person, token: `token-of-${name}` })
  }

  const does = (name: string, command: Command): Decided => {
    const decision = decide(state, command, context(personNamed(name)))
    if (decision.ok) enact(decision)
    return decision
  }

  return {
    doc,
    board,
    dice,
    first,
    events,
    state: () => state,
    now: () => now,
    person: personNamed,
    does,
    did(name, command) {
      const decision = does(name, command)
      if (!decision.ok) throw new Error(`${name} may not ${command.type}: ${decision.reason}`)
      return decision
    },
    happened,
    passes(ms) {
      const until = now + ms
      for (;;) {
        const due = nextDue(state)
        if (due === null || due > until) break
        now = Math.max(now, due)
        enact(fallDue(state, { now, dice, board, limits }))
      }
      now = until
    },
    asksAtDoor(name) {
      happened({ is: 'door.locked', locked: true })
      const coming = { token: 'token', dropped: new Set<string>(), now, dice, limits }
      const asked = admit(state, { name, role: 'participant' }, coming)
      if (asked.is !== 'asked') throw new Error('the door is open')
      happened(...asked.events)
      return asked.request
    },
    round(kind) {
      const rounds = Object.entries(state.rounds).filter(([, round]) => round.kind === kind)
      return must(rounds.at(-1), `a round of ${kind}`)[0]
    },
    lanes: () => [...board.entries()].filter((entry) => entry.kind === 'lane' && !entry.removed),
    card: (text) =>
      must(
        [...board.entries()].find((entry) => entry.text === text),
        `card ${text}`,
      ),
    past,
  }
}
