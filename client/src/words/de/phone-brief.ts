/** German words of a phase in which somebody explains, on a phone. */
import type { phoneBrief as english } from '../phone-brief.ts'
import { common } from './common.ts'

export const phoneBrief: typeof english = {
  agenda: 'Was wir tun',
  total: (minutes) => `${common.minutes(minutes)} insgesamt`,
  now: 'jetzt',
  leadSpeaks: (lead) => `${lead} erklärt. Für einen Moment ist nichts zu tun.`,
}
