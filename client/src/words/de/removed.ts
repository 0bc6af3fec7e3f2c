/** German words of what was taken away. */
import type { removed as english } from '../removed.ts'
import { common } from './common.ts'

export const removed: typeof english = {
  card: 'Karte entfernt',
  lane: 'Kategorie entfernt. Ihre Karten sind noch einzuordnen.',
  group: 'Gruppe entfernt',
  action: 'Maßnahme entfernt',
  note: 'Notiz entfernt',
  link: 'Verbindung entfernt',
  field: 'Text entfernt',
  undoLast: 'Meine letzte Änderung zurücknehmen',
  undone: (what) => (what === null ? 'Zurückgenommen.' : `Zurückgenommen: ${what}`),
  nothing: 'Es gibt nichts von dir zurückzunehmen.',
  redoLast: 'Doch wiederholen',
  redone: (what) => (what === null ? 'Wiederholt.' : `Wiederholt: ${what}`),
  nothingAgain: 'Es gibt nichts zu wiederholen.',
  edited: 'Text geändert',
  since: (name) => `${name ?? common.someone} hat es seither geändert, also bleibt es so.`,
  movedSince: (name) =>
    `${name ?? common.someone} hat sie seither verschoben, also bleibt sie dort.`,
  rewordedSince: 'Dieselben Wörter wurden seither geändert, also bleiben sie.',
  removedSince: 'Es wurde seither entfernt, also bleibt es so.',
  gone: 'Es ist nicht mehr da.',
  laneHolds: 'In der Kategorie liegen inzwischen Karten, also bleibt sie.',
  laneBack: 'Die Kategorie ist schon wieder da.',
  dotStays: 'Die Abstimmung ist vorbei, also bleiben deine Punkte, wie sie sind.',
}
