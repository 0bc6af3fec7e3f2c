/** Words for when there is no session on the page any more, and what became of one's own. */
import { translated } from './catalogue.ts'
import { plural } from './common.ts'

export const ended = translated('ended', {
  reload: 'Reload',
  home: 'To the start page',
  join: 'Join again',
  copy: 'Copy',
  copied: 'Copied',
  unsavedTitle: (n: number) => `${plural(n, 'text of yours was', 'texts of yours were')} not saved`,
  unsavedBody: 'Copy what you still need before you go on.',
  why: {
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
})
