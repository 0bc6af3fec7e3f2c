/** Notes in one's hand, watched: others see them held, and take them out of it. */
import { someoneOf } from '../look/room.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'

/** Held notes are said again before the others stop believing it. Milliseconds. */
const SAY_AGAIN = 4_000

/** Who else has a card in hand. */
export function heldByOther(client: SessionClient, card: string): string | null {
  const view = client.view()
  const holder = view?.holders.get(card)
  if (view === null || holder === undefined) return null
  return someoneOf(view, holder)?.name ?? common.someone
}

/** Watches until the returned call; `lost` gets a sentence when somebody else removes, moves or takes one of them. */
export function watchNotes(
  client: SessionClient,
  ids: readonly string[],
  lost: (why: string) => void,
): () => void {
  const placeOf = (id: string): string => {
    const { parent, x, y } = client.entry(id) ?? {}
    return `${parent} ${x},${y}`
  }
  const places = new Map(ids.map((id) => [id, placeOf(id)]))
  const check = () => {
    for (const id of ids) {
      const now = client.entry(id)
      const name = heldByOther(client, id)
      const why =
        now === null || now.removed
          ? desk.board.goneWhileMoving
          : placeOf(id) !== places.get(id)
            ? desk.board.movedWhileMoving
            : name === null
              ? null
              : desk.board.takenBy(name)
      if (why !== null) return lost(why)
    }
  }
  const hold = () => client.hold(ids[0] ?? '', false)
  hold()
  const again = setInterval(hold, SAY_AGAIN)
  const stops = [client.subscribe(check), ...ids.map((id) => client.subscribeEntry(id, check))]
  return () => {
    clearInterval(again)
    for (const stop of stops) stop()
    client.release()
  }
}
