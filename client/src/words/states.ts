/** Words of a board that is empty, of words that have not been sent, and of cards that are locked. */
import { translated } from './catalogue.ts'

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
  locked: (name: string) => (name === '' ? 'Cards are locked' : `${name} locked the cards`),
  lockedAsk: 'You can look at them. Raise a hand to have one moved.',
})
