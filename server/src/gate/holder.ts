/** Which value of a key holds once an update is applied: the rightmost one, as Yjs orders them. */
import * as Y from 'yjs'
import { originOf } from './decode.ts'
import type { Fresh } from './decode.ts'
import { chainFrom, integrate } from './order.ts'
import { hard } from './reject.ts'
import { sameId } from './yjs-internals.ts'
import type { Id } from './yjs-internals.ts'

/**
 * The new value that will hold a key, or null when the current one stays.
 * @param current the rightmost item of the key, deleted or not
 * @param values the new items of the key in clock order, tombstones included
 */
export function holderOf(current: Y.Item | undefined, values: readonly Fresh[]): Fresh | null {
  // Nearly always each value was written over the one we have, or over the one before it.
  let tail: Id | null = current === undefined ? null : current.lastId
  let holder: Fresh | null = null
  for (const fresh of values) {
    const { struct } = fresh
    if (!(struct instanceof Y.Item)) continue
    if (!sameId(originOf(fresh, struct), tail)) return holderByOrder(current, values)
    holder = fresh
    tail = { client: fresh.client, clock: fresh.end - 1 }
  }
  return holder
}

function holderByOrder(current: Y.Item | undefined, values: readonly Fresh[]): Fresh | null {
  let first = current ?? null
  while (first !== null && first.left !== null) first = first.left
  const chain = chainFrom(first)
  for (const fresh of values) {
    const { struct } = fresh
    if (struct instanceof Y.Item && !integrate(chain, fresh, struct)) hard('origin-order')
  }
  return chain.last === null ? null : chain.last.fresh
}
