/** Writes what was judged, and nothing else, as a Yjs update: other parsers read other things into the bytes that came. */
import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import type { Fresh } from './decode.ts'
import type { Range } from './scene.ts'

/**
 * A V1 update of new structs (of one client, in clock order) and permitted deletions. `voided` ones take their clocks
 * and stand nowhere.
 */
export function encodeCanonical(
  fresh: readonly Fresh[],
  deletes: readonly Range[],
  voided: ReadonlySet<Fresh>,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  const first = fresh[0]
  encoding.writeVarUint(rest, first === undefined ? 0 : 1)
  if (first !== undefined) {
    encoding.writeVarUint(rest, fresh.length)
    encoder.writeClient(first.client)
    encoding.writeVarUint(rest, first.clock)
    for (const one of fresh) {
      const { struct, skip, client, clock, end } = one
      if (voided.has(one)) new Y.GC(Y.createID(client, clock), end - clock).write(encoder, 0)
      else struct.write(encoder, skip)
    }
  }
  const byClient = new Map<number, Range[]>()
  for (const range of deletes) {
    const ranges = byClient.get(range.client)
    if (ranges === undefined) byClient.set(range.client, [range])
    else ranges.push(range)
  }
  encoding.writeVarUint(rest, byClient.size)
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, ranges.length)
    for (const { clock, length } of ranges.toSorted((a, b) => a.clock - b.clock)) {
      encoding.writeVarUint(rest, clock)
      encoding.writeVarUint(rest, length)
    }
  }
  return encoder.toUint8Array()
}
