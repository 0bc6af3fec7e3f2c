/** Finds out what each deleted range of an update holds. */
import * as Y from 'yjs'
import type { Fresh, Incoming } from './decode.ts'
import { CUTS_MAX } from './limits.ts'
import { gap, hard } from './reject.ts'
import type { Spots } from './resolve.ts'
import { nodeOf } from './scene.ts'
import type { Node, Roots, Scene } from './scene.ts'
import { eachStruct, parentType } from './yjs-internals.ts'
import type { Store } from './yjs-internals.ts'

/**
 * Files every deletion of something live under its entry. What is deleted already is dropped: sync step 2
 * carries the whole known history. Throws `Reject`.
 */
export function resolveDeletes(
  incoming: Incoming,
  clientIds: ReadonlySet<number>,
  spots: Spots,
  scene: Scene,
  roots: Roots,
  store: Store,
): void {
  let cuts = 0
  for (const [client, ranges] of incoming.deletes) {
    const state = Y.getState(store, client)
    const end = client === incoming.writer ? incoming.end : state
    for (const { clock, len } of ranges) {
      const to = clock + len
      if (!Number.isSafeInteger(to)) hard('clock-range')
      // Yjs would keep it and delete whatever is written there later, in somebody else's name. Its own
      // lost words an honest client may well delete.
      if (to > end && len > 0) {
        if (clientIds.has(client)) gap('delete-gap')
        hard('delete-of-the-future')
      }
      eachStruct(store, client, clock, Math.min(to, state), (struct) => {
        if (struct instanceof Y.Item && !struct.deleted) {
          const from = Math.max(clock, struct.id.clock)
          fileDelete(struct, from, Math.min(to, struct.id.clock + struct.length))
        }
      })
    }
    if (client === incoming.writer) fileCuts(ranges)
  }

  /** Both lists are sorted, so one walk will do. */
  function fileCuts(ranges: readonly { clock: number; len: number }[]): void {
    let i = 0
    for (const fresh of incoming.fresh) {
      for (let range = ranges[i]; range !== undefined; range = ranges[++i]) {
        const from = Math.max(range.clock, fresh.clock)
        const to = Math.min(range.clock + range.len, fresh.end)
        if (from < to) fileCut(fresh, from, to)
        if (range.clock + range.len > fresh.end) break
      }
    }
  }

  function fileDelete(item: Y.Item, from: number, to: number): void {
    const type = parentType(item)
    const node: Node = type === null ? { at: 'dead' } : nodeOf(scene, roots, type)
    switch (node.at) {
      case 'session':
        return hard('server-only')
      case 'cards':
        return hard('entry-deleted')
      case 'entry':
        if (node.entry.is === 'known') node.entry.dropped.add(item.parentSub ?? '')
        return undefined
      case 'text':
        count()
        if (node.entry.is === 'known') {
          node.entry.erased.push({ client: item.id.client, clock: from, length: to - from })
        }
        return undefined
      case 'dead':
        return undefined
    }
  }

  function fileCut(fresh: Fresh, from: number, to: number): void {
    const isType = fresh.struct instanceof Y.Item && fresh.struct.content instanceof Y.ContentType
    if (isType && spots.get(fresh)?.node.at !== 'dead') hard('entry-deleted')
    count()
    const ranges = scene.cuts.get(fresh)
    if (ranges === undefined) scene.cuts.set(fresh, [{ from, to }])
    else ranges.push({ from, to })
  }

  /** Each cut is one more place to look at for every piece beside it. */
  function count(): void {
    if (++cuts > CUTS_MAX) hard('too-many-cuts')
  }
}
