/**
 * Remembers which values the gate has put back. Whoever wrote over the old value at the same time has not lost to
 * somebody else's value, but only to our putting back: their value holds.
 */
import * as Y from 'yjs'
import type { Fresh } from './decode.ts'
import { originOf } from './decode.ts'
import { keyItem, sameId } from './yjs-internals.ts'
import type { Id } from './yjs-internals.ts'

type Value = string | boolean

interface Trace {
  /** The value that was put back, as the items that held it are named; null = the key was absent. */
  readonly over: Id | null
  readonly before: Trace | null
  readonly depth: number
}

/** Refused values in a row over which a value is remembered. */
const DEPTH_MAX = 64

export class Restored {
  /** By the item that holds the key now. Yjs may merge it away: then the value counts as any other. */
  private readonly traces = new WeakMap<Y.Item, Trace>()

  /** Writes a key again, as it was: absent, or with the value of the item it was held by. */
  putBack(
    map: Y.Map<unknown>,
    field: string,
    { from, over }: { from: Value | undefined; over: Y.Item | undefined },
  ): void {
    const earlier = over === undefined ? null : (this.traces.get(over) ?? null)
    // A key that was absent is absent again: not every field has a value that says "none".
    if (from === undefined) map.delete(field)
    else map.set(field, from)
    const before = earlier !== null && earlier.depth < DEPTH_MAX ? earlier : null
    this.keep(map, field, over === undefined ? null : over.lastId, before)
  }

  /** Writes a value that lost only to one that was put back. */
  writeAgain(map: Y.Map<unknown>, field: string, to: Value, holder: Fresh): void {
    map.set(field, to)
    this.keep(map, field, { client: holder.client, clock: holder.end - 1 }, null)
  }

  /** The last of these values when all were written one over the other, and the first over one that was put back. */
  overtaken(current: Y.Item | undefined, values: readonly Fresh[]): Fresh | null {
    let trace = current === undefined ? null : (this.traces.get(current) ?? null)
    const [first] = values
    if (trace === null || first === undefined || !(first.struct instanceof Y.Item)) return null
    const origin = originOf(first, first.struct)
    while (trace !== null && !sameId(trace.over, origin)) trace = trace.before
    if (trace === null) return null
    let tail: Id | null = origin
    for (const fresh of values) {
      if (!(fresh.struct instanceof Y.Item) || !sameId(originOf(fresh, fresh.struct), tail))
        return null
      tail = { client: fresh.client, clock: fresh.end - 1 }
    }
    return values.at(-1) ?? null
  }

  private keep(map: Y.Map<unknown>, field: string, over: Id | null, before: Trace | null): void {
    const holder = keyItem(map, field)
    if (holder !== undefined)
      this.traces.set(holder, { over, before, depth: (before?.depth ?? 0) + 1 })
  }
}
