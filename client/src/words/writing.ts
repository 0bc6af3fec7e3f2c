/** Words beside private writing: who will see it, and how many cards. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const writing = translated('writing', {
  hiddenUntil: (lead: string) => `Hidden until ${lead} reveals them`,
  total: (n: number) => `${common.cards(n)} so far, from everyone`,
  neutral: 'You lead without taking part. Cards appear when you reveal them.',
  watching: 'You’re watching. Cards appear when they are revealed.',
  edit: 'Edit',
  finish: 'Finish',
  editing: 'Edit your card',
  alone: 'Nobody else is here. Whoever comes in later by the code sees what is on the board.',
  few: 'In a group this small, others may guess.',
  watchedBy: (names: string, n: number) =>
    `${names} ${n === 1 ? 'is' : 'are'} watching and will see them too.`,
  notesOpen: 'Whoever is here can open the report.',
  notesBy: (name: string) => `${name} sends the report round.`,
  each: (n: number) => `Up to ${common.cards(n)} each.`,
  full: (n: number) => `You have used all ${n}. Edit one, or remove one to write another.`,
})
