/** German words of what others did on the board. */
import { plural } from '../common.ts'
import type { whatChanged as english } from '../what-changed.ts'
import { common } from './common.ts'

export const whatChanged: typeof english = {
  button: 'Was sich geändert hat',
  since: 'Seit Beginn der Phase oder seit du da bist:',
  inPhase: (phase) => `In ${phase}:`,
  moved: (n) => `${common.cards(n)} verschoben`,
  added: (n) => `${common.cards(n)} hinzugekommen`,
  removed: (n) => `${common.cards(n)} entfernt`,
  lanes: (n) => plural(n, 'neue Kategorie', 'neue Kategorien'),
  nothing: 'auf der Tafel hat sich nichts geändert',
}
