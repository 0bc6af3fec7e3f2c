/** Words of the connection: what happens to one's own words when something comes between. */

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const link = {
  product: 'Plenary',
  pageTitle: (title: string) => `${title} · Plenary`,
  problem: {
    offline: 'The server isn’t answering. Check your connection and try again.',
    unreadable: 'The server gave an answer this page does not understand. Reload it.',
  },
  connecting: 'Opening the session',
  stillConnecting: 'The server isn’t answering yet. We keep trying.',
  reload: 'Reload',
  home: 'To the start page',
  join: 'Join again',
  copy: 'Copy',
  copied: 'Copied',
  unsavedTitle: (n: number) => `${plural(n, 'text of yours was', 'texts of yours were')} not saved`,
  unsavedBody: 'Copy what you still need before you go on.',
  ended: {
    removed: {
      title: 'You’re no longer in this session',
      body: 'The facilitator can let you in again. What you gave stays.',
    },
    'not-found': {
      title: 'There is no such session here',
      body: 'It may have been deleted, or the address is not complete. Check the link you were given.',
    },
    version: {
      title: 'Plenary has been updated',
      body: 'This page is of another version than the server. Reload it to go on.',
    },
    token: {
      title: 'This device has no seat in the session any more',
      body: 'Join again with your name. What you gave stays.',
    },
    refused: {
      title: 'The connection was refused',
      body: 'That is on us. Reload the page to come back in.',
    },
  },
  failedTitle: 'That didn’t work, and it’s on us',
  failedBody: 'What was saved is safe. Reload the page to go on.',
  /** Notices of the session. */
  removed: {
    card: 'Card removed',
    lane: 'Category removed. Its cards are still to place.',
    group: 'Group removed',
    action: 'Action removed',
    note: 'Note removed',
    field: 'Text removed',
  },
  notSaved: 'This text could not be saved. It is kept here to copy.',
  keptFromBefore: 'This text was not saved before the page was reloaded. It is kept here to copy.',
  left: 'You have left the session, so this was not sent.',
} as const
