/** Words of a connection that stays away, and of what can be saved meanwhile. */
import { translated } from './catalogue.ts'

export const lost = translated('lost', {
  noAnswer: 'The server isn’t answering. Your words are kept on this device.',
  tryNow: 'Try now',
  save: 'Save what I can see',
  savedFrom: (time: string) =>
    `Saved from one screen at ${time}, while the server did not answer. It may not be complete.`,
  drafts: 'My drafts, which nobody else has seen',
  begun: 'Begun, not sent',
  unplaced: 'In no category',
})
