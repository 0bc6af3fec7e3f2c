/** Words of a board that is empty, of words that have not been sent, and of cards that are locked. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const states = translated('states', {
  empty: 'No cards yet.',
  emptyWaits: 'They appear here as they are written.',
  write: 'Write a card',
  paste: 'Paste a list',
  pasteHint: 'Each line becomes a card. Bullets and numbers are left out.',
  pasteLabel: 'Your list',
  pasteNone: 'Paste or type at least one line.',
  waits: 'waiting',
  unsent: 'Not sent yet',
  notHere: 'Not here',
  talk: 'to talk about',
  talkMark: 'Mark to talk about',
  talkEnd: 'Talked about',
  talkMarked: 'Marked to talk about',
  talkCount: (n: number) => `${common.cards(n)} to talk about`,
  talkLook: 'Look',
  talkTitle: 'To talk about',
  talkNowhere: 'in no category',
  locked: (name: string) => (name === '' ? 'Cards are locked' : `${name} locked the cards`),
  lockedAsk: 'You can look at them. Raise a hand to have one moved.',
})
