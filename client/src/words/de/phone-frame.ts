/** German words that frame every screen of a session on a phone. */
import type { phoneFrame as english } from '../phone-frame.ts'
import { common } from './common.ts'

export const phoneFrame: typeof english = {
  question: 'Die Frage',
  phaseOf: (title, n, of, minutes) => `${title}, ${n} von ${of}, ${common.minutes(minutes)}`,
  openMenu: 'Menü von ',
  bar: 'Dein Teil',
  raiseHand: 'Melden',
  lowerHand: 'Meldung herunternehmen',
  handUp: (place) => `Du hast dich gemeldet, Platz ${place} in der Reihe`,
  revealing: (lead) => `${lead} deckt die Karten auf. Bring deinen Satz zu Ende.`,
  closedTop: 'Geschlossen',
  setUpTop: 'Noch nicht geöffnet',
  waitingTop: 'Es geht gleich los',
}
