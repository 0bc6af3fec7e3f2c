/** Commands that move the room: phases, timer, prompts, ready, close. */
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { Event } from '../event.ts'
import type { Phase } from '../format.ts'
import { asksReady, phaseOf } from '../format.ts'
import type { SessionState, Step } from '../session.ts'
import { added, paused, setFor, started } from '../timer.ts'
import { DRAFT_COUNT_EVERY, lateAtPhaseChange, reveal } from './drafts.ts'
import { pointOfPhase } from './history.ts'
import { openFor as openEstimates } from './estimates.ts'
import { closing, openFor as openRound } from './rounds.ts'
import { putDown } from '../queue.ts'

/** Enters a phase. Going back is free; what was open stays open unless `finish` says otherwise. */
export function go(state: SessionState, command: CommandOf<'phase.go'>, context: Context): Decided {
  const phase = phaseOf(state.format, command.phase)
  if (phase === null) return refuse('no-such-phase')
  if (state.reveal !== null) return refuse('reveal-running')
  if (state.phase?.id === phase.id && state.status === 'running') return decided([])
  const leaving = phaseOf(state.format, state.phase?.id ?? null)
  const hasDrafts =
    leaving !== null &&
    leaving.opens.includes('drafts') &&
    Object.values(state.drafts).some((draft) => draft.section === leaving.section)
  if (command.finish === true && hasDrafts) return reveal(state, phase.id, context)
  const late = lateAtPhaseChange(state, context)
  const finished =
    command.finish === true && leaving !== null ? finish(state, leaving, context) : []
  const queue = leftTopic(state, command.finish === true ? 'done' : 'waiting', context)
  return decided(
    [...late.events, ...finished, ...queue, ...entering(state, phase, context)],
    late.edits,
  )
}

/** The topic talked about is left with the phase; who comes back too early finds it waiting. */
function leftTopic({ queue }: SessionState, as: 'done' | 'waiting', { now }: Context): Event[] {
  return queue.some((topic) => topic.is === 'now')
    ? [{ is: 'queue.set', queue: putDown(queue, as, now) }]
    : []
}

/** The events of entering a phase: its clock set, not started; its vote or estimate open. */
export function entering(state: SessionState, phase: Phase, context: Context): Event[] {
  const { now } = context
  const steps = stepsAt(state, now)
  const step = steps[phase.id]
  // Whoever goes there after all has not skipped it.
  if (step?.skipped === true) steps[phase.id] = { ...step, skipped: false }
  return [
    ...pointOfPhase(state, context),
    { is: 'phase.entered', phase: phase.id, at: now, steps },
    { is: 'timer.set', timer: setFor(state.steps[phase.id]?.minutes ?? phase.minutes) },
    ...openRound(state, phase, context),
    ...openEstimates(state, phase, context),
    ...countAgain(state, phase, context),
  ]
}

/** What was counted last may have been the drafts of another private phase. */
function countAgain(state: SessionState, phase: Phase, { now }: Context): Event[] {
  const written = Object.values(state.drafts).some((draft) => draft.section === phase.section)
  return phase.opens.includes('drafts') && written && state.draftCount.due === null
    ? [{ is: 'drafts.due', due: now + DRAFT_COUNT_EVERY }]
    : []
}

function finish(state: SessionState, leaving: Phase, { now }: Context): Event[] {
  const events: Event[] = []
  for (const [id, round] of Object.entries(state.rounds)) {
    if (round.is !== 'open') continue
    if (round.kind === 'dots' && leaving.opens.includes('dots'))
      events.push(...closing(state, id, round, now))
    if (round.kind === 'estimates' && leaving.opens.includes('estimates'))
      events.push({ is: 'estimate.revealed', round: id, targets: Object.keys(round.answers) })
  }
  return events
}

/** The steps with the minutes of the phase being left added to it. */
function stepsAt(state: SessionState, now: number): Record<string, Step> {
  const steps = { ...state.steps }
  const left = state.phase === null ? undefined : steps[state.phase.id]
  if (state.phase !== null && left !== undefined && state.status === 'running') {
    const spent = Math.max(0, now - state.phase.since) / 60_000
    steps[state.phase.id] = { ...left, used: Math.round((left.used + spent) * 10) / 10 }
  }
  return steps
}

export function timer(
  state: SessionState,
  command: CommandOf<'timer.start' | 'timer.pause' | 'timer.resume' | 'timer.add' | 'timer.hide'>,
  { now }: Context,
): Decided {
  if (state.status !== 'running')
    return refuse(state.status === 'paused' ? 'paused' : 'not-started')
  switch (command.type) {
    case 'timer.start':
    case 'timer.resume':
      return decided([{ is: 'timer.set', timer: started(state.timer, now) }])
    case 'timer.pause':
      return decided([{ is: 'timer.set', timer: paused(state.timer, now) }])
    case 'timer.add': {
      const longer = added(state.timer, command.minutes * 60_000, now)
      const answers = command.minutes > 0 && (state.moreTime ?? []).length > 0
      return decided([{ is: 'timer.set', timer: longer }, ...(answers ? [ANSWERED] : [])])
    }
    case 'timer.hide':
      return decided([{ is: 'timer.set', timer: { ...state.timer, hidden: command.hidden } }])
  }
}

export function prompt(
  state: SessionState,
  command: CommandOf<'prompt.show'> | CommandOf<'prompt.hide'>,
): Decided {
  if (command.type === 'prompt.hide') return decided([{ is: 'prompt.set', prompt: null }])
  const phase = phaseOf(state.format, state.phase?.id ?? null)
  if (phase?.prompts[command.prompt] === undefined) return refuse('no-such-prompt')
  return decided([{ is: 'prompt.set', prompt: command.prompt }])
}

const ANSWERED: Event = { is: 'time.answered' }

export function gather(state: SessionState, { person, now }: Context): Decided {
  if (state.status !== 'running') return refuse('not-started')
  return decided([{ is: 'gathered', by: person.id, at: now }])
}

/** Once for each person in a phase; asking again changes nothing. */
export function moreTime(state: SessionState, { person }: Context): Decided {
  if (state.status !== 'running') return refuse('not-started')
  return state.moreTime?.includes(person.id) === true
    ? decided([])
    : decided([{ is: 'time.asked', person: person.id }])
}

export function ready(
  state: SessionState,
  command: CommandOf<'ready'>,
  { person }: Context,
): Decided {
  if (!asksReady(phaseOf(state.format, state.phase?.id ?? null))) return refuse('not-now')
  return (state.ready[person.id] === true) === command.on
    ? decided([])
    : decided([{ is: 'ready.set', person: person.id, on: command.on }])
}

/** Closing writes results down and erases who gave what. */
export function close(state: SessionState, context: Context): Decided {
  const { now } = context
  if (state.reveal !== null) return refuse('reveal-running')
  const late = lateAtPhaseChange(state, context)
  return decided(
    [
      ...late.events,
      ...leftTopic(state, 'done', context),
      { is: 'timer.set', timer: paused(state.timer, now) },
      ...pointOfPhase(state, context),
      { is: 'session.closed', at: now, steps: stepsAt(state, now) },
    ],
    late.edits,
  )
}

/** A session that runs without anybody in it is paused after this long. Milliseconds. */
export const EMPTY_PAUSE = 2 * 60 * 60_000

/** Server time at which an empty session is to be paused, or null. */
export function pauseDue(state: SessionState): number | null {
  return state.status === 'running' && state.emptySince !== undefined
    ? state.emptySince + EMPTY_PAUSE
    : null
}

/** Clock and minutes stand as they stood when the last person left. */
export function pauseEmpty(state: SessionState): Event[] {
  const { emptySince } = state
  if (emptySince === undefined) return []
  return [
    { is: 'timer.set', timer: paused(state.timer, emptySince) },
    { is: 'session.paused', steps: stepsAt(state, emptySince) },
  ]
}

export function reopen({ now }: Context): Decided {
  return decided([{ is: 'session.reopened', at: now }])
}
