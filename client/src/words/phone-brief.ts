/** Words of a phase in which somebody explains, on a phone. */
import { common } from './common.ts'

export const phoneBrief = {
  agenda: 'What we do',
  total: (minutes: number) => `${common.minutes(minutes)} in all`,
  now: 'now',
  leadSpeaks: (lead: string) => `${lead} explains. Nothing to do for a moment.`,
} as const
