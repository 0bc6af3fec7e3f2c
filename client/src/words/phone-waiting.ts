/** Words of a phone before the start. */
import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

export const phoneWaiting = translated('phoneWaiting', {
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
})
