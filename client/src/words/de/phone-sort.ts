/** German words of sorting on a phone. */
import type { phoneSort as english } from '../phone-sort.ts'
import { common } from './common.ts'

export const phoneSort: typeof english = {
  question: 'Wohin gehört diese?',
  left: (n, of) => `Noch ${n} von ${of} einzuordnen`,
  allPlaced: 'Jede Karte hat einen Platz.',
  allPlacedBody: 'Sieh sie durch oder verschiebe eine.',
  othersHold: 'Die letzten Karten haben andere in der Hand.',
  noName: 'Ohne Namen',
  inHand: (name) => `In der Hand von ${name}`,
  inHandToo: (name) => `Auch in der Hand von ${name}`,
  movedSince: 'Jemand hat sie seither verschoben, also bleibt sie dort.',
  newLane: 'Neu',
  newLaneTitle: 'Neue Kategorie',
  newLaneName: 'Name der Kategorie',
  newLaneYes: 'Hinzufügen und hierhin legen',
  newLaneOnly: 'Kategorie hinzufügen',
  leave: 'Diese überspringen',
  seeAll: 'Alle sehen',
  oneByOne: 'Eine nach der anderen',
  moved: (lane) => `Nach „${lane}“ verschoben`,
  placedBy: (name, lane) => `${name} hat sie in „${lane}“ gelegt`,
  gone: 'Diese Karte wurde entfernt.',
  fine: 'Passt',
  moveIt: 'Verschieben',
  unplaced: 'Noch einzuordnen',
  emptyLane: 'Hier ist noch nichts.',
  moveTitle: (text) => `„${text}“ verschieben`,
  here: 'hier',
  count: (lane, n) => `${lane}, ${common.cards(n)}`,
  openMove: 'Was verschoben wird, sehen alle.',
}
