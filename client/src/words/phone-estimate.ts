/** Words of estimating on a phone. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const phoneEstimate = translated('phoneEstimate', {
  private: 'Your numbers are private. Only averages and the spread are shown.',
  twoPeople: 'You’ll each know the other’s number.',
  one: (n: number, of: number) => `${n} of ${of}`,
  pass: 'Pass on this',
  passed: 'Passed',
  next: (lane: string) => `Next: ${lane}`,
  again: 'Back to the first',
  before: 'Previous',
  allIn: 'All yours are in',
  voted: (n: number, of: number) => `${n} of ${of} in`,
  steps: (axis: string, lane: string) => `${axis} of ${lane}`,
  noLanes: 'There is no category to estimate yet.',
  noRound: 'The estimate opens in a moment.',
  result: 'Result',
  product: 'Product of the averages',
  noNumber: 'No numbers',
  rank: (rank: number | null, tied: boolean) => (rank === null ? '–' : `${rank}${tied ? '=' : ''}`),
  axis: (axis: string, value: number) => `${axis} ${value}`,
  cards: (n: number) => common.cards(n),
  reopen: 'Estimate again',
  settle: (axis: string) => `Agreed ${axis}`,
  settleNone: 'Average',
  more: (lane: string) => `More for ${lane}`,
  neutral: 'You lead without estimating.',
  watch: 'You’re watching. Numbers appear when they are revealed.',
})
