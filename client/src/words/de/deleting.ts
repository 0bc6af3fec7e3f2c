/** German words of a session that is deleted for good. */
import type { deleting as english } from '../deleting.ts'

export const deleting: typeof english = {
  way: 'Sitzung löschen',
  title: (title) => `„${title}“ endgültig löschen?`,
  body: 'Karten, Stimmen, Maßnahmen und der Bericht sind dann für alle weg. Nichts holt sie zurück.',
  first: 'Brauchst du noch etwas?',
  report: 'Lies oder sichere erst den Bericht.',
  goes: (day) => `Die Sitzung wird am ${day} von selbst gelöscht.`,
  keep: 'Behalten',
  erase: 'Endgültig löschen',
}
