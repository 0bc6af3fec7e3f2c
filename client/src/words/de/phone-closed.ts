/** German words after the end, on a phone. */
import { plural } from '../common.ts'
import type { phoneClosed as english } from '../phone-closed.ts'
import { common } from './common.ts'

export const phoneClosed: typeof english = {
  title: 'Das war’s. Danke für deine Gedanken.',
  at: (time) => `Geschlossen um ${time}.`,
  body: (people, cards, actions) =>
    `${common.people(people)}, ${common.cards(cards)}, ${plural(actions, 'Maßnahme', 'Maßnahmen')}.`,
  report: 'Bericht lesen',
  board: 'Tafel ansehen',
  reopen: 'Sitzung wieder öffnen',
  home: 'Alle Sitzungen',
  erased: 'Wer was geschrieben hat, wurde gelöscht.',
}
