/** The text an update brings to an entry, and whether it stands in one order for everybody. */
import * as Y from 'yjs'
import type { Fresh } from './decode.ts'
import { originOf } from './decode.ts'
import { chainFrom, integrate } from './order.ts'
import { hard } from './reject.ts'
import type { Scene } from './scene.ts'
import { firstItem, structAt } from './yjs-internals.ts'
import type { Store } from './yjs-internals.ts'

/** The new text of a new entry, in reading order. Throws `Reject`. */
export function bornWords(scene: Scene, strings: readonly Fresh[]): string {
  const only = strings[0]
  if (strings.length === 1 && only !== undefined) return liveText(scene, only, only.clock, only.end)
  const chain = chainFrom(null)
  for (const fresh of strings) {
    const { struct } = fresh
    if (struct instanceof Y.Item && !integrate(chain, fresh, struct)) hard('origin-order')
  }
  let words = ''
  for (let part = chain.start; part !== null; part = part.right) {
    if (part.fresh !== null) words += liveText(scene, part.fresh, part.clock, part.end)
  }
  return words
}

/** The new text of an entry the document has, in the order it was written. Throws `Reject`. */
export function knownWords(
  scene: Scene,
  store: Store,
  text: Y.Text,
  strings: readonly Fresh[],
): string {
  const only = strings[0]
  if (strings.length === 1 && only !== undefined) checkBetween(store, only)
  else if (strings.length > 1) {
    const chain = chainFrom(firstItem(text))
    for (const fresh of strings) {
      const { struct } = fresh
      if (struct instanceof Y.Item && !integrate(chain, fresh, struct)) hard('origin-order')
    }
  }
  return strings.map((fresh) => liveText(scene, fresh, fresh.clock, fresh.end)).join('')
}

/** A right origin to the left of the origin would be read differently from a snapshot than live. */
function checkBetween(store: Store, fresh: Fresh): void {
  const { struct } = fresh
  if (!(struct instanceof Y.Item)) return
  const origin = originOf(fresh, struct)
  const { rightOrigin } = struct
  if (origin === null || rightOrigin === null) return
  const left = structAt(store, origin)
  const right = structAt(store, rightOrigin)
  if (left === right) {
    if (rightOrigin.clock <= origin.clock) hard('origin-order')
    return
  }
  let item = left instanceof Y.Item ? left.right : null
  while (item !== null && item !== right) item = item.right
  if (item === null) hard('origin-order')
}

/** The part `[from, to)` of a new string, without what the same update deletes again. */
function liveText(scene: Scene, fresh: Fresh, from: number, to: number): string {
  const { struct } = fresh
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return ''
  const { str } = struct.content
  const start = fresh.clock - fresh.skip
  let words = ''
  let at = from
  for (const cut of scene.cuts.get(fresh) ?? []) {
    if (cut.from > at) words += str.slice(at - start, Math.min(cut.from, to) - start)
    at = Math.max(at, cut.to)
    if (at >= to) return words
  }
  return words + str.slice(at - start, to - start)
}
