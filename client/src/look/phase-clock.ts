/** What is left of a phase, whatever its timer measures at the moment. */
import type { View } from '../sync/session-client.ts'
import { readTimer } from './clock.ts'

type PhaseView = Pick<View, 'facts' | 'phase'>

/** Milliseconds left of the present phase at `now` (server epoch ms), never below 0. Once topics are talked about the timer is theirs. */
export function phaseLeft({ facts, phase }: PhaseView, now: number): number {
  const step = facts.steps[phase?.id ?? '']
  const begun = facts.queue.some((topic) => topic.is !== 'waiting')
  if (begun && phase?.activity === 'discuss' && facts.phase !== null && step !== undefined) {
    const planned = (step.minutes - step.used) * 60_000 - (now - facts.phase.since)
    return Math.max(planned, talkLeft({ facts }, now))
  }
  const reading = readTimer(facts.timer, now)
  return reading.is === 'over' ? 0 : reading.left
}

/** The share of the present phase that has passed, 0 to 1. */
export function phaseGone(view: PhaseView, now: number): number {
  const minutes = view.facts.steps[view.phase?.id ?? '']?.minutes ?? 0
  return minutes === 0 ? 0 : Math.max(0, 1 - phaseLeft(view, now) / (minutes * 60_000))
}

/** Milliseconds that the topics still need: what is left of the one talked about, and the boxes of those that wait. */
export function talkLeft({ facts }: Pick<View, 'facts'>, now: number): number {
  const reading = readTimer(facts.timer, now)
  const talks = facts.queue.some((topic) => topic.is === 'now')
  const own = !talks || reading.is === 'over' ? 0 : reading.left
  return facts.queue.reduce(
    (sum, { is, minutes }) => (is === 'waiting' ? sum + minutes * 60_000 : sum),
    own,
  )
}
