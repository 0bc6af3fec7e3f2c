/** Letters of two halves (surrogate pairs): Yjs loses one for ever when an item comes between its halves. */
import * as Y from 'yjs'
import { originOf } from './decode.ts'
import type { Fresh } from './decode.ts'
import { structAt } from './yjs-internals.ts'
import type { Id, Store } from './yjs-internals.ts'

/** Whether a new piece of text stands between the two halves of a letter that the document has. */
export function cutsLetter(store: Store, fresh: Fresh): boolean {
  const { struct } = fresh
  if (!(struct instanceof Y.Item)) return false
  const origin = originOf(fresh, struct)
  const { rightOrigin } = struct
  return (
    (origin !== null && cutsBehind(store, origin)) ||
    (rightOrigin !== null &&
      cutsBehind(store, { client: rightOrigin.client, clock: rightOrigin.clock - 1 }))
  )
}

/** Whether the unit is the first half of a letter whose second half is in the same item. */
function cutsBehind(store: Store, id: Id): boolean {
  if (id.clock < 0 || id.clock >= Y.getState(store, id.client)) return false
  const item = structAt(store, id)
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return false
  const { str } = item.content
  const at = id.clock - item.id.clock
  const unit = str.charCodeAt(at)
  return at + 1 < str.length && unit >= 0xd800 && unit <= 0xdbff
}
