/** Words of talking about topics on a phone. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const phoneDiscuss = translated('phoneDiscuss', {
  waitForLead: (lead: string) => `${lead} chooses the topics in a moment.`,
  propose: 'Proposed topics',
  top: (n: number, minutes: number) =>
    `The top ${n === 1 ? 'one' : n}, ${common.minutes(minutes)} each.`,
  shared: (n: number, places: number, minutes: number, each: number) =>
    `${number(n)} topics tie for ${number(places).toLowerCase()} ${places === 1 ? 'place' : 'places'}: ${places} × ${minutes} becomes ${n} × ${each} minutes.`,
  crowded: (n: number, places: number) =>
    `${number(n)} tie for ${number(places).toLowerCase()} ${places === 1 ? 'place' : 'places'}. That is too many to share the time.`,
  choose: (places: number) => `Choose ${places}`,
  set: 'Set these topics',
  discussAll: (clock: string) => `Discuss all, ${clock} each`,
  next: 'Then',
  done: 'Talked about',
  start: (text: string) => `Start “${text}”`,
  minutes: (n: number) => common.min(n),
  change: 'Change the topics',
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
  more: (text: string) => `More for “${text}”`,
  madeAction: 'It is an action now.',
  parking: 'Parking lot',
})

const NUMBERS = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

function number(n: number): string {
  return NUMBERS[n] ?? String(n)
}
