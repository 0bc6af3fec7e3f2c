/** Folds the step into a phase, and when the session should end by it. */
import { endOf, minutesOf, phasesAhead } from '../agenda.ts'
import type { EventOf } from '../event.ts'
import type { SessionState } from '../session.ts'
import { isSolo } from '../solo.ts'

export function entered(state: SessionState, event: EventOf<'phase.entered'>): SessionState {
  return {
    ...state,
    status: 'running',
    phase: { id: event.phase, since: event.at, from: state.phase?.id ?? null },
    steps: event.steps,
    endsBy: state.endsBy ?? endsBy(state, event),
    prompt: null,
    show: null,
    gather: null,
    moreTime: [],
    ready: {},
  }
}

/** By the minutes it begins with; one that goes on has those from here on. */
function endsBy(state: SessionState, { at, phase: into, steps }: EventOf<'phase.entered'>): number {
  const { phase, plan } = state
  const format = formatOf(state)
  if (phase === null) return endOf(plan.startsAt, at, minutesOf(format, steps))
  const from = format.phases.findIndex(({ id }) => id === into)
  const phases = phasesAhead(format.phases.slice(from), steps)
  return endOf(null, at, minutesOf({ phases, spare: format.spare }, steps))
}

/** For one person alone nothing is kept free beside the phases. */
function formatOf(state: SessionState): SessionState['format'] {
  return isSolo(state) ? { ...state.format, spare: 0 } : state.format
}
