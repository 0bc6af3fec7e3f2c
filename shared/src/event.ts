/** What has happened. Events are journaled; replay folds them and never decides again. */
import type { Lead, Offer } from './chair.ts'
import type { Draft } from './draft.ts'
import type { Given } from './estimate.ts'
import type { DotRules, Phase } from './format.ts'
import type { BroughtBack, HistoryPoint } from './history-point.ts'
import type { Person, Role } from './person.ts'
import type { Plan } from './plan.ts'
import type { Queue } from './queue.ts'
import type { Decision, DoorRequest, LinkKey, Round, SessionState, Step } from './session.ts'
import type { Thumb } from './thumb.ts'
import type { Timer } from './timer.ts'

export type Event =
  | { is: 'session.made'; state: SessionState }
  | { is: 'session.set-up'; anonymous: boolean; person: string; takesPart: boolean }
  | { is: 'session.opened' }
  | {
      is: 'session.solo'
      person: string
      /** All of them, in their order. */
      phases: readonly Phase[]
      steps: Readonly<Record<string, Step>>
    }
  | { is: 'session.cleared' }
  | { is: 'plan.set'; plan: Plan }
  | { is: 'session.renamed'; title: string }
  | { is: 'door.locked'; locked: boolean }
  | { is: 'cards.locked'; locked: boolean; at: number; by?: string }
  | { is: 'session.closed'; at: number; steps: Readonly<Record<string, Step>> }
  | { is: 'session.paused'; steps: Readonly<Record<string, Step>> }
  | { is: 'session.reopened'; at: number }
  /** The last thing that happens in it: everything is erased in place of being journaled. */
  | { is: 'session.deleted' }
  | { is: 'person.joined'; person: Person; token: string }
  | { is: 'token.given'; person: string; token: string }
  | { is: 'person.renamed'; person: string; name: string }
  | { is: 'person.removed'; person: string }
  | { is: 'person.role'; person: string; role: Role; takesPart: boolean }
  | { is: 'person.away'; person: string; away: boolean }
  | { is: 'chair.emptied'; by: string; at: number }
  | { is: 'chair.offered'; to: Offer }
  | { is: 'chair.filled' }
  | ({ is: 'chair.given' } & Lead)
  | { is: 'standin.set'; person: string | null }
  | { is: 'key.made'; hash: string; key: LinkKey }
  | { is: 'key.used'; hash: string }
  | { is: 'door.asked'; request: string; ask: DoorRequest }
  | { is: 'door.answered'; request: string; admit: boolean }
  | { is: 'door.done'; request: string }
  | { is: 'phase.entered'; phase: string; at: number; steps: Readonly<Record<string, Step>> }
  | {
      is: 'agenda.set'
      /** All of them, in their order. */
      phases: readonly Phase[]
      steps: Readonly<Record<string, Step>>
    }
  | { is: 'timer.set'; timer: Timer }
  | { is: 'prompt.set'; prompt: number | null }
  | { is: 'gathered'; by: string; at: number }
  | { is: 'time.asked'; person: string }
  | { is: 'time.answered' }
  | { is: 'ready.set'; person: string; on: boolean }
  | { is: 'hand.set'; person: string; up: boolean }
  | { is: 'draft.kept'; draft: Draft }
  | { is: 'draft.removed'; draft: string; owner: string }
  | { is: 'drafts.asked'; drafts: readonly string[] }
  | { is: 'drafts.due'; due: number }
  /** Nothing has changed but the history of the board, which begins anew under another epoch: the next, or this one. */
  | { is: 'board.rebuilt'; epoch?: number }
  | { is: 'drafts.counted'; shown: number; few?: boolean }
  | { is: 'reveal.announced'; at: number; section: string; then: string | null }
  | { is: 'drafts.poured'; section: string; pours: readonly { draft: string; card: string }[] }
  | { is: 'reveal.done' }
  | { is: 'target.gone'; target: string }
  | { is: 'card.authored'; card: string; person: string }
  | { is: 'card.shown'; card: string | null }
  | { is: 'card.aside'; card: string; text: string; by: string | null; at: number }
  | { is: 'aside.reworded'; card: string; text: string }
  | { is: 'card.returned'; card: string }
  /** A facilitator has removed somebody else's card, or a facilitator brought it back. */
  | { is: 'card.taken'; card: string; taken: boolean }
  /** The same of many, when the board goes back to a point of its history. */
  | { is: 'cards.taken'; cards: readonly string[]; taken: boolean }
  /** Only where cards carry names. */
  | { is: 'cards.moved'; cards: readonly string[]; by: string; at: number }
  /** The board was kept as it stands after this decision, or before it where the board then goes back. */
  | { is: 'point.taken'; point: HistoryPoint }
  | ({ is: 'board.brought-back' } & BroughtBack)
  | { is: 'drafts.limited'; each: number | null }
  | { is: 'round.opened'; round: string; as: Round }
  | { is: 'round.changed'; round: string; rules: DotRules }
  | { is: 'round.closed'; round: string; result: Readonly<Record<string, number>>; of?: number }
  | { is: 'dots.set'; round: string; person: string; target: string; dots: number }
  | { is: 'estimate.put'; round: string; target: string; person: string; answer: Given }
  | { is: 'estimate.revealed'; round: string; targets: readonly string[] }
  | { is: 'estimate.reopened'; round: string; target: string }
  | { is: 'estimate.settled'; round: string; target: string; axis: string; value: number | null }
  | { is: 'queue.set'; queue: Queue }
  | { is: 'thumb.set'; person: string; thumb: Thumb | null }
  | { is: 'decision.set'; id: string; decision: Decision }
  | { is: 'scribe.set'; person: string | null }
  | { is: 'notes.set'; by: string | null; checkIns: string; checkInDates?: readonly string[] }
  | { is: 'session.empty'; since: number | null }

/** The event of this name. */
export type EventOf<I extends Event['is']> = Extract<Event, { is: I }>
