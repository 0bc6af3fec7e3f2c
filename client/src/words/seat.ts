/** Words about one's own seat: the name, other devices, the way out. */

import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

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
  late: {
    label: 'Where the room is',
    where: (phase: string, left: number | null) =>
      left === null
        ? `You’re in ${phase}.`
        : left === 0
          ? `You’re in ${phase}, its time is up.`
          : `You’re in ${phase}, ${common.minutes(left)} left.`,
    soFar: (what: string) => `So far: ${what}.`,
    actions: (n: number) => plural(n, 'action', 'actions'),
    nameless: 'Cards carry no names.',
    named: 'Cards carry the name of who wrote them.',
    hidden: (lead: string) => `What you write is private until ${lead} reveals it.`,
  },
  watching: 'You’re watching. You see everything that is shown.',
  askPart: 'Ask to take part',
  askedPart: 'You asked to take part. Whoever leads sees your hand.',
  stopAskingPart: 'Stop asking',
  letPart: 'Let take part',
  letPartName: (name: string) => `Let ${name} take part`,
  leave: 'Leave this session',
  leaveTitle: 'Leave this session?',
  leaveBody: 'What you gave stays. With the code and your name you can ask to come back in.',
  leaveUnsaved: (n: number) =>
    `${plural(n, 'change is', 'changes are')} not saved yet and would be lost. Wait a moment, or copy what you need.`,
  leaveYes: 'Leave',
  leaveNo: 'Stay',
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
    'This page was opened at an address that only this machine knows. Other devices can follow at its network address.',
  deviceUse: (host: string) => `Use ${host}`,
})
