/** German words of what was taken away. */
import type { removed as english } from '../removed.ts'
import { common } from './common.ts'

export const removed: typeof english = {
  card: 'Karte entfernt',
  lane: 'Kategorie entfernt. Ihre Karten sind noch einzuordnen.',
  group: 'Gruppe entfernt',
  action: 'Maßnahme entfernt',
  note: 'Notiz entfernt',
  field: 'Text entfernt',
  undoLast: 'Meine letzte Änderung zurücknehmen',
  undone: (what) => (what === null ? 'Zurückgenommen.' : `Zurückgenommen: ${what}`),
  nothing: 'Es gibt nichts von dir zurückzunehmen.',
  since: (name) => `${name ?? common.someone} hat es seither geändert, also bleibt es so.`,
}
