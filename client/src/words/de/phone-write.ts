/** German words of private writing on a phone. */
import { plural } from '../common.ts'
import type { phoneWrite as english } from '../phone-write.ts'
import { common } from './common.ts'

export const phoneWrite: typeof english = {
  whoSees: (lead) => `Nur du siehst sie, bis ${lead} sie aufdeckt.`,
  afterNameless: 'Danach sehen sie alle, ohne Namen.',
  afterNamed: 'Danach sehen sie alle, mit deinem Namen.',
  few: 'In einer so kleinen Gruppe könnten andere es erraten.',
  composer: 'Schreib eine Karte',
  mine: 'Deine Karten',
  unfinished: 'Nicht fertig',
  more: (text) => `Mehr zu „${text}“`,
  edit: 'Bearbeiten',
  finish: 'Fertigstellen',
  editing: 'Deine Karte bearbeiten',
  own: (n) => common.cards(n),
  peopleDone: (n) => `${plural(n, 'Person', 'Personen')} fertig`,
  fromAll: (n) => `${n} von allen zusammen`,
  total: (n) => `bisher ${common.cards(n)}, von allen zusammen`,
  hiddenUntil: (lead) => `Verborgen, bis ${lead} sie aufdeckt`,
  done: 'Ich bin fertig',
  empty: 'Ein Gedanke pro Karte. Kurz genügt.',
  neutral: 'Du moderierst, ohne mitzuschreiben. Karten erscheinen, wenn du sie aufdeckst.',
  watching: 'Du schaust zu. Karten erscheinen, wenn sie aufgedeckt werden.',
}
