/** Whether the page may be left: not without a question while something of one's own is not saved. */
import type { LinkState, SessionClient } from '../sync/session-client.ts'

/** Whether something of one's own would be lost by loading the page anew. */
export function isBusy(link: LinkState): boolean {
  return (link.is === 'live' || link.is === 'lost') && link.waiting > 0
}

/**
 * Lets `page` ask before it is left, only while something is unsaved: a page that listens for it cannot be kept for the
 * way back. Returns its own undoing.
 */
export function warnWhileBusy(
  client: Pick<SessionClient, 'link' | 'subscribe'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const stop = client.subscribe(() => {
    page[isBusy(client.link()) ? 'addEventListener' : 'removeEventListener']('beforeunload', warn)
  })
  return () => {
    stop()
    // What the next person on this device does is no business of these words: they are kept.
    page.removeEventListener('beforeunload', warn)
  }
}

function warn(event: Event): void {
  event.preventDefault()
}
