/** The parts of Yjs 13.6 that it does not document and the gate relies on, typed in one place. */
import * as Y from 'yjs'

export type Store = Y.Doc['store']
/** Name of one unit of content: the clock of the client that wrote it. */
export interface Id {
  readonly client: number
  readonly clock: number
}
/** Any shared type: what we ask of it is where it stands. */
export interface AnyType {
  readonly _item: Y.Item | null
}
export type Decoded = ReturnType<typeof Y.decodeUpdate>
/** Client id to ranges, sorted and without overlap. */
export type Ranges = Decoded['ds']['clients']

/** The parent a decoded, not yet integrated item names: a root by name, a type by id, or nothing (it has origins). */
export function wireParent(item: Y.Item): string | Id | null {
  const parent: unknown = item.parent
  if (typeof parent === 'string' || parent instanceof Y.ID) return parent
  return null
}

/** The type an integrated item stands in. */
export function parentType(item: Y.Item): AnyType | null {
  const { parent } = item
  return parent instanceof Y.AbstractType ? parent : null
}

/** The item a type stands in; null for a root. */
export function itemOf(type: AnyType): Y.Item | null {
  return type._item
}

/** The rightmost item of a key, which holds its value unless it is deleted. */
export function keyItem(map: Y.Map<unknown>, key: string): Y.Item | undefined {
  return map._map.get(key)
}

/** The first item of a text, deleted or not. */
export function firstItem(text: Y.Text): Y.Item | null {
  return text._start
}

/** The struct that holds an id below its client's state. */
export function structAt(store: Store, id: Id): Y.Item | Y.GC {
  return Y.getItem(store, Y.createID(id.client, id.clock))
}

/** Calls back for each integrated struct that overlaps `[from, to)` of a client, in clock order. */
export function eachStruct(
  store: Store,
  client: number,
  from: number,
  to: number,
  visit: (struct: Y.Item | Y.GC) => void,
): void {
  const structs = store.clients.get(client)
  if (structs === undefined || from >= to) return
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (struct === undefined || struct.id.clock >= to) return
    visit(struct)
  }
}

/** The delete set with its ranges sorted and merged, so that overlapping ranges cost nothing twice. */
export function tidy(ds: Decoded['ds']): Ranges {
  if (ds.clients.size === 0) return ds.clients
  return Y.mergeDeleteSets([ds]).clients
}

export function sameId(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
}
