/** Invented structs and spoiled bytes: what somebody sends who knows the format and means ill. */
import * as fc from 'fast-check'
import * as Y from 'yjs'
import type { RawItem } from './gate-board.ts'
import { raw } from './gate-board.ts'

const small = fc.nat({ max: 1_000 })
const forged = fc.record({
  /** Which unit of the document it leans on, if any. */
  origin: fc.option(small, { freq: 3 }),
  right: fc.option(small, { freq: 2 }),
  parent: small,
  key: fc.nat({ max: 12 }),
  content: fc.nat({ max: 15 }),
})
export const forgedStructs = fc.record({
  items: fc.array(forged, { maxLength: 5 }),
  deletes: fc.array(fc.tuple(small, fc.nat({ max: 6 })), { maxLength: 3 }),
  /** In one case of many under an id that is not the sender's. */
  stolen: fc.nat({ max: 30 }),
})
export type Forged = typeof forgedStructs extends fc.Arbitrary<infer T> ? T : never

type Id = readonly [client: number, clock: number]
const KEYS = ['place', 'removed', 'group', 'kind', 'by', 'text', '__proto__'] as const

/** An update of structs that lean on real ones. */
export function forge(doc: Y.Doc, client: number, clock: number, made: Forged): Uint8Array {
  const ids = unitsOf(doc)
  const at = (n: number): Id => ids[n % Math.max(1, ids.length)] ?? [client, 0]
  const items = made.items.map((one, n): RawItem => {
    const own: Id = [client, clock + n - 1]
    // A right neighbour is mostly the one that stands there.
    const origin = one.origin === null ? null : one.origin % 7 === 0 ? own : at(one.origin)
    const next: Id | null = origin === null ? null : [origin[0], origin[1] + 1]
    const right = one.right === null ? null : one.right % 3 === 0 ? at(one.right) : next
    const key = KEYS[one.key]
    return {
      ...(origin === null ? {} : { origin }),
      ...(right === null ? {} : { rightOrigin: right }),
      ...(origin === null && right === null
        ? { parent: one.parent % 11 === 0 ? rootOf(one.parent) : at(one.parent) }
        : {}),
      ...(key === undefined || origin !== null || right !== null ? {} : { key }),
      content: contentOf(one.content),
    }
  })
  const from = made.stolen === 0 ? at(made.deletes.length)[0] : client
  const deletes = made.deletes.map(([n, length]): [...Id, number] => [...at(n), length])
  return raw({ client: from, clock, items, deletes })
}

const rootOf = (n: number): string => ['cards', 'session', 'junk', '__proto__'][n % 4] ?? 'cards'

function contentOf(n: number): RawItem['content'] {
  switch (n) {
    case 0:
      return new Y.ContentDeleted(1 + (n % 3))
    case 1:
      return new Y.ContentAny(['section/e'])
    case 2:
      return new Y.ContentAny([true])
    case 3:
      return new Y.ContentAny([{ a: 1 }])
    case 4:
      return new Y.ContentType(new Y.Map())
    case 5:
      return new Y.ContentType(new Y.Text())
    case 6:
      return new Y.ContentFormat('bold', 'true')
    case 7:
      return new Y.ContentDeleted(2)
    case 8:
      return new Y.ContentString('🙂')
    case 9:
      return new Y.ContentAny(['eve'])
    default:
      return new Y.ContentString('EVE')
  }
}

/** Names of all units of content, living and dead, of all clients. */
function unitsOf(doc: Y.Doc): Id[] {
  const ids: Id[] = []
  for (const [client, structs] of doc.store.clients)
    for (const struct of structs)
      for (let n = 0; n < Math.min(struct.length, 12); n++) ids.push([client, struct.id.clock + n])
  return ids
}

/** The bytes with some of them changed, taken out, doubled, or followed by those of another update. */
export function mutated(
  update: Uint8Array,
  spoil: readonly (readonly [at: number, byte: number, how: number])[],
  others: readonly Uint8Array[],
): Uint8Array {
  let bytes = [...update]
  for (const [at, byte, how] of spoil) {
    const where = at % Math.max(1, bytes.length)
    if (how === 0) bytes[where] = byte
    else if (how === 1) bytes.splice(where, 1)
    else if (how === 2) bytes.splice(where, 0, byte)
    else {
      const other = others[byte % Math.max(1, others.length)]
      bytes = [...bytes.slice(0, where), ...(other ?? []).slice(where)]
    }
  }
  return Uint8Array.from(bytes)
}
