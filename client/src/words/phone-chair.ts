/** Words of the chair’s bar on a phone. */
import { translated } from './catalogue.ts'
import { plural } from './common.ts'

export const phoneChair = translated('phoneChair', {
  bar: 'Lead the session',
  pause: 'Pause the timer',
  resume: 'Start the timer again',
  plusOne: '+1',
  plusOneLabel: '+1 minute',
  more: 'More to lead with',
  moreWith: (n: number) => `More to lead with, ${plural(n, 'request', 'requests')}`,
  menu: 'Lead',
  asks: (name: string) => `${name} asks to come in`,
  asksBack: (name: string) => `${name} asks to come back in`,
  admit: 'Let in',
  refuse: 'Not now',
  admitName: (name: string) => `Let ${name} in`,
  refuseName: (name: string) => `Not now for ${name}`,
  others: (n: number) => `and ${n} more`,
})
