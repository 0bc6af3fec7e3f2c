/** Reads the bytes of an update and keeps what the document does not know yet. Touches no document. */
import * as Y from 'yjs'
import { CLIENTS_MAX, CLOCK_MAX, TOMBSTONE_MAX } from './limits.ts'
import type { FrameLimits } from './limits.ts'
import { gap, hard } from './reject.ts'
import { tidy } from './yjs-internals.ts'
import type { Decoded, Id, Ranges, Store } from './yjs-internals.ts'

/** A struct of which at least the end is new. */
export interface Fresh {
  readonly struct: Y.Item | Y.GC
  readonly client: number
  /** First clock we do not know; `skip` units of the struct lie before it. */
  readonly clock: number
  readonly end: number
  readonly skip: number
}

export interface Incoming {
  /** New structs in clock order, all of one client. */
  readonly fresh: readonly Fresh[]
  /** Whom the fresh structs belong to; null when there are none. */
  readonly writer: number | null
  /** Clock the writer reaches with this update. */
  readonly end: number
  readonly deletes: Ranges
}

/**
 * Decodes a V1 update against what the store knows. Structs known already are left out, whoever
 * wrote them, since sync step 2 repeats them. Throws {@link Reject}.
 */
export function decode(
  update: Uint8Array,
  store: Store,
  clientIds: ReadonlySet<number>,
  limits: FrameLimits,
): Incoming {
  if (update.byteLength > limits.maxBytes) hard('update-too-large')
  const { structs, ds } = parse(update)
  if (structs.length > limits.maxStructs) hard('too-many-structs')

  const fresh: Fresh[] = []
  const sections = new Set<number>()
  let section = -1
  let known = 0
  let next = 0
  let writer: number | null = null
  let end = 0
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (client !== section) {
      // Yjs' two parsers disagree on a client that comes twice.
      if (sections.has(client)) hard('section-twice')
      if (sections.add(client).size > CLIENTS_MAX) hard('too-many-sections')
      section = client
      known = Y.getState(store, client)
      next = known
    }
    if (!(struct.length > 0)) hard('empty-struct')
    const last = clock + struct.length
    if (!Number.isSafeInteger(last) || last > CLOCK_MAX) hard('clock-range')
    if (last <= known) continue
    if (!(struct instanceof Y.Item || struct instanceof Y.GC)) gap('skip')
    if (!clientIds.has(client)) hard('foreign-client-id')
    // A document writes with one id; with two, their structs could wait for each other for ever.
    if (writer !== null && writer !== client) hard('several-writers')
    const from = Math.max(clock, known)
    if (from !== next) gap('clock-gap')
    if (isTombstone(struct) && struct.length > TOMBSTONE_MAX) hard('tombstone-too-long')
    writer = client
    next = last
    end = last
    fresh.push({ struct, client, clock: from, end: last, skip: from - clock })
  }
  return { fresh, writer, end, deletes: tidy(ds) }
}

/** The unit of content to whose right the new part of an item was written. */
export function originOf(fresh: Fresh, item: Y.Item): Id | null {
  return fresh.skip > 0 ? { client: fresh.client, clock: fresh.clock - 1 } : item.origin
}

/** The fresh struct that holds a clock of the writer, or null. */
export function freshAt(fresh: readonly Fresh[], clock: number): Fresh | null {
  let low = 0
  let high = fresh.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const candidate = fresh[middle]
    if (candidate === undefined) return null
    if (clock < candidate.clock) high = middle - 1
    else if (clock >= candidate.end) low = middle + 1
    else return candidate
  }
  return null
}

function isTombstone(struct: Y.Item | Y.GC): boolean {
  return struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted
}

/** `decodeUpdate` allocates nothing ahead, unlike `applyUpdate`, and names roots without defining them. */
function parse(update: Uint8Array): Decoded {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return hard('malformed')
  }
}
