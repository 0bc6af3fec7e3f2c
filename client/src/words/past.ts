/** Words of looking back: moments of the board that were kept, and the way back to one. */
import { common, plural } from './common.ts'
import { translated } from './catalogue.ts'

const entries = (cards: number, others: number): string => {
  const rest = plural(others, 'other entry', 'other entries')
  if (cards === 0) return rest
  return others === 0 ? common.cards(cards) : `${common.cards(cards)} and ${rest}`
}

export const past = translated('past', {
  way: 'Look back',
  wayHint: 'The board as it was at the end of each phase.',
  title: 'Looking back',
  back: 'Back to the session',
  moments: 'Moments of this session',
  about: 'The board is kept at the end of each phase.',
  none: 'Nothing is kept yet. The first moment comes with the end of a phase.',
  loading: 'Looking',
  again: 'Try again',
  choose: 'Choose a moment to see the board as it was.',
  all: 'All moments',
  name: 'Name this moment',
  nameHint: 'Such as “Before lunch”',
  keep: 'Keep it',
  kept: (name: string) => `The board is kept as “${name}”.`,
  phaseEnd: (phase: string) => `End of “${phase}”`,
  before: (name: string) => `Before going back to “${name}”`,
  by: (name: string) => `kept by ${name}`,
  asItWas: (time: string) => `The board as it was at ${time}`,
  lookOnly: 'To look at. Nothing here can be changed.',
  bring: 'Bring this back',
  same: 'The board is as it was then.',
  sure: 'Bring the board back?',
  changed: (cards: number, others: number) => `Different: ${entries(cards, others)}.`,
  gone: (cards: number, others: number) =>
    `Added since, and removed by this: ${entries(cards, others)}.`,
  returns: (cards: number, others: number) =>
    `Removed since, and back with this: ${entries(cards, others)}.`,
  stays:
    'Votes, people and the clock stay. What is on the board now is kept as a moment first, so this can be undone.',
  yes: 'Bring it back',
  no: 'Leave it',
  brought: (who: string, what: string) => `${who} brought the board back: ${what}.`,
  youBrought: (what: string) => `The board is back: ${what}.`,
})
