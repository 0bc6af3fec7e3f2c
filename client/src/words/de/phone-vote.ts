/** German words of a dot vote on a phone. */
import type { phoneVote as english } from '../phone-vote.ts'
import { common } from './common.ts'

export const phoneVote: typeof english = {
  hidden:
    'Der Stand bleibt verborgen, bis die Abstimmung schließt. Niemand sieht, wessen Punkte es sind.',
  live: 'Alle sehen die Punkte, niemand sieht, wessen sie sind.',
  left: (n) => (n === 0 ? 'Keine Punkte mehr' : `Noch ${common.dots(n)}`),
  tooMany: (n) => `Nimm ${common.dots(n)} zurück`,
  stack: 'mehrere auf eine Karte, wenn du magst',
  cap: (n) => `höchstens ${n} auf einer Karte`,
  amongTied: 'Diese Abstimmung gilt nur für die Themen mit Gleichstand.',
  notOwn: 'Deine eigenen Karten bekommen keine Punkte von dir.',
  yours: (n) => (n === 0 ? '' : `${n} von dir`),
  yoursOf: (mine, all) => `${mine} von dir, ${all} insgesamt`,
  dots: (n) => common.dots(n),
  add: (text) => `Punkt auf ${text} setzen`,
  take: (text) => `Punkt von ${text} zurücknehmen`,
  gone: (n) =>
    n === 1
      ? 'Einer deiner Punkte liegt auf etwas, das nicht mehr da ist.'
      : `${n} deiner Punkte liegen auf etwas, das nicht mehr da ist.`,
  goneTake: (n) => (n === 1 ? 'Zurücknehmen' : 'Alle zurücknehmen'),
  voted: (n, of) => `${n} von ${of} haben abgestimmt`,
  done: 'Ich bin fertig',
  closed: 'Die Abstimmung ist geschlossen.',
  back: (phase) => `Zurück zu „${phase}“`,
  result: 'Ergebnis',
  noDots: 'Niemand hat einen Punkt gesetzt.',
  tied: 'gleichauf',
  noRound: 'Die Abstimmung öffnet sich gleich.',
  unsorted: 'In keiner Kategorie',
  watch: 'Du schaust bei dieser Abstimmung zu.',
  neutral: 'Du moderierst, ohne abzustimmen.',
}
