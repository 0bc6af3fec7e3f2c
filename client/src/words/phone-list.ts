/** Words of open lists of cards on a phone. */
import { translated } from './catalogue.ts'

export const phoneList = translated('phoneList', {
  everyoneSees: 'Everyone sees these at once.',
  everyoneSeesNameless: 'Everyone sees these at once, without names.',
  composer: 'Add a card',
  capture: 'Type what somebody said aloud',
  saidAloud: 'Somebody said it aloud: nobody’s card',
  more: (text: string) => `More for “${text}”`,
  edit: 'Edit',
  move: 'Move…',
  text: 'Text of the card',
  by: (name: string) => name,
  aloud: 'Said aloud',
})
