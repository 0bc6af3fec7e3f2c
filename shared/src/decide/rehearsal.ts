/** The end of a rehearsal. */
import type { Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { SessionState } from '../session.ts'

/** Only where nobody but facilitators and test seats has ever come in: what others wrote is not swept away. */
export function clear(state: SessionState): Decided {
  const others = Object.values(state.people).filter(
    ({ role, test }) => role !== 'facilitator' && test !== true,
  )
  return others.length > 0 ? refuse('people-came') : decided([{ is: 'session.cleared' }])
}
