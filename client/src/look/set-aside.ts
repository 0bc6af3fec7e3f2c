/** A hurtful card goes face down for all in one press, and comes back the same way. */
import type { SessionClient } from '../sync/session-client.ts'
import { groups as words } from '../words/groups.ts'

/** `isAside`: it is set aside now, so it comes back. */
export function setAside(client: SessionClient, card: string, isAside: boolean): void {
  const back = () => void client.ask({ type: 'card.return', card })
  if (isAside) {
    back()
    return
  }
  void client.ask({ type: 'card.aside', card }).then(({ ok }) => {
    if (ok) client.notify({ is: 'info', message: words.asideDone, undo: back })
  })
}
