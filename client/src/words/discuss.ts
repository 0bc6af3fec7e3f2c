/** Words of talking about topics, at a desk and on a phone. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'
import { figure } from './figure.ts'

export const discuss = translated('discuss', {
  dotsResult: 'What the dots say',
  numbersResult: 'What the numbers say',
  allZero: 'Nobody placed a dot, so there is no order.',
  allZeroNumbers: 'Nobody gave a number, so there is no order.',
  allZeroLead: 'Choose what to talk about.',
  noNumbersYet: 'Nothing was voted on or estimated, so there is no order to propose.',
  product: (value: number) => figure(value),
  noNumber: '–',

  choose: 'I choose',
  chooseTitle: 'Topics in their order',
  chooseNone: 'Nothing chosen yet. Add topics from the list below.',
  candidates: 'Everything there is',
  nothingThere: 'There is no card to talk about yet.',
  up: (text: string) => `Talk about “${text}” earlier`,
  down: (text: string) => `Talk about “${text}” later`,
  minutesOf: (text: string) => `Minutes for “${text}”`,
  total: (topics: number, minutes: number, planned: number) =>
    `${topics === 1 ? 'One topic' : `${topics} topics`}, ${minutes} of ${common.minutes(planned)}`,
  set: 'Set these topics',
  cancel: 'Back to the proposal',
})
