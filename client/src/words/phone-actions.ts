/** Words of actions on a phone. */
import { translated } from './catalogue.ts'

export const phoneActions = translated('phoneActions', {
  owner: 'Owner',
  nobody: '? Nobody yet',
  due: 'Due',
  text: 'What will be done',
  remove: (text: string) => `Remove “${text}”`,
  noOwner: 'No owner yet',
  noDue: 'No date',
  sender: 'Who sends the notes round?',
  nobodyYet: 'Nobody yet',
  checkIns: 'When do we look again?',
  checkInsHint: 'For example in two weeks, and at launch',
  ownerIs: (name: string) => `Owner: ${name}`,
  dueIs: (date: string) => `Due ${date}`,
})
