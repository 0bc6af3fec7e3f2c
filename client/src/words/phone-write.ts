/** Words of private writing on a phone. */
import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

export const phoneWrite = translated('phoneWrite', {
  whoSees: (lead: string) => `Only you can see these until ${lead} reveals them.`,
  afterNameless: 'After that everyone sees them, without names.',
  afterNamed: 'After that everyone sees them, with your name.',
  composer: 'Write a card',
  mine: 'Your cards',
  unfinished: 'Not finished',
  more: (text: string) => `More for “${text}”`,
  own: (n: number) => common.cards(n),
  peopleDone: (n: number) => `${plural(n, 'person', 'people')} done`,
  fromAll: (n: number) => `${n} from everyone`,
  used: (n: number, of: number) => `${n} of ${of} used`,
  doneOf: (n: number, of: number) => `${n} of ${of} done`,
  done: 'I’m done',
  empty: 'One thought on each card. Short is fine.',
})
