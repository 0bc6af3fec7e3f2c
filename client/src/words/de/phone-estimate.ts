/** German words of estimating on a phone. */
import { figure } from '../figure.ts'
import type { phoneEstimate as english } from '../phone-estimate.ts'
import { common } from './common.ts'

export const phoneEstimate: typeof english = {
  private: 'Deine Zahlen siehst nur du. Gezeigt werden nur Durchschnitt und Streuung.',
  twoPeople: 'Ihr werdet die Zahl des anderen kennen.',
  one: (n, of) => `${n} von ${of}`,
  pass: 'Das lasse ich aus',
  passed: 'Ausgelassen',
  next: (lane) => `Weiter: ${lane}`,
  again: 'Zurück zum Anfang',
  before: 'Zurück',
  allIn: 'Deine sind alle abgegeben',
  voted: (n, of) => `${n} von ${of} abgegeben`,
  steps: (axis, lane) => `${axis}: ${lane}`,
  noLanes: 'Es gibt noch keine Kategorie zum Schätzen.',
  noRound: 'Die Schätzung öffnet sich gleich.',
  result: 'Ergebnis',
  product: 'Produkt der Durchschnitte',
  noNumber: 'Keine Zahlen',
  rank: (rank, tied) => (rank === null ? '–' : `${rank}${tied ? '=' : ''}`),
  axis: (axis, value) => `${axis} ${figure(value)}`,
  cards: (n) => common.cards(n),
  reopen: 'Noch einmal schätzen',
  settle: (axis) => `${axis} vereinbaren`,
  settleNone: 'Durchschnitt',
  more: (lane) => `Mehr zu ${lane}`,
  neutral: 'Du moderierst, ohne zu schätzen.',
  watch: 'Du schaust zu. Die Zahlen erscheinen, wenn sie aufgedeckt werden.',
}
