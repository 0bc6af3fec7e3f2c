/** Words of a free wall: placing, connecting and grouping notes, at a desk and on a phone. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const wall = translated('wall', {
  label: (title: string, n: number) => `${title}, ${common.cards(n)}`,
  help: 'Arrows lead from note to note. N adds one, M picks one up: arrows move it, Shift and an arrow moves it further, Enter drops it, Esc puts it back.',
  add: 'Add a note',
  addHere: 'A new note',
  hint: 'Double-click where a note should stand, or press N.',
  picked: (text: string) => `Moving ${text}. Arrows move it, Enter drops it, Esc puts it back.`,
  at: (x: number, y: number) => `${x} from the left, ${y} from the top`,
  dropped: (text: string) => `${text} put down`,
  back: (text: string) => `${text} is back where it was`,
  moved: (what: string) => `Moved ${what}`,
  groupThese: (n: number) => `Group these ${n}`,
  connected: (names: string) => `connected to ${names}`,
  inGroup: (name: string) => `in the group ${name}`,
  connect: 'Connect to…',
  connectTitle: (text: string) => `Connect “${text}” to`,
  connectChoose: (text: string) => `Choose the note that “${text}” leads to.`,
  connectList: 'Choose from a list',
  connectNone: 'There is nothing here to connect it to.',
  connectStop: 'Cancel',
  connectMade: (from: string, to: string) => `“${from}” leads to “${to}”`,
  disconnect: (text: string) => `Take away the connection to “${text}”`,
  line: (from: string, to: string) => `Connection from “${from}” to “${to}”`,
  lineName: 'Words on the connection',
  lineAdd: 'Name it',
  lineRemove: 'Take it away',
})
