/** Words about one's own seat: the name, other devices, the way out. */

import { translated } from './catalogue.ts'

export const seat = translated('seat', {
  title: 'You',
  pass: 'Pass this phone',
  passHint:
    'Several people on this device, each with their own drafts and dots. The screen is covered in between.',
  passNow: 'Pass',
  thisIs: (name: string) => `${name}’s screen`,
  coverFor: (name: string) => `Hidden. Pass to ${name}.`,
  coverWho: 'Hidden. Who has it now?',
  coverNew: 'Hidden. Pass it to the next person.',
  coverBody: 'Nobody’s words are on this screen. What was written is saved for whoever wrote it.',
  iAm: (name: string) => `I’m ${name}`,
  somebodyNew: 'Somebody new',
  back: 'Back',
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
