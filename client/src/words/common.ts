/** Words of the parts that every screen uses. */
import { translated } from './catalogue.ts'

/** A number with its noun. */
export const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const common = translated('common', {
  product: 'Plenary',
  close: 'Close',
  undo: 'Undo',
  remove: 'Remove',
  someone: 'Someone',
  theFacilitator: 'The facilitator',
  nameDone: (name: string) => `${name}, done`,
  cards: (n: number) => plural(n, 'card', 'cards'),
  people: (n: number) => plural(n, 'person', 'people'),
  minutes: (n: number) => plural(n, 'minute', 'minutes'),
  min: (n: number) => `${n} min`,
  dots: (n: number) => plural(n, 'dot', 'dots'),

  saving: 'Saving',
  saved: 'All saved',
  unsaved: 'Nothing is saved at the moment.',

  timerLeft: (time: string) => `${time} left`,
  timerIdle: (time: string) => `${time}, not started`,
  paused: 'Paused',
  timeIsUpSay: 'Time’s up. Finish your sentence.',
  over: (time: string) => `Time’s up, ${time} over`,
  halfLeft: (minutes: string) => `Half of the time is left, ${minutes}.`,
  oneMinuteLeft: 'One minute left.',

  characters: (n: number, max: number) => `${n} of ${max} characters`,
  tooLong: (by: number) =>
    `${plural(by, 'character', 'characters')} too many. Split it into two cards.`,
  send: 'Add card',
  textKept: 'Your unfinished text is kept.',
})
