/** The steps of a session with their minutes, as a screen shows them. */
import { phaseLeft } from './phase-clock.ts'
import type { View } from '../sync/session-client.ts'

export interface AgendaStep {
  id: string
  title: string
  /** Planned. */
  minutes: number
  is: 'done' | 'now' | 'next'
}

/** In the order of the phases. */
export function agendaOf({ format, phase }: View): AgendaStep[] {
  const at = format.phases.findIndex((one) => one.id === phase?.id)
  return format.phases.map((one, index) => ({
    id: one.id,
    title: one.title,
    minutes: one.minutes,
    is: index < at ? 'done' : index === at ? 'now' : 'next',
  }))
}

/** Minutes of all steps, with what is kept free beside them. */
export function totalMinutes(view: View): number {
  return agendaOf(view).reduce((sum, step) => sum + step.minutes, view.format.spare)
}

/** Whole minutes left of all steps at `now` (server epoch ms). */
export function minutesLeft(view: View, now: number): number {
  const ahead = agendaOf(view)
    .filter((step) => step.is === 'next')
    .reduce((sum, step) => sum + step.minutes, view.format.spare)
  const current = view.phase === null ? 0 : phaseLeft(view, now) / 60_000
  return Math.ceil(ahead + current)
}
