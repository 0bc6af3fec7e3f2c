import type { Entry } from '@plenary/shared/entry'
import { someoneOf } from '../look/room.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'

/** Watches a card in one's hand until the returned call; `lost` gets a sentence when others remove, move or take it. */
export function watchHand(
  client: SessionClient,
  entry: Entry,
  lost: (why: string) => void,
): () => void {
  const lostBecause = (): string | null => {
    const now = client.entry(entry.id)
    if (now === null || now.removed) return desk.board.goneWhileMoving
    if (now.parent !== entry.parent || now.order !== entry.order) return desk.board.movedWhileMoving
    const view = client.view()
    const holder = view?.holders.get(entry.id)
    if (view === null || holder === undefined) return null
    return desk.board.takenBy(someoneOf(view, holder)?.name ?? common.someone)
  }
  const check = () => {
    const why = lostBecause()
    if (why === null) return
    stop()
    lost(why)
  }
  const stops = [client.subscribeEntry(entry.id, check), client.subscribe(check)]
  const stop = () => {
    for (const end of stops) end()
  }
  return stop
}
