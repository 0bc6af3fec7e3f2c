/** Words of a session for one person. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const solo = translated('solo', {
  run: 'Just you? Run it solo',
  hint: (minutes: number) =>
    `Begins at once, ${common.minutes(minutes)} in all. You lead and take part; nobody is waited for.`,
  over: (name: string) => `${name} came in. From here on this is a session for several.`,
})
