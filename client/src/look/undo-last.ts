import type { SessionClient } from '../sync/session-client.ts'
import { removed as words } from '../words/removed.ts'

/** Takes back what this person did last, and says so. */
export async function undoLast(client: SessionClient): Promise<void> {
  const what = client.lastDeed()
  if (what === undefined) client.notify({ is: 'info', message: words.nothing })
  else if (await client.undoLast()) client.notify({ is: 'info', message: words.undone(what) })
}
