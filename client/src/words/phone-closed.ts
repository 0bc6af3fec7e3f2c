/** Words after the end, on a phone. */
import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

export const phoneClosed = translated('phoneClosed', {
  title: 'That’s it. Thank you for your thoughts.',
  at: (time: string) => `Closed at ${time}.`,
  body: (people: number, cards: number, actions: number) =>
    `${common.people(people)}, ${common.cards(cards)}, ${plural(actions, 'action', 'actions')}.`,
  report: 'Read the report',
  board: 'See the board',
  reopen: 'Reopen the session',
  home: 'All sessions',
  erased: 'Who wrote what has been deleted.',
})
