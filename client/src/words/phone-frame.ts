/** Words that frame every screen of a session on a phone, and of the one before the start. */
import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

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

  waiting: {
    title: 'Waiting to start',
    setup: (lead: string) => `${lead} is setting the session up.`,
    lobby: (lead: string) => `${lead} starts in a moment.`,
    lobbyLead: 'Start when everyone is here.',
    here: (n: number) => `${plural(n, 'person is', 'people are')} here`,
    first: (minutes: number) => `First, about ${common.minutes(minutes)}`,
    code: 'Join code',
    invite: 'Copy the link',
    observers: (names: string) => `Watching: ${names}`,
    anonymous: (lead: string) =>
      `Cards carry no names. ${lead} can’t see who wrote what. Whoever runs this server could.`,
    named: 'Cards carry the name of who wrote them.',
  },
})
