/** Words of a question that everybody answers once. */
import { translated } from './catalogue.ts'

export const poll = translated('poll', {
  title: 'Your answer',
  hidden: 'Answers are hidden until they are shown together. No one sees whose is whose.',
  notYours: 'You don’t answer this one.',
  answered: (n: number, of: number) => `${n} of ${of} answered.`,
  mayChange: 'You can change yours until then.',
  result: 'Answers',
})
