/** Words of actions on a phone. */
import { translated } from './catalogue.ts'

export const phoneActions = translated('phoneActions', {
  text: 'What will be done',
  noOwner: 'No owner yet',
  noDue: 'No date',
  ownerIs: (name: string) => `Owner: ${name}`,
  dueIs: (date: string) => `Due ${date}`,
})
