/** Words that frame every screen of a session on a phone, and of the one before the start. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const phoneFrame = translated('phoneFrame', {
  question: 'The question',
  phaseOf: (title: string, n: number, of: number, minutes: number) =>
    `${title}, ${n} of ${of}, ${common.minutes(minutes)}`,
  openMenu: 'Menu of ',
  bar: 'Your part',
  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  handUp: (place: number) => `Your hand is up, ${place} in the queue`,
  revealing: (lead: string) => `${lead} is revealing the cards. Finish your sentence.`,
  closedTop: 'Closed',
  setUpTop: 'Not open yet',
  waitingTop: 'Waiting to start',
})
