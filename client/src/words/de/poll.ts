/** German words of a question that everybody answers once. */
import type { poll as english } from '../poll.ts'

export const poll: typeof english = {
  title: 'Deine Antwort',
  hidden: 'Antworten bleiben verborgen, bis alle zusammen gezeigt werden. Niemand sieht, wer was.',
  notYours: 'Du antwortest hier nicht.',
  answered: (n, of) => `${n} von ${of} haben geantwortet.`,
  mayChange: 'Bis dahin kannst du deine ändern.',
  result: 'Antworten',
}
