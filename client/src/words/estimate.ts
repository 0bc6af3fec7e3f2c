/** Words of numbers that everybody sees, at a desk and on a phone. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'
import { figure } from './figure.ts'

const NUMBERS = ['no one', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const spelled = (n: number) => NUMBERS[n] ?? String(n)

export const estimate = translated('estimate', {
  matrix: (minutes: number | undefined) =>
    `Where to spend the ${minutes === undefined ? 'time' : `next ${common.minutes(minutes)}`}`,
  matrixLabel: 'Chart of the categories. The arrow keys go from one to the next, highest first.',
  bubble: (name: string, across: string, up: string, product: number, cards: string) =>
    `${name}: ${across}, ${up}, product ${figure(product)}, ${cards}`,
  bigger: 'Bigger = more cards',
  equal: (product: string) => `Equal ${product}`,
  spread: (axis: string, parts: string) => `${axis}: ${parts}`,
  said: (n: number, value: string) => `${n} said ${value}`,
  split: (axis: string, low: number, lowWord: string, high: number, highWord: string) =>
    `${axis} is split: ${spelled(low)} said ${lowWord}, ${spelled(high)} said ${highWord}.`,
  end: (word: string) => word.toLowerCase(),
  bothEnds: 'Worth hearing both ends.',
  reopen: 'Reopen',
  reopenLabel: (lane: string) => `Estimate again: ${lane}`,
  revealedOf: (n: number, of: number) => `Numbers revealed, ${n} of ${of}`,
  copyTable: 'Copy table',
  tableCopied: 'Table copied',
  onePerson: 'one person',
  average: 'average',
  noNames: 'Names stay off estimates in this session.',
  agreedOn: (mean: number) => `agreed, average ${figure(mean)}`,
  agreed: 'agreed',
  skip: 'Skip',
  noCards: 'No cards here.',
  again: 'Estimate again',
  agenda: (phase: string) => `Agenda for ${phase}`,
  byProduct: (axes: string) => `by ${axes}`,
})
