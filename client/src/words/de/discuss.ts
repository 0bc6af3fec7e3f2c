/** German words of talking about topics, at a desk and on a phone. */
import type { discuss as english } from '../discuss.ts'
import { figure } from '../figure.ts'
import { common } from './common.ts'

export const discuss: typeof english = {
  dotsResult: 'Was die Punkte sagen',
  numbersResult: 'Was die Zahlen sagen',
  allZero: 'Niemand hat einen Punkt vergeben, also gibt es keine Reihenfolge.',
  allZeroNumbers: 'Niemand hat eine Zahl vergeben, also gibt es keine Reihenfolge.',
  allZeroLead: 'Wähle, worüber ihr sprecht.',
  noNumbersYet:
    'Es wurde nicht abgestimmt oder geschätzt, also gibt es keine Reihenfolge als Vorschlag.',
  product: (value) => figure(value),
  noNumber: '–',

  choose: 'Ich wähle',
  chooseTitle: 'Themen in ihrer Reihenfolge',
  chooseNone: 'Noch nichts gewählt. Nimm Themen aus der Liste darunter.',
  candidates: 'Alles, was es gibt',
  nothingThere: 'Es gibt noch keine Karte, über die ihr sprechen könnt.',
  up: (text) => `Früher über „${text}“ sprechen`,
  down: (text) => `Später über „${text}“ sprechen`,
  minutesOf: (text) => `Minuten für „${text}“`,
  total: (topics, minutes, planned) =>
    `${topics === 1 ? 'Ein Thema' : `${topics} Themen`}, ${minutes} von ${common.minutes(planned)}`,
  set: 'Diese Themen nehmen',
  cancel: 'Zurück zum Vorschlag',
}
