/** What must happen by itself: the next moment, and what happens then. */
import { areByFew, draftTotal, pourDue } from './decide/drafts.ts'
import { entering, pauseDue, pauseEmpty } from './decide/phases.ts'
import type { Accepted, Context } from './decision.ts'
import { decided } from './decision.ts'
import { apply } from './apply.ts'
import { nextOffer } from './chair.ts'
import type { Event } from './event.ts'
import { phaseOf } from './format.ts'
import type { SessionState } from './session.ts'

/** Server time at which {@link fallDue} has something to do, or null. */
export function nextDue(state: SessionState): number | null {
  const times = [
    state.reveal?.at,
    state.draftCount.due,
    offerOf(state)?.at,
    pauseDue(state),
  ].filter((at) => typeof at === 'number')
  return times.length === 0 ? null : Math.min(...times)
}

/** Since when a session rests: its close, or the last change in one that is not closed. Server time. */
export function restsSince(
  { status, closedAt }: Pick<SessionState, 'status' | 'closedAt'>,
  changedAt: number,
): number {
  return status === 'closed' && closedAt !== null ? closedAt : changedAt
}

/**
 * Does what is due: pours an announced reveal and enters its phase, releases the count of drafts, pauses a session
 * that nobody is in.
 */
export function fallDue(state: SessionState, context: Omit<Context, 'person'>): Accepted {
  const { now } = context
  if (state.reveal !== null && state.reveal.at <= now) {
    const nobody = { ...context, person: SERVER }
    const pour = pourDue(state, nobody)
    const after = pour.events.reduce(apply, state)
    const next = phaseOf(state.format, state.reveal.then)
    const then = next === null ? [] : entering(after, next, nobody)
    const counted: Event = { is: 'drafts.counted', shown: draftTotal(after), few: areByFew(after) }
    return decided([...pour.events, counted, ...then], pour.edits)
  }
  if (state.draftCount.due !== null && state.draftCount.due <= now)
    return decided([{ is: 'drafts.counted', shown: draftTotal(state), few: areByFew(state) }])
  const offer = offerOf(state)
  if (offer !== null && offer.at <= now) return decided([{ is: 'chair.offered', to: offer.to }])
  const pause = pauseDue(state)
  return decided(pause !== null && pause <= now ? pauseEmpty(state) : [])
}

/** The next offer of an empty chair. */
function offerOf({ vacancy }: SessionState): ReturnType<typeof nextOffer> {
  return vacancy === undefined || vacancy === null ? null : nextOffer(vacancy)
}

/** Stands in for a person where the clock acts; no rule asks it for anything. */
const SERVER = {
  id: '',
  name: '',
  role: 'observer',
  colour: 1,
  takesPart: false,
  left: false,
  away: false,
} as const
