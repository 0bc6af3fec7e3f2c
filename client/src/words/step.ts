/** Words of the step that the chair takes next. */
import { translated } from './catalogue.ts'
import { plural } from './common.ts'

export const stepWords = translated('stepWords', {
  openLobby: 'Open the lobby',
  openLobbyDetail: 'Participants can enter with the code.',
  start: (phase: string) => `Start with ${phase}`,
  startDetail: 'Everyone moves to the first part.',
  startTimer: (time: string) => `Start ${time}`,
  next: (phase: string) => `Next: ${phase}`,
  nextDetail: (phase: string) => `Everyone moves to ${phase}.`,
  reveal: (phase: string) => `Reveal, then ${phase}`,
  revealAndSort: 'Reveal and sort',
  revealDetail: 'All cards are shown together, shuffled and without names.',
  revealNamedDetail: 'All cards are shown together, shuffled.',
  revealing: 'Revealing',
  revealingDetail: 'All finished cards turn over in a moment.',
  revealTitle: 'Reveal everyone’s cards?',
  revealCounts: (drafts: number | null, done: number, of: number, gone: number) =>
    [
      drafts === null ? '' : `${plural(drafts, 'card', 'cards')}.`,
      `${done} of ${of} done.`,
      gone === 0 ? '' : `${plural(gone, 'person is', 'people are')} offline.`,
      'A reveal cannot be taken back.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  wait: 'Wait',
  revealYes: 'Reveal',
  unplacedTitle: (n: number) => `${n === 1 ? '1 card isn’t' : `${n} cards aren’t`} placed`,
  unplacedBody: 'They stay in “Still to place” and can be sorted later.',
  unplacedYes: (phase: string, n: number) => `${phase} without ${n === 1 ? 'it' : 'them'}`,
  back: 'Back',
  revealNumbers: 'Reveal the numbers',
  revealNumbersDetail: 'Everyone sees the averages together, never whose they are.',
  voted: (n: number, of: number) => `${n} of ${of} in.`,
  closeVote: 'Close the vote',
  closeVoteDetail: 'Everyone sees the dots together.',
  closeVoteNext: (phase: string) => `Close the vote, then ${phase}`,
  closeVoteDiscuss: 'Close the vote and discuss',
  firstTopic: 'Start the first topic',
  firstTopicDetail: 'Its own clock begins.',
  nextTopic: 'Next topic',
  nextTopicDetail: 'The clock begins again for it.',
  setTopics: 'Set these topics',
  setTopicsDetail: 'Everyone sees what comes, and for how long.',
  goOn: (phase: string) => `Go on with ${phase}`,
  goOnDetail: 'The code works again. The clock stands where it stood.',
  close: 'Close the session',
  closeDetail: 'Everyone keeps the report. A facilitator can reopen the session.',
  closeTitle: 'Close the session?',
})
