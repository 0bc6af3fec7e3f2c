/** Words of groups, of the card that is read out, and of cards set aside: on phones and at desks. */
import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

export const groups = translated('groups', {
  with: 'Group with…',
  withTitle: (text: string) => `Group “${text}” with`,
  none: 'There is nothing here to group it with.',
  takeOut: 'Take out of the group',
  unnamed: 'Group without a name',
  label: (name: string, n: number) => `Group ${name}, ${common.cards(n)}`,
  cards: (n: number) => common.cards(n),
  more: (name: string) => `More for the group ${name}`,
  name: 'Name of the group',
  rename: 'Rename',
  merge: 'Put together with…',
  mergeTitle: (name: string) => `Put ${name} together with`,
  apart: 'Take the group apart',
  moveTo: (name: string) => `Move the group ${name} to`,
  made: (name: string) => `Grouped as “${name}”`,
  joined: (name: string) => `Added to “${name}”`,
  left: 'Taken out of the group',
  tookApart: 'Group taken apart',
  moved: (lane: string) => `Group moved to ${lane}`,

  cardsEach: 'Cards for each person',
  cardsNoLimit: 'No limit',

  show: 'Read out',
  showTitle: 'Read out',
  showStart: 'Read out one by one',
  showHint: 'One card at a time, large on every screen.',
  showOf: (n: number, of: number) => `${n} of ${of}`,
  showNext: 'Next card',
  showBefore: 'Previous card',
  showEnd: 'Done reading',

  aside: 'Set aside',
  isAside: 'Set aside',
  asideDone: 'Set aside. Its words are gone from every screen.',
  bringBack: 'Bring back',
  broughtBack: 'It is back, with its author’s words.',
  asideCount: (n: number) => `${plural(n, 'card is', 'cards are')} set aside`,
  asideLook: 'Look',
  asideTitle: 'Cards set aside',
  asideHint: 'Only whoever leads and the author see these words. They are left out of the report.',
  reworded: 'reworded by its author',
  yours: (lead: string) => `${lead} set your card aside.`,
  yoursBody: (lead: string) =>
    `Nobody sees its words now but you and ${lead}. You can say it in other words; ${lead} brings it back.`,
  rewordLabel: 'Your card, in other words',
  reword: 'Keep these words',
  rewordedOwn: 'Kept. It comes back when it is brought back.',
})
