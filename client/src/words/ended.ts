/** Words for when there is no session on the page any more, and what became of one's own. */
import { translated } from './catalogue.ts'
import { plural } from './common.ts'

export const ended = translated('ended', {
  reload: 'Reload',
  home: 'To the start page',
  join: 'Join again',
  comeBack: 'Ask to come back',
  copy: 'Copy',
  copyAll: 'Copy my drafts',
  copied: 'Copied',
  copyFailed: 'Copying did not work. Select the text instead.',
  unsavedTitle: (n: number) =>
    `${plural(n, 'text of yours is', 'texts of yours are')} still on this device`,
  unsavedBody: 'Copy what you still need before you go on.',
  why: {
    removed: {
      title: 'You’re out of this session',
      body: 'The facilitator removed you. Cards you shared stay on the board. To come back, ask to be let in.',
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
    damaged: {
      title: 'This session cannot be opened',
      body: 'What is saved of it cannot be read. The person who runs the server has been told. Once it is mended, reload this page.',
    },
  },
})
