/** The agenda as facilitators edit it, before the start and while the session runs. */
import { phasesAhead } from '../agenda.ts'
import type { CommandOf } from '../command.ts'
import type { Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { Event } from '../event.ts'
import type { Phase } from '../format.ts'
import { MINUTES_MAX, PROMPTS_MAX, QUESTION_MAX, TITLE_MAX } from '../format.ts'
import { own } from '../own.ts'
import { tidyName } from '../person.ts'
import type { Refusal } from '../refusal.ts'
import type { SessionState, Step } from '../session.ts'
import type { StepMove } from '../step-move.ts'
import { withMove } from '../step-move.ts'
import { setFor } from '../timer.ts'

type Asked = CommandOf<'agenda.set'>['steps'][number]

/** Phases with other words and minutes, skipped or not, and in another order. */
export function set(state: SessionState, { steps: asked, move }: CommandOf<'agenda.set'>): Decided {
  const known = (id: string) => state.format.phases.some((phase) => phase.id === id)
  if (move && !(known(move.phase) && known(move.before ?? move.phase)))
    return refuse('no-such-phase')
  const named = new Map<string, Phase>()
  const steps: Record<string, Step> = { ...state.steps }
  for (const one of asked) {
    const phase = state.format.phases.find(({ id }) => id === one.phase)
    const step = own(state.steps, one.phase)
    if (phase === undefined || step === undefined || named.has(phase.id))
      return refuse('no-such-phase')
    const refusal = refusalOf(one)
    if (refusal !== null) return refuse(refusal)
    if (one.skipped === true && state.phase?.id === phase.id) return refuse('phase-is-on')
    const edited = editedPhase(phase, one)
    named.set(phase.id, edited)
    const { title, minutes } = edited
    steps[phase.id] = { ...step, title, minutes, skipped: one.skipped ?? step.skipped }
  }
  const phases = inOrder(state.format.phases, named, move)
  phases.forEach(({ id }, order) => {
    const step = own(steps, id)
    if (step !== undefined) steps[id] = { ...step, order }
  })
  const [first] = phasesAhead(phases, steps)
  if (first === undefined) return refuse('no-phase-left')
  return decided([
    { is: 'agenda.set', phases, steps },
    ...clock(state, phases, first),
    ...shownPrompt(state, phases),
  ])
}

/** The order as it stood with one phase moved, or none; else that of those that are named, the others behind them. */
function inOrder(
  before: readonly Phase[],
  named: ReadonlyMap<string, Phase>,
  move: StepMove | null | undefined,
): readonly Phase[] {
  if (move === undefined) return [...named.values(), ...before.filter(({ id }) => !named.has(id))]
  const phases = before.map((phase) => named.get(phase.id) ?? phase)
  return move === null ? phases : withMove(phases, move)
}

function refusalOf({ title, minutes, question, prompts }: Asked): Refusal | null {
  if (minutes !== undefined)
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > MINUTES_MAX) return 'not-minutes'
  if (title !== undefined) {
    if (tidyName(title) === '') return 'empty-name'
    if (title.trim().length > TITLE_MAX) return 'words-too-long'
  }
  const said = [...(question === undefined ? [] : [question]), ...(prompts ?? [])]
  if (said.some((text) => text.length > QUESTION_MAX)) return 'words-too-long'
  return (prompts ?? []).length > PROMPTS_MAX ? 'too-many-prompts' : null
}

function editedPhase(phase: Phase, { title, minutes, question, prompts }: Asked): Phase {
  return {
    ...phase,
    title: title === undefined ? phase.title : tidyName(title),
    minutes: minutes ?? phase.minutes,
    question: question === undefined ? phase.question : tidyWords(question),
    prompts:
      prompts === undefined ? phase.prompts : prompts.map(tidyWords).filter((text) => text !== ''),
  }
}

function tidyWords(text: string): string {
  return text.toWellFormed().trim()
}

/** A clock that has not been started shows the new minutes; one that runs is changed by `timer.add` alone. */
function clock(state: SessionState, phases: readonly Phase[], first: Phase): Event[] {
  if (state.timer.is !== 'idle') return []
  const { minutes } = phases.find(({ id }) => id === state.phase?.id) ?? first
  const before = state.phase === null ? null : own(state.steps, state.phase.id)?.minutes
  if (before === minutes) return []
  const timer = setFor(minutes)
  return [{ is: 'timer.set', timer: state.timer.hidden ? { ...timer, hidden: true } : timer }]
}

/** Words that were changed are no longer the ones that were shown to everyone. */
function shownPrompt(state: SessionState, phases: readonly Phase[]): Event[] {
  if (state.prompt === null) return []
  const said = (all: readonly Phase[]) =>
    all.find(({ id }) => id === state.phase?.id)?.prompts[state.prompt ?? 0]
  return said(phases) === said(state.format.phases) ? [] : [{ is: 'prompt.set', prompt: null }]
}
