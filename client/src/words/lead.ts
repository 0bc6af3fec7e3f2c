/** Words of leading: what the console says beside the phase, and the sheets it opens. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const lead = translated('lead', {
  ends: (time: string) => `Ends ${time}`,

  endsLate: (time: string, over: number) => `The session ends ${time}, ${over} over`,
  takeFrom: (minutes: number, phase: string, before: number, after: number) =>
    `Take ${minutes} from ${phase} (${before} to ${after})`,
  keepLast: (minutes: number, phase: string) =>
    minutes > 0 ? `Keep the last ${common.minutes(minutes)} for ${phase}?` : `Time for ${phase}`,
  goLast: (phase: string) => `Move everyone to ${phase}`,

  theLead: 'The facilitator',
  dropped: (name: string, runs: boolean) =>
    `${name}’s connection dropped. ${runs ? 'The timer runs on, nothing' : 'Nothing'} is lost.`,
  mayTake: 'You can lead on until they are back.',
  standinSoon: 'You stand in. In a moment you can lead on.',
  anyoneSoon: 'If nobody is back soon, you can lead on.',
  seconds: (n: number) => `${n} s`,
  take: 'Take the chair',
  youLead: 'You lead now. Hand it back in the list of people.',
  leadsNow: (name: string) => `${name} leads now.`,
  besides: (name: string) => `${name} leads. You lead beside them until they hand it back.`,

  leads: 'leads',
  leadsToo: 'leads too',
  standsIn: 'stands in',
  hand: 'Hand over the lead',
  handTitle: (name: string) => `Hand the lead to ${name}?`,
  handBody: (name: string) =>
    `Everyone is told that ${name} leads. You stay facilitator beside them.`,
  takeBack: 'Take the lead',
  share: 'Lead together',
  standin: 'Stands in',
  standinHint: 'Is offered the lead first when your connection drops.',
  scribe: 'Writes down what is said',
  makeParticipant: 'Takes part only',
  makeObserver: 'Watches only',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeBody: 'What they gave stays. They need to be let in again.',
  removeYes: (name: string) => `Remove ${name}`,
  morePerson: (name: string) => `More for ${name}`,

  moreTime: 'More time',
  askedTime: 'Asked for time',
  moreTimeHint: 'Asks for more time in private. Only how many ask is told.',
  asksTime: (n: number) => (n === 1 ? 'Someone asks for more time' : `${n} ask for more time`),
  giveMore: (n: number) => `Give ${common.minutes(n)} more`,
  plus: (n: number) => `+${n} min`,

  gather: 'Bring everyone here',
  gathered: 'Everyone is brought here, except who is writing.',
  bringing: (name: string) => `${name} brings everyone here.`,
  afterTyping: 'You come along when you have finished writing.',
  stayHere: 'Stay here',

  openRoom: 'Open the room screen',
  openRoomHint: 'For the wall: question, clock and code, and nothing of your own.',
  roomWelcome: 'We start when everyone is here.',
  roomJoin: 'Join at',
  here: (n: number) => `${common.people(n)} here`,
  done: (n: number, of: number) => `${n} of ${of} done`,
  given: (n: number, of: number) => `${n} of ${of} in`,
  toPlace: (n: number) => `${common.cards(n)} still to place`,
  topic: 'The topic',
  chime: 'Chime when the time is up',
  chimeHint: 'Once and softly, on this device only.',

  editAgenda: 'Change the agenda',
  titleOf: (phase: string) => `Title of ${phase}`,
  minutesOf: (phase: string) => `Minutes of ${phase}`,
  earlier: (phase: string) => `${phase} earlier`,
  later: (phase: string) => `${phase} later`,
  skip: 'Skip',
  skipOf: (phase: string) => `Skip ${phase}`,

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
