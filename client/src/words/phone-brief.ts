/** Words of a phase in which somebody explains, on a phone. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const phoneBrief = translated('phoneBrief', {
  agenda: 'What we do',
  total: (minutes: number) => `${common.minutes(minutes)} in all`,
  now: 'now',
  leadSpeaks: (lead: string) => `${lead} explains. Nothing to do for a moment.`,
})
