/** Folds the close of a session. */
import type { EventOf } from '../event.ts'
import type { Round, SessionState } from '../session.ts'
import { nameless } from './rounds.ts'

/**
 * Closing erases what only served while the session ran: who wrote which card, drafts, ballots and single
 * estimates. What they came to is written down first.
 */
export function closed(state: SessionState, event: EventOf<'session.closed'>): SessionState {
  const rounds: Record<string, Round> = {}
  for (const [id, round] of Object.entries(state.rounds)) rounds[id] = nameless(round)
  return {
    ...state,
    status: 'closed',
    closedAt: event.at,
    steps: event.steps,
    rounds,
    drafts: {},
    pours: {},
    authors: {},
    moved: {},
    moreTime: [],
    thumbs: {},
    reveal: null,
    show: null,
    draftCount: { shown: 0, due: null },
  }
}
