/** What a decision is given and what it yields. */
import type { Edit } from './edit.ts'
import type { BoardReader } from './entry.ts'
import type { Event } from './event.ts'
import type { Json } from './json.ts'
import type { Past } from './past.ts'
import type { Person } from './person.ts'
import type { Refusal } from './refusal.ts'

/** Chance as a value: `shared/` has no dice of its own. */
export interface Dice {
  /** A fresh id of 22 characters of base64url. */
  id(): string
  shuffle<T>(items: readonly T[]): T[]
}

export interface Limits {
  cards: number
  people: number
}

export interface Context {
  person: Person
  /** Server time, epoch ms. */
  now: number
  dice: Dice
  board: BoardReader
  limits: Limits
  /** What a point of the history holds; null where it cannot be read. */
  past?: (point: string) => Past | null
}

/** What a command comes to that is taken. */
export interface Accepted {
  ok: true
  events: Event[]
  edits: Edit[]
  /** Goes into the answer beside `ok`. */
  answer: Readonly<Record<string, Json>>
}

export type Decided = Accepted | { ok: false; reason: Refusal }

export function decided(
  events: Event[],
  edits: Edit[] = [],
  answer: Readonly<Record<string, Json>> = {},
): Accepted {
  return { ok: true, events, edits, answer }
}

export function refuse(reason: Refusal): Decided {
  return { ok: false, reason }
}
