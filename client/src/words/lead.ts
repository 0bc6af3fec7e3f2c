/** Words of leading: what the console says beside the phase, and the sheets it opens. */
import { translated } from './catalogue.ts'

export const lead = translated('lead', {
  ends: (time: string) => `Ends ${time}`,

  room: 'This session',
  more: 'More for this session',
  rename: 'Title',
  renameYes: 'Change the title',
  close: 'Close the session',
  hostLink: 'Copy the host link',
  hostLinkHint: 'Keep it: it opens the session as facilitator.',
  copyFailed: (text: string) => `Copying did not work. It is ${text}`,
  hostCopied: 'Host link copied. Keep it for yourself',
})
