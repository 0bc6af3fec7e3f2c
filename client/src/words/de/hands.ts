/** German words of what hands do with cards. */
import type { hands as english } from '../hands.ts'
import { common } from './common.ts'

export const hands: typeof english = {
  movedBy: (name, time) => `Verschoben von ${name ?? common.someone} um ${time}`,
  movedByYou: (time) => `Verschoben von dir um ${time}`,
  showAll: 'Alles zeigen',
  showLess: 'Weniger zeigen',
  duplicate: 'Duplizieren',
  duplicated: (n) => (n === 1 ? 'Karte dupliziert' : `${n} Karten dupliziert`),
  pasted: (n) => `${common.cards(n)} hinzugefügt`,
  pasteTitle: 'Eine Liste einfügen',
  chosenLabel: 'Ausgewählte Karten',
  chosen: (n) => `${common.cards(n)} ausgewählt`,
  chooseNone: 'Nichts auswählen',
  move: 'Verschieben…',
  moveChosen: (n) => `${common.cards(n)} verschieben nach`,
  movedMany: (n, lane) => `${common.cards(n)} verschoben nach ${lane}`,
  group: 'Gruppieren',
  removedMany: (n) => `${common.cards(n)} entfernt`,
  removedTitle: 'Entfernte Karten',
  removedCount: (n) => (n === 1 ? '1 entfernte Karte' : `${n} entfernte Karten`),
  removedLook: 'Ansehen',
  removedNone: 'Keine Karte ist entfernt.',
  bringBack: 'Zurückholen',
  bringBackCard: (text) => `„${text}“ zurückholen`,
  broughtBack: 'Sie liegt wieder da, wo sie war.',
}
