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
  /** Of a server that lets this page in later. */
  stillAway: {
    away: 'Too much came from this page at once. Leave it open: it comes back by itself within ten minutes.',
    pages: 'Too many of your pages are open. Close one of them, and this one opens by itself.',
  },
  notNow:
    'This can only be done while the server answers and saves. It is not done later by itself: press again then.',
  reload: 'Reload',
  failedTitle: 'That didn’t work, and it’s on us',
  failedBody: 'What was saved is safe. Reload the page to go on.',
  /** Notices of the session. */
  removed: 'Removed',
  notSaved: 'This text could not be saved. It is kept here to copy.',
  keptFromBefore: 'This text was not saved before the page was reloaded. It is kept here to copy.',
  left: 'You have left the session, so this was not sent.',
})
