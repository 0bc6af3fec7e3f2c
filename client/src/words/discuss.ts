/** Words of talking about topics: what is agreed, and the lists of notes and actions. */
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

  again: (n: number) => `${n} in the vote among the tie`,
  voteAgain: 'Vote again among them (1 dot, 1 min)',

  topicOf: (n: number, of: number) => `Topic ${n} of ${of}`,
  productOf: (value: string) => `Product ${value}`,
  leftOf: (time: string, minutes: number) => `${time} left of ${common.min(minutes)}`,
  over: (time: string, minutes: number) => `${time} over the ${common.min(minutes)}`,
  cardsOf: (name: string) => `Cards of ${name}`,
  shownCard: 'On show',
  show: 'Show to everyone',
  hide: 'Stop showing it',

  topics: 'Topics',
  keepGoing: 'Keep going?',
  timeIsUp: (name: string) => `Time’s up for ${name}. Go on, or next?`,
  thumbs: { up: 'Go on', side: 'Either way', down: 'Next' },
  thumbsIn: (n: number, of: number) => `${n} of ${of} have answered. Nobody sees whose.`,
  more: 'Time',
  plus: (n: number) => `+${common.min(n)}`,
  from: 'From',
  spare: 'Spare minutes',
  fromTheEnd: 'A later end',
  takenFrom: (name: string, before: number, after: number) =>
    `${name} goes from ${before} to ${common.min(after)}.`,
  spareGives: (before: number, after: number) =>
    `${before} spare ${before === 1 ? 'minute becomes' : 'minutes become'} ${after}. The end stays.`,
  endMoves: (time: string) => `The end moves to ${time}.`,
  goOn: (n: number) => `Keep going, +${common.min(n)}`,
  nextTopic: 'Next topic',
  lastDone: 'Done with it',

  decisions: 'Decisions',
  noDecisions: 'Nothing decided yet.',
  addDecision: 'Add a decision',
  change: 'Change',
  changeDecision: (text: string) => `Change “${text}”`,
  removeDecision: (text: string) => `Remove “${text}”`,
  decisionRemoved: 'Decision removed.',
  on: (topic: string) => `on ${topic}`,
  notesOn: (topic: string) => `Notes on ${topic}`,
  otherNotes: (n: number) => `Other notes, ${n}`,
  noNotesHere: 'No notes on this topic yet.',

  scribe: 'Scribe',
  noScribe: 'Nobody',
  writesDown: (name: string) => `${name} writes down what is said.`,
  youScribe: 'You write down what is said: notes, decisions and actions.',

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

  waitForLead: (lead: string) => `${lead} chooses the topics in a moment.`,
  propose: 'Proposed topics',
  top: (n: number, minutes: number) =>
    `The top ${n === 1 ? 'one' : n}, ${common.minutes(minutes)} each.`,
  shared: (n: number, places: number, minutes: number, each: number) =>
    `${inWords(n)} topics tie for ${inWords(places).toLowerCase()} ${places === 1 ? 'place' : 'places'}: ${places} × ${minutes} becomes ${n} × ${each} minutes.`,
  crowded: (n: number, places: number) =>
    `${inWords(n)} tie for ${inWords(places).toLowerCase()} ${places === 1 ? 'place' : 'places'}. That is too many to share the time.`,
  chooseSome: (places: number) => `Choose ${places}`,
  discussAll: (clock: string) => `Discuss all, ${clock} each`,
  next: 'Then',
  done: 'Talked about',
  start: (text: string) => `Start “${text}”`,
  minutes: (n: number) => common.min(n),
  changeTopics: 'Change the topics',
  allDone: 'Every topic has been talked about.',
  notes: 'Notes',
  actions: 'Actions',
  cards: 'Cards',
  addNote: 'Add a note',
  addAction: 'Add an action',
  sendNote: 'Add note',
  sendAction: 'Add action',
  noteNamed: 'Notes show your name here. The report leaves it out.',
  emptyNotes: 'No notes yet.',
  emptyActions: 'No actions yet. Who will take this on?',
  makeAction: 'Make this an action',
  moreFor: (text: string) => `More for “${text}”`,
  madeAction: 'It is an action now.',
  parking: 'Parking lot',
})

const NUMBERS = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

function inWords(n: number): string {
  return NUMBERS[n] ?? String(n)
}
