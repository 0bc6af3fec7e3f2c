/** German words that a screen seldom needs. */
import { plural } from '../common.ts'
import type { seldom as english } from '../seldom.ts'

export const seldom: typeof english = {
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  save: 'Speichern',
  notTaken: 'Deine Worte, hier zum Kopieren:',
  manyLines: (n) => `Das sind ${n} Zeilen.`,
  addMany: (n) => `${plural(n, 'Karte', 'Karten')} hinzufügen`,
  keepOne: 'Eine daraus machen',
}
