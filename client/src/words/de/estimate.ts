/** German words of numbers that everybody sees, at a desk and on a phone. */
import type { estimate as english } from '../estimate.ts'
import { figure } from '../figure.ts'
import { common } from './common.ts'

const NUMBERS = [
  'niemand',
  'eine',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
]
const said = (n: number) => `${NUMBERS[n] ?? n} ${n === 1 ? 'sagte' : 'sagten'}`

export const estimate: typeof english = {
  matrix: (minutes) =>
    minutes === undefined
      ? 'Wofür sich die Zeit lohnt'
      : `Wofür sich die nächsten ${common.minutes(minutes)} lohnen`,
  matrixLabel:
    'Schaubild der Kategorien. Die Pfeiltasten führen von einer zur nächsten, die höchste zuerst.',
  bubble: (name, across, up, product, cards) =>
    `${name}: ${across}, ${up}, Produkt ${figure(product)}, ${cards}`,
  bigger: 'Größer = mehr Karten',
  equal: (product) => `Gleiches ${product}`,
  spread: (axis, parts) => `${axis}: ${parts}`,
  said: (n, value) => `${n} sagten ${value}`,
  split: (axis, low, lowWord, high, highWord) =>
    `${axis} ist geteilt: ${said(low)} ${lowWord}, ${said(high)} ${highWord}.`,
  end: (word) => word.toLowerCase(),
  bothEnds: 'Hört euch beide Enden an.',
  reopen: 'Neu öffnen',
  reopenLabel: (lane) => `${lane} noch einmal schätzen`,
  revealedOf: (n, of) => `Zahlen aufgedeckt, ${n} von ${of}`,
  copyTable: 'Tabelle kopieren',
  tableCopied: 'Tabelle kopiert',
  onePerson: 'eine Person',
  average: 'Durchschnitt',
  noNames: 'Bei Schätzungen stehen in dieser Sitzung keine Namen.',
  agreedOn: (mean) => `vereinbart, Durchschnitt ${figure(mean)}`,
  agreed: 'vereinbart',
  skip: 'Überspringen',
  noCards: 'Hier sind keine Karten.',
  again: 'Noch einmal schätzen',
  agenda: (phase) => `Themen für „${phase}“`,
  byProduct: (axes) => `nach ${axes}`,
}
