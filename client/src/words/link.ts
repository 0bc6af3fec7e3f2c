/** Words of the connection: what happens to one's own words when something comes between. */
import { translated } from './catalogue.ts'

export const link = translated('link', {
  product: 'Plenary',
  pageTitle: (title: string) => `${title} · Plenary`,
  problem: {
    offline: 'The server isn’t answering. Check your connection and try again.',
    unreadable: 'The server gave an answer this page does not understand. Reload it.',
  },
  connecting: 'Opening the session',
  stillConnecting: 'The server isn’t answering yet. We keep trying.',
  notNow: 'The server isn’t answering or saving. When it is, look if this is done, or try again.',
  reload: 'Reload',
  failedTitle: 'That didn’t work, and it’s on us',
  failedBody: 'What was saved is safe. Reload the page to go on.',
  /** Notices of the session. */
  removed: 'Removed',
  notSaved: 'This text could not be saved. It is kept here to copy.',
  keptFromBefore: 'This text was not saved before the page was reloaded. It is kept here to copy.',
  left: 'You have left the session, so this was not sent.',
})
