/** What the server knows of a session. The board's content is not here; secrets are. */
import type { Ballots } from './ballot.ts'
import type { Lead, Vacancy } from './chair.ts'
import type { Draft } from './draft.ts'
import type { Given, Scale } from './estimate.ts'
import type { DotRules, Format } from './format.ts'
import type { BroughtBack, HistoryPoint } from './history-point.ts'
import type { Person, Role } from './person.ts'
import type { Plan } from './plan.ts'
import type { Option } from './poll.ts'
import type { Queue } from './queue.ts'
import type { Thumb } from './thumb.ts'
import type { Timer } from './timer.ts'

export const SCHEMA = 1

/** A card that is set aside: its words wait here, since the document has them no more. */
export interface Aside {
  text: string
  /** Who signed it; null on cards without a name, whose author is in `authors` until the close. */
  by: string | null
  at: number
  /** Its author has found other words. */
  reworded: boolean
}

export type Status = 'setup' | 'lobby' | 'running' | 'paused' | 'closed'

export interface Step {
  title: string
  minutes: number
  /** Minutes spent so far, to a tenth. */
  used: number
  skipped: boolean
  order: number
}

export interface DotRound {
  is: 'open' | 'closed'
  kind: 'dots'
  section: string
  rules: DotRules
  /** The only ones that dots go to; absent: everything in the section. */
  targets?: readonly string[]
  /** What can be answered, where it is a poll: one's dot goes to one of these, and moves to another. */
  options?: readonly Option[]
  /** How many counted when a poll closed, whether they had answered or not. */
  of?: number
  /** The clock that this round interrupted, put back at its close. */
  clock?: Timer
  ballots: Ballots
  /** Dots by target, written at close. */
  result?: Readonly<Record<string, number>>
  openedAt: number
}

export interface EstimateRound {
  is: 'open' | 'closed'
  kind: 'estimates'
  /** A matrix; `of` is the section whose lanes are estimated. */
  section: string
  of: string
  axes: readonly string[]
  scale: Scale
  /** By target, then by person. */
  answers: Readonly<Record<string, Readonly<Record<string, Given>>>>
  /** Targets that somebody has to answer to be in: those with cards, where there are any. Absent: all. */
  asked?: readonly string[]
  /** Agreed numbers by target, then by axis. */
  agreed: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Targets whose numbers everybody sees. */
  revealed: readonly string[]
  openedAt: number
}

export type Round = DotRound | EstimateRound

/** What a link opens: the host link stays, a device link works once and for a while, `test` makes one test seat. */
export type LinkKey =
  { is: 'host' } | { is: 'test'; until: number } | { is: 'device'; person: string; until: number }

/** Who moved a card last, and when. */
export interface Moved {
  by: string
  at: number
}

/** What was agreed. */
export interface Decision {
  text: string
  /** The topic it was agreed on, or null. */
  from: string | null
  /** Server time. */
  at: number
  /** Taken off the list; kept so that it can come back. */
  removed: boolean
}

export interface DoorRequest {
  /** Server time of the asking. */
  at: number
  name: string
  role: Role
  /** The away person whose name was given, who may come back as themselves. */
  back: string | null
  is: 'asked' | 'admitted' | 'refused'
}

export interface SessionState {
  readonly schema: typeof SCHEMA
  readonly id: string
  readonly title: string
  /** A copy: a later version of the product does not change a running session. */
  readonly format: Format
  readonly status: Status
  readonly joinCode: string
  /** The door: newcomers have to ask. */
  readonly locked: boolean
  readonly anonymous: boolean
  readonly createdAt: number
  readonly closedAt: number | null
  /** `from` is the phase before this one, for the 2 s in which its late edits are still taken. */
  readonly phase: { id: string; since: number; from: string | null } | null
  readonly steps: Readonly<Record<string, Step>>
  readonly timer: Timer
  /** Index of the prompt of this phase that is shown to everyone. */
  readonly prompt: number | null
  readonly people: Readonly<Record<string, Person>>
  /** When the session should end by the minutes it began with; absent before the start. Server time. */
  readonly endsBy?: number | null
  /** While no facilitator is connected and somebody else is. */
  readonly vacancy?: Vacancy | null
  /** Who has led from when on. */
  readonly leads?: readonly Lead[]
  /** The last time everybody was brought to where the session is, in this phase. */
  readonly gather?: { at: number; by: string } | null
  /** Who asks for more time in this phase. Secret: only their number is told, to facilitators. */
  readonly moreTime?: readonly string[]
  /** Hash of a token -> person. */
  readonly tokens: Readonly<Record<string, string>>
  /** Hash of a link's secret -> what it opens. */
  readonly keys: Readonly<Record<string, LinkKey>>
  readonly door: Readonly<Record<string, DoorRequest>>
  readonly ready: Readonly<Record<string, true>>
  /** Raised hands, first come first. */
  readonly hands: readonly string[]
  /** `by` locked them. */
  readonly cardsLocked: { on: boolean; since: number; by?: string }
  /** Announced: at `at` the done drafts of `section` are poured, and then the phase `then` is entered. */
  readonly reveal: { at: number; section: string; then: string | null } | null
  /** Sections whose drafts have been poured at least once. */
  readonly poured: readonly string[]
  readonly drafts: Readonly<Record<string, Draft>>
  /** Draft -> card, so that a draft is never poured twice. Secret; erased at close. */
  readonly pours: Readonly<Record<string, string>>
  /** The total as last published, and when the next one is due; released in batches. */
  readonly draftCount: {
    shown: number
    due: number | null
    /** From so few people that somebody could guess whose a card is. */
    few?: boolean | undefined
  }
  /** Card without a name -> its author. Secret; erased at close. */
  readonly authors: Readonly<Record<string, string>>
  /** The card on show. */
  readonly show: string | null
  /** Cards set aside, with the words that left the document. */
  readonly aside: Readonly<Record<string, Aside>>
  /** Card -> when it was last set aside, by the clock of the points there were: they have no words of it. */
  readonly asideAt?: Readonly<Record<string, number>>
  /** Points of the history that are kept, oldest first. */
  readonly points?: readonly HistoryPoint[]
  readonly broughtBack?: BroughtBack | null
  /** Cards that a facilitator removed who had not written them: their authors do not bring them back. */
  readonly taken?: Readonly<Record<string, true>>
  /** Card -> who moved it last, and when; only where cards carry names. Erased at close. */
  readonly moved?: Readonly<Record<string, Moved>>
  /** Cards each person may write in a section, once a facilitator has said so; see `cardsEach` in `draft.ts`. */
  readonly cardsEach: { each: number | null } | null
  /** What was decided before the session. */
  readonly plan: Plan
  readonly rounds: Readonly<Record<string, Round>>
  readonly queue: Queue
  /** "Keep going?" for the topic whose time is up, by person. Secret; only counts are told. */
  readonly thumbs: Readonly<Record<string, Thumb>>
  readonly decisions: Readonly<Record<string, Decision>>
  /** Who sends the notes round; when the risks are looked at again, as written and as days of the calendar. */
  readonly notes: { by: string | null; checkIns: string; checkInDates?: readonly string[] }
  /** Since when nobody has been connected while the session runs. Absent: somebody is. */
  readonly emptySince?: number | undefined
  /** Begun for one person alone; see `isSolo` in `solo.ts`. */
  readonly solo?: boolean
}
