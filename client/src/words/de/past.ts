/** German words of looking back. */
import type { past as english } from '../past.ts'
import { plural } from '../common.ts'
import { common } from './common.ts'

const entries = (cards: number, others: number): string => {
  const rest = plural(others, 'anderer Eintrag', 'andere Einträge')
  if (cards === 0) return rest
  return others === 0 ? common.cards(cards) : `${common.cards(cards)} und ${rest}`
}

export const past: typeof english = {
  way: 'Zurückblicken',
  wayHint: 'Die Tafel, wie sie am Ende jedes Abschnitts war.',
  title: 'Rückblick',
  back: 'Zurück zur Sitzung',
  moments: 'Momente dieser Sitzung',
  about: 'Am Ende jedes Abschnitts wird die Tafel aufbewahrt.',
  none: 'Noch ist nichts aufbewahrt. Der erste Moment kommt mit dem Ende eines Abschnitts.',
  loading: 'Wird gesucht',
  again: 'Noch einmal versuchen',
  choose: 'Wähle einen Moment, um die Tafel zu sehen, wie sie war.',
  all: 'Alle Momente',
  name: 'Diesen Moment benennen',
  nameHint: 'Etwa „Vor dem Mittagessen“',
  keep: 'Aufbewahren',
  kept: (name) => `Die Tafel ist als „${name}“ aufbewahrt.`,
  phaseEnd: (phase) => `Ende von „${phase}“`,
  before: (name) => `Bevor es zurück zu „${name}“ ging`,
  by: (name) => `aufbewahrt von ${name}`,
  asItWas: (time) => `Die Tafel, wie sie war: ${time}`,
  lookOnly: 'Zum Ansehen. Hier lässt sich nichts ändern.',
  bring: 'Dahin zurück',
  same: 'Die Tafel ist so, wie sie da war.',
  sure: 'Die Tafel zurückbringen?',
  changed: (cards, others) => `Anders als jetzt: ${entries(cards, others)}.`,
  gone: (cards, others) => `Seitdem dazugekommen und damit entfernt: ${entries(cards, others)}.`,
  returns: (cards, others) => `Seitdem entfernt und damit wieder da: ${entries(cards, others)}.`,
  stays:
    'Stimmen, Personen und die Uhr bleiben. Was jetzt auf der Tafel ist, wird vorher als Moment aufbewahrt, so lässt es sich rückgängig machen.',
  yes: 'Zurückbringen',
  no: 'So lassen',
  brought: (who, what) => `${who} hat die Tafel zurückgebracht: ${what}.`,
  youBrought: (what) => `Die Tafel ist zurück: ${what}.`,
}
