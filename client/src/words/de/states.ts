/** German words of a board that is empty, of words that have not been sent, and of cards that are locked. */
import type { states as english } from '../states.ts'
import { common } from './common.ts'

export const states: typeof english = {
  empty: 'Noch keine Karten.',
  emptyWaits: 'Sie erscheinen hier, sobald sie geschrieben sind.',
  write: 'Karte schreiben',
  paste: 'Liste einfügen',
  pasteHint: 'Jede Zeile wird eine Karte. Aufzählungszeichen und Nummern fallen weg.',
  pasteLabel: 'Deine Liste',
  pasteNone: 'Füge mindestens eine Zeile ein.',
  waits: 'wartet',
  unsent: 'Noch nicht gesendet',
  notHere: 'Passt nicht',
  talk: 'zu besprechen',
  talkMark: 'Zum Besprechen vormerken',
  talkEnd: 'Besprochen',
  talkMarked: 'Zum Besprechen vorgemerkt',
  talkCount: (n) => `${common.cards(n)} zu besprechen`,
  talkLook: 'Ansehen',
  talkTitle: 'Zu besprechen',
  talkNowhere: 'in keiner Kategorie',
  locked: (name) => (name === '' ? 'Karten sind gesperrt' : `${name} hat die Karten gesperrt`),
  lockedAsk: 'Du kannst sie ansehen. Melde dich, wenn eine verschoben werden soll.',
}
