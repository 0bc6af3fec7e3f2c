/** German words of the screen before the start. */
import type { lobby as english } from '../lobby.ts'
import { plural } from '../common.ts'
import { common } from './common.ts'

export const lobby: typeof english = {
  go: 'Geht auf',
  enter: 'und tippt ein',
  camera: 'oder haltet die Kamera eures Telefons hierauf.',
  noAccount: 'Ohne Konto. Irgendein Vorname genügt.',
  localTitle: 'Telefone können diese Seite nicht öffnen',
  localBody: 'Sie steht unter localhost, und das erreicht nur dieser Rechner.',
  localUse: (host) => `${host} nehmen`,
  localOther: (host) => `Telefone erreichen das nicht? Versuch ${host}`,
  localNone:
    'Dieser Rechner hat keine Adresse in einem Netz. Verbinde ihn, oder betreibe Plenary auf einem, den andere erreichen.',
  title: (lead) => `${lead} beginnt gleich.`,
  titleLead: 'Beginne, wenn alle da sind.',
  setup: (lead) => `${lead} bereitet die Sitzung vor.`,
  leading: (name) => `${name}, moderiert`,
  here: (n) => `${n} da`,
  toCome: (n) => `${n} fehlen noch`,
  came: (names, here) =>
    `${names} ist dazugekommen. ${plural(here, 'Person ist', 'Personen sind')} da.`,
  many: (n) => `${n} Menschen`,
  manyBody: 'sind im Raum.',
  empty: 'Es ist noch niemand sonst da.',
  people: 'Im Raum',
  watching: (names) => `Schaut zu: ${names}`,
  about: (format, minutes) => `${format}, ${common.minutes(minutes)}`,
  total: (minutes) => `${common.minutes(minutes)} insgesamt`,
  agenda: 'Ablauf',
  anonymous: (lead) =>
    `Was du schreibst, siehst nur du, bis ${lead} es aufdeckt. Karten tragen keine Namen: ${lead} sieht nicht, wer was geschrieben hat. Wer diesen Server betreibt, könnte es.`,
  named: 'Karten tragen den Namen der Person, die sie geschrieben hat.',
}
