/** German words of a session for one person. */
import type { solo as english } from '../solo.ts'
import { common } from './common.ts'

export const solo: typeof english = {
  run: 'Nur du? Allein durchgehen',
  hint: (minutes) =>
    `Beginnt sofort, ${common.minutes(minutes)} insgesamt. Du moderierst und machst mit; gewartet wird auf niemanden.`,
  over: (name) => `${name} ist hereingekommen. Ab hier ist es eine Sitzung für mehrere.`,
}
