/** What is known of the minutes when somebody asks for more. */
import type { Account } from '@plenary/shared/sources'
import type { View } from '../sync/session-client.ts'
import { agendaOf } from './agenda.ts'
import { talkLeft } from './phase-clock.ts'

/** As the room stands at `now` (server epoch ms). */
export function accountOf(view: View, now: number): Account {
  const { facts, format } = view
  return {
    now,
    endsBy: facts.endsBy,
    left: talkLeft(view, now),
    queue: facts.queue,
    ahead: agendaOf(view)
      .filter((step) => step.is === 'next')
      .map((step) => ({
        ...step,
        least: format.phases.find(({ id }) => id === step.id)?.least ?? step.minutes,
      })),
  }
}
