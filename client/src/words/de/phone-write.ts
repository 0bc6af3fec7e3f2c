/** German words of private writing on a phone. */
import { plural } from '../common.ts'
import type { phoneWrite as english } from '../phone-write.ts'
import { common } from './common.ts'

export const phoneWrite: typeof english = {
  whoSees: (lead) => `Nur du siehst sie, bis ${lead} sie aufdeckt.`,
  afterNameless: 'Danach sehen sie alle, ohne Namen.',
  afterNamed: 'Danach sehen sie alle, mit deinem Namen.',
  composer: 'Schreib eine Karte',
  mine: 'Deine Karten',
  unfinished: 'Nicht fertig',
  more: (text) => `Mehr zu „${text}“`,
  own: (n) => common.cards(n),
  peopleDone: (n) => `${plural(n, 'Person', 'Personen')} fertig`,
  fromAll: (n) => `${n} von allen zusammen`,
  used: (n, of) => `${n} von ${of} verbraucht`,
  doneOf: (n, of) => `${n} von ${of} fertig`,
  done: 'Ich bin fertig',
  empty: 'Ein Gedanke pro Karte. Kurz genügt.',
}
