/** Words of what hands do with cards: who moved one last, those that were removed, several at once. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const hands = translated('hands', {
  movedBy: (name: string | undefined, time: string) =>
    `Moved by ${name ?? common.someone} at ${time}`,
  movedByYou: (time: string) => `Moved by you at ${time}`,
  showAll: 'Show all',
  showLess: 'Show less',
  duplicate: 'Duplicate',
  duplicated: (n: number) => (n === 1 ? 'Card duplicated' : `${n} cards duplicated`),
  pasted: (n: number) => `${common.cards(n)} added`,
  pasteTitle: 'Paste a list',
  chosenLabel: 'Chosen cards',
  chosen: (n: number) => `${common.cards(n)} chosen`,
  chooseNone: 'Choose none',
  move: 'Move…',
  moveChosen: (n: number) => `Move ${common.cards(n)} to`,
  movedMany: (n: number, lane: string) => `${common.cards(n)} moved to ${lane}`,
  group: 'Group',
  removedMany: (n: number) => `${common.cards(n)} removed`,
  theGroup: (name: string) => `The group ${name}`,
  carried: (name: string, n: number) => `${name}, ${common.cards(n)}`,
  mergeHere: 'Put together',
  overGroup: (group: string, other: string) =>
    `${group} in hand. On ${other}: they will be put together.`,
  overPlace: (group: string, place: string) => `${group} in hand. At the end of ${place}.`,
  changedWhileMoving: 'Somebody else changed this group while you moved it.',
  removedTitle: 'Removed cards',
  removedCount: (n: number) => `${n} removed ${n === 1 ? 'card' : 'cards'}`,
  removedLook: 'Look',
  removedNone: 'No card is removed.',
  bringBack: 'Bring back',
  bringBackCard: (text: string) => `Bring back “${text}”`,
  broughtBack: 'It is back where it was.',
})
