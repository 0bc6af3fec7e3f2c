/** Whether a session will end in time, and where the minutes could come from. */
import type { Command } from '@plenary/shared/command'
import type { View } from '../sync/session-client.ts'
import { agendaOf } from './agenda.ts'
import { phaseLeft } from './phase-clock.ts'

const MINUTE = 60_000
/** So long before the end the last phase is spoken of. Milliseconds. */
const LAST_CALL = 5 * MINUTE

interface Overrun {
  /** When it would end as things stand; server epoch ms. */
  ends: number
  /** Whole minutes later than it should, spare minutes used up. */
  over: number
  /** The phase that can give the most of them, and the command that takes them; null when none can. */
  from: { title: string; minutes: number; before: number; after: number; command: Command } | null
}

/** null while the session ends in time. */
export function overrunOf(view: View, now: number): Overrun | null {
  const { facts, format, phase } = view
  if (facts.endsBy === null || phase === null || facts.status !== 'running') return null
  const ahead = agendaOf(view).filter((step) => step.is === 'next')
  const minutes = ahead.reduce((sum, step) => sum + step.minutes, 0)
  const ends = now + phaseLeft(view, now) + minutes * MINUTE
  const over = Math.ceil((ends - facts.endsBy) / MINUTE)
  if (over <= 0) return null
  const givers = ahead
    .map((step) => ({
      ...step,
      gives: step.minutes - (format.phases.find(({ id }) => id === step.id)?.least ?? step.minutes),
    }))
    .filter(({ gives }) => gives > 0)
    .sort((a, b) => b.gives - a.gives)
  const [giver] = givers
  if (giver === undefined) return { ends, over, from: null }
  const taken = Math.min(over, giver.gives)
  const after = giver.minutes - taken
  // The order stays what it is by then.
  const steps = [{ phase: giver.id, minutes: after }]
  const command: Command = { type: 'agenda.set', steps, move: null }
  return {
    ends,
    over,
    from: { title: giver.title, minutes: taken, before: giver.minutes, after, command },
  }
}

/** The last phase when it is time to go there, so that the end is not missed; null before, and once there. */
export function lastCall(
  { facts, format, phase }: View,
  now: number,
): { id: string; title: string; minutes: number } | null {
  const last = format.phases.at(-1)
  if (facts.endsBy === null || phase === null || last === undefined) return null
  if (facts.status !== 'running' || last.id === phase.id || last.activity !== 'actions') return null
  const left = facts.endsBy - now
  if (left > LAST_CALL) return null
  return { id: last.id, title: last.title, minutes: Math.max(0, Math.ceil(left / MINUTE)) }
}
