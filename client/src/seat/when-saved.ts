/** The moment in which nothing of one's own is on its way any more. */
import type { SessionClient } from '../sync/session-client.ts'

/** Longer is not waited: without a connection words stay on the device for their owner. Milliseconds. */
const LONGEST = 3_000

export function whenSaved(client: Pick<SessionClient, 'link' | 'subscribe'>): Promise<void> {
  return new Promise((done) => {
    const isSaved = (): boolean => {
      const link = client.link()
      return link.is === 'live' && link.waiting === 0
    }
    if (isSaved()) return done()
    const end = (): void => {
      stop()
      clearTimeout(timer)
      done()
    }
    const stop = client.subscribe(() => {
      if (isSaved()) end()
    })
    const timer = setTimeout(end, LONGEST)
  })
}
