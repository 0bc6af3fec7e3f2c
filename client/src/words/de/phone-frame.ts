/** German words that frame every screen of a session on a phone. */
import { plural } from '../common.ts'
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

  waiting: {
    title: 'Es geht gleich los',
    setup: (lead) => `${lead} bereitet die Sitzung vor.`,
    lobby: (lead) => `${lead} beginnt gleich.`,
    lobbyLead: 'Beginne, wenn alle da sind.',
    here: (n) => `${plural(n, 'Person ist', 'Personen sind')} da`,
    first: (minutes) => `Zuerst, etwa ${common.minutes(minutes)}`,
    code: 'Code zum Mitmachen',
    invite: 'Link kopieren',
    observers: (names) => `Schaut zu: ${names}`,
    anonymous: (lead) =>
      `Karten tragen keine Namen. ${lead} sieht nicht, wer was geschrieben hat. Wer diesen Server betreibt, könnte es.`,
    named: 'Karten tragen den Namen der Person, die sie geschrieben hat.',
  },
}
