/** Words of the page for an address that leads nowhere, and of the one after a fault of ours. */
import { translated } from './catalogue.ts'

export const nowhere = translated('nowhere', {
  title: 'There’s nothing at this address',
  body: 'The session may have been deleted, or the link is missing its last part.',
  home: 'All sessions',
  join: 'Join with a code',
  copyDetails: 'Copy details',
  detailsCopied: 'Details copied',
  copyFailed: 'Copying did not work.',
})
