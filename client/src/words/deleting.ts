/** Words of a session that is deleted for good. */
import { translated } from './catalogue.ts'

export const deleting = translated('deleting', {
  way: 'Delete the session',
  title: (title: string) => `Delete “${title}” for good?`,
  body: 'Cards, votes, actions and the report go, for everyone. Nothing brings them back.',
  first: 'Still need something?',
  report: 'Read or save the report first.',
  goes: (day: string) => `The session is deleted by itself on ${day}.`,
  keep: 'Keep it',
  erase: 'Delete for good',
})
