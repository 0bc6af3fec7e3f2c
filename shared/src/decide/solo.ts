/** A session for the one person who made it: no lobby, and at most 25 minutes. */
import { phasesAhead } from '../agenda.ts'
import { apply } from '../apply.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { Event } from '../event.ts'
import { soloMinutes } from '../fit.ts'
import type { Phase } from '../format.ts'
import type { SessionState, Step } from '../session.ts'
import { isAlone } from '../solo.ts'
import { entering } from './phases.ts'

/** Begins with the first phase at once; who leads takes part, in a format with a neutral facilitator too. */
export function solo(state: SessionState, context: Context): Decided {
  if (state.status !== 'setup' && state.status !== 'lobby') return refuse('not-now')
  if (!isAlone(state.people)) return refuse('people-came')
  const ahead = phasesAhead(state.format.phases, state.steps)
  const [first] = ahead
  if (first === undefined) return refuse('no-phase-left')
  const planned = ahead.map((phase) => ({ ...phase, ...state.steps[phase.id] }))
  const minutes = soloMinutes(planned)
  const phases: Phase[] = [...state.format.phases]
  const steps: Record<string, Step> = { ...state.steps }
  for (const [index, { id }] of ahead.entries()) {
    const [step, fits] = [steps[id], minutes[index]]
    const at = phases.findIndex((phase) => phase.id === id)
    const phase = phases[at]
    if (step === undefined || fits === undefined || phase === undefined) continue
    steps[id] = { ...step, minutes: fits }
    phases[at] = { ...phase, minutes: fits }
  }
  const begun: Event = { is: 'session.solo', person: context.person.id, phases, steps }
  return decided([begun, ...entering(apply(state, begun), first, context)])
}
