/** Words of a connection that stays away, and of what can be saved meanwhile. */
import { translated } from './catalogue.ts'
import { plural } from './common.ts'

export const lost = translated('lost', {
  reconnecting: (kept: boolean): string =>
    kept ? 'Reconnecting. Nothing is lost.' : 'Reconnecting. Leave the page open.',
  /** Why nothing is saved, and what becomes of one's words. */
  unsaved: (why: 'offline' | 'away' | 'pages' | 'read-only', n: number, kept: boolean) => {
    const reason = {
      offline: 'offline',
      away: 'sent away for a while',
      pages: 'too many of your pages are open',
      'read-only': 'the server can’t save at the moment',
    }[why]
    if (!kept)
      return n === 0
        ? `Nothing is saved now: ${reason}. This device can’t keep what you write, so leave the page open.`
        : `Not saved: ${reason}, ${plural(n, 'change waits', 'changes wait')}. This device can’t keep ${n === 1 ? 'it' : 'them'}, so leave the page open.`
    return n === 0
      ? `Nothing is saved now: ${reason}. What you write is kept on this device.`
      : `Not saved: ${reason}, ${plural(n, 'change waits', 'changes wait')} on this device.`
  },
  /** Why a page to which nothing has come yet is not let in. */
  keptOut: (why: 'offline' | 'away' | 'pages' | 'read-only'): string =>
    why === 'pages' ? 'Too many of your pages are open.' : 'This page was sent away for a while.',
  back: (n: number) => (n === 0 ? 'Back.' : `Back. ${plural(n, 'change', 'changes')} sent.`),
  noAnswer: 'The server isn’t answering.',
  away: 'Too much came from this page at once. Leave it open: it comes back by itself within ten minutes.',
  pages: 'Close one of them, and this one comes back by itself.',
  readOnly: 'You can read on. When it can save again, everything is sent by itself.',
  tryNow: 'Try now',
  save: 'Save what I can see',
  savedFrom: (time: string) =>
    `Saved from one screen at ${time}, while the server did not answer. It may not be complete.`,
  drafts: 'My drafts, which nobody else has seen',
  begun: 'Begun, not sent',
  unplaced: 'In no category',
})
