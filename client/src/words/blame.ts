/** Words of the hints on blame: a question each, never a correction. Only the writer sees them. */
import { translated } from './catalogue.ts'

export const blame = translated('blame', {
  person: 'What made this possible, whoever was there?',
  'human error': 'What made it hard to do the right thing?',
  hindsight: 'What did they know at the time?',
  careless: 'What made this easy to get wrong?',
  'root cause': 'What made this possible?',
  about: (phrase: string) => `About “${phrase}”. Only you see this.`,
  leave: 'Leave it',
})
