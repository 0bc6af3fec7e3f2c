/** Words of sorting on a phone. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const phoneSort = translated('phoneSort', {
  question: 'Where does this one belong?',
  left: (n: number, of: number) => `${n} of ${of} still to place`,
  allPlaced: 'Every card has a place.',
  allPlacedBody: 'Look through them, or move one.',
  othersHold: 'The last cards are in others’ hands.',
  noName: 'No name attached',
  inHand: (name: string) => `In ${name}’s hand`,
  inHandToo: (name: string) => `In ${name}’s hand too`,
  movedSince: 'Somebody moved it since, so it stays there.',
  newLane: 'New',
  newLaneTitle: 'New category',
  newLaneName: 'Name of the category',
  newLaneYes: 'Add and place here',
  newLaneOnly: 'Add category',
  leave: 'Leave this one',
  seeAll: 'See all',
  oneByOne: 'One by one',
  moved: (lane: string) => `Moved to ${lane}`,
  placedBy: (name: string, lane: string) => `${name} put this in ${lane}`,
  gone: 'This card was removed.',
  fine: 'Fine',
  moveIt: 'Move it',
  unplaced: 'Still to place',
  emptyLane: 'Nothing here yet.',
  moveTitle: (text: string) => `Move “${text}”`,
  here: 'here',
  count: (lane: string, n: number) => `${lane}, ${common.cards(n)}`,
  openMove: 'Moving is open to see for everyone.',
})
