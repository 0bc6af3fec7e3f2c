/** Words of the screen before the start. */
import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

export const lobby = translated('lobby', {
  go: 'Go to',
  enter: 'and enter',
  camera: 'or point your phone’s camera here.',
  noAccount: 'No account needed. Any first name will do.',
  localTitle: 'Phones can’t open this page',
  localBody: 'It is at localhost, which only this computer reaches.',
  localUse: (host: string) => `Use ${host}`,
  localOther: (host: string) => `Phones can’t open it? Try ${host}`,
  localNone:
    'This computer has no address in a network. Connect it, or run Plenary on one that others can reach.',
  title: (lead: string) => `${lead} starts in a moment.`,
  titleLead: 'Start when everyone is here.',
  setup: (lead: string) => `${lead} is setting the session up.`,
  leading: (name: string) => `${name}, leading`,
  here: (n: number) => `${n} here`,
  toCome: (n: number) => `${n} still to come`,
  came: (names: string, here: number) =>
    `${names} came in. ${plural(here, 'person is', 'people are')} here.`,
  many: (n: number) => `${n} people`,
  manyBody: 'are in the room.',
  empty: 'Nobody else is here yet.',
  people: 'In the room',
  watching: (names: string) => `Watching: ${names}`,
  about: (format: string, minutes: number) => `${format}, ${common.minutes(minutes)}`,
  total: (minutes: number) => `${common.minutes(minutes)} in all`,
  agenda: 'Agenda',
  anonymous: (lead: string) =>
    `What you write stays private until ${lead} reveals it. Cards carry no names: ${lead} can’t see who wrote what. Whoever runs this server could.`,
  named: 'Cards carry the name of who wrote them.',
})
