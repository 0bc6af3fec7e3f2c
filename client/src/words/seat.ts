/** Words about one's own seat: the name, other devices, the way out. */

import { translated } from './catalogue.ts'

export const seat = translated('seat', {
  title: 'You',
  name: 'Your name',
  rename: 'Change name',
  renamed: (name: string) => `You are ${name} now`,
  device: 'Use another device',
  deviceHint: 'Go on as yourself on a phone or a laptop, on both at once if you like.',
  deviceTitle: 'Use another device',
  deviceScan: 'Scan this with the other device, or open the link there.',
  deviceOnce: (until: string) =>
    `It works once, until ${until}, and opens your own seat. Keep it to yourself.`,
  deviceMaking: 'Making a link',
  deviceOver: 'This link has run out.',
  deviceAgain: 'Make a new one',
  deviceCopy: 'Copy the link',
  deviceCopied: 'Link copied',
  deviceCopyFailed: 'Copying did not work. Select the link and copy it.',
  deviceLink: 'Link to your own seat',
  deviceLocal:
    'This page was opened at an address that only this machine knows. Open Plenary at its network address first, then other devices can follow.',
})
