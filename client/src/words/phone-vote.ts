/** Words of a dot vote on a phone. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const phoneVote = translated('phoneVote', {
  hidden: 'Totals are hidden until the vote closes. No one sees whose dots are whose.',
  live: 'Everyone sees the dots, no one sees whose.',
  left: (n: number) => (n === 0 ? 'No dots left' : `${common.dots(n)} left`),
  tooMany: (n: number) => `Take ${common.dots(n)} back`,
  stack: 'stack them if you like',
  cap: (n: number) => `at most ${n} on one card`,
  amongTied: 'This vote is only among the topics that tie.',
  notOwn: 'Your own cards get no dots of yours.',
  yours: (n: number) => (n === 0 ? '' : `${n} yours`),
  yoursOf: (mine: number, all: number) => `${mine} yours of ${all}`,
  dots: (n: number) => common.dots(n),
  add: (text: string) => `Add a dot to ${text}`,
  take: (text: string) => `Take a dot back from ${text}`,
  gone: (n: number) =>
    n === 1
      ? 'One of your dots is on something that is no longer here.'
      : `${n} of your dots are on something that is no longer here.`,
  goneTake: (n: number): string => (n === 1 ? 'Take it back' : 'Take them back'),
  voted: (n: number, of: number) => `${n} of ${of} have voted`,
  done: 'I’m done',
  closed: 'The vote is closed.',
  back: (phase: string) => `Back to ${phase}`,
  result: 'Result',
  noDots: 'Nobody placed a dot.',
  tied: 'tied',
  noRound: 'The vote opens in a moment.',
  unsorted: 'Not in a category',
  watch: 'You’re watching this vote.',
  neutral: 'You lead without voting.',
})
