/** Whether the page may be left: not without a question while something of one's own is not saved. */
import type { SessionClient } from '../sync/session-client.ts'
import { isEmpty } from '../sync/unsaved.ts'

type Asked = Pick<SessionClient, 'link' | 'unsaved' | 'keeps'>

/** Whether something of one's own would be lost by loading the page anew: it is on its way, or nowhere but here. */
export function isBusy(client: Asked): boolean {
  const link = client.link()
  if (link.is !== 'live' && link.is !== 'lost') return false
  return link.waiting > 0 || (!client.keeps() && !isEmpty(client.unsaved()))
}

/**
 * Lets `page` ask before it is left, only while something is unsaved: a page that listens for it cannot be kept for the
 * way back. Returns its own undoing.
 */
export function warnWhileBusy(
  client: Asked & Pick<SessionClient, 'subscribe'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const stop = client.subscribe(() => {
    page[isBusy(client) ? 'addEventListener' : 'removeEventListener']('beforeunload', warn)
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
