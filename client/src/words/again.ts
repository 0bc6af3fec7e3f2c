/** Words of a new session from the set-up of an old one. */
import { translated } from './catalogue.ts'

export const again = translated('again', {
  way: 'New session from this set-up',
  wayOf: (title: string) => `New session from the set-up of ${title}`,
  title: 'The same set-up again',
  body: 'Agenda, minutes, questions, words to read aloud, names or not, expected people and stand-in come along. The date is yours to set, and nothing that was written comes along.',
  name: 'Your name',
  empty: 'Give it a title and yourself a name.',
  make: 'Make it and set the date',
  back: 'Back to the old session',
  home: 'All sessions',
})
