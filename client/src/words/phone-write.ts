/** Words of private writing on a phone. */
import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

export const phoneWrite = translated('phoneWrite', {
  whoSees: (lead: string) => `Only you can see these until ${lead} reveals them.`,
  afterNameless: 'After that everyone sees them, without names.',
  afterNamed: 'After that everyone sees them, with your name.',
  few: 'In a group this small, others may guess.',
  composer: 'Write a card',
  mine: 'Your cards',
  unfinished: 'Not finished',
  more: (text: string) => `More for “${text}”`,
  edit: 'Edit',
  finish: 'Finish',
  editing: 'Edit your card',
  own: (n: number) => common.cards(n),
  peopleDone: (n: number) => `${plural(n, 'person', 'people')} done`,
  fromAll: (n: number) => `${n} from everyone`,
  total: (n: number) => `${common.cards(n)} so far, from everyone`,
  hiddenUntil: (lead: string) => `Hidden until ${lead} reveals them`,
  done: 'I’m done',
  empty: 'One thought on each card. Short is fine.',
  neutral: 'You lead without taking part. Cards appear when you reveal them.',
  watching: 'You’re watching. Cards appear when they are revealed.',
})
