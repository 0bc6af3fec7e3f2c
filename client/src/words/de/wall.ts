/** German words of a free wall. */
import type { wall as english } from '../wall.ts'
import { common } from './common.ts'

export const wall: typeof english = {
  label: (title, n) => `${title}, ${common.cards(n)}`,
  help: 'Pfeile führen von Karte zu Karte. N schreibt eine neue, M nimmt eine auf: Pfeile bewegen sie, mit der Umschalttaste weiter, Enter legt sie ab, Esc legt sie zurück.',
  add: 'Karte schreiben',
  addHere: 'Eine neue Karte',
  hint: 'Doppelklicke dahin, wo eine Karte stehen soll, oder drücke N.',
  picked: (text) =>
    `${text} wird bewegt. Pfeile bewegen die Karte, Enter legt sie ab, Esc legt sie zurück.`,
  at: (x, y) => `${x} von links, ${y} von oben`,
  dropped: (text) => `${text} abgelegt`,
  back: (text) => `${text} liegt wieder, wo es war`,
  moved: (what) => `${what} bewegt`,
  groupThese: (n) => `Diese ${n} gruppieren`,
  connected: (names) => `verbunden mit ${names}`,
  inGroup: (name) => `in der Gruppe ${name}`,
  connect: 'Verbinden mit…',
  connectTitle: (text) => `„${text}“ verbinden mit`,
  connectChoose: (text) => `Wähle die Karte, zu der „${text}“ führt.`,
  connectList: 'Aus einer Liste wählen',
  connectNone: 'Hier gibt es nichts, womit sie verbunden werden kann.',
  connectStop: 'Abbrechen',
  connectMade: (from, to) => `„${from}“ führt zu „${to}“`,
  disconnect: (text) => `Verbindung mit „${text}“ wegnehmen`,
  line: (from, to) => `Verbindung von „${from}“ zu „${to}“`,
  lineName: 'Worte auf der Verbindung',
  lineAdd: 'Benennen',
  lineRemove: 'Wegnehmen',
}
