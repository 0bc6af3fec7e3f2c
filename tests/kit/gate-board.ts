/** A board behind a gate, clients that write to it, and raw structs no honest client writes. */
import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import { createGate } from '@plenary/server/gate/gate'
import type { Judge, Outcome } from '@plenary/server/gate/gate'
import type { FrameLimits } from '@plenary/server/gate/limits'

export const SERVER_ID = 2 ** 32 - 1

/** A card id for a number: the same one each time, in the right shape. */
export function cardId(n: number): string {
  return `card${n}`.padEnd(22, '_')
}

export const allow: Judge = () => null

export interface Board {
  doc: Y.Doc
  /** The updates the server emitted, one for each tick that changed something. */
  emitted: Uint8Array[]
  /** Several submits and server writes in one transaction. */
  tick<T>(work: (tr: Y.Transaction) => T): T
  /** One submit in a tick of its own. */
  submit(update: Uint8Array, client: number, judge?: Judge, limits?: Partial<FrameLimits>): Outcome
  /** One submit in an open tick. */
  within(tr: Y.Transaction, update: Uint8Array, client: number, judge?: Judge): Outcome
}

export function openBoard(): Board {
  const doc = new Y.Doc()
  doc.clientID = SERVER_ID
  const gate = createGate(doc)
  const emitted: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => {
    emitted.push(update)
  })
  const tick = <T>(work: (tr: Y.Transaction) => T): T => doc.transact(work, 'tick')
  return {
    doc,
    emitted,
    tick,
    submit: (update, client, judge = allow, limits = {}) =>
      tick((tr) => gate.submit(update, new Set([client]), judge, tr, limits)),
    within: (tr, update, client, judge = allow) =>
      gate.submit(update, new Set([client]), judge, tr),
  }
}

export interface Client {
  id: number
  doc: Y.Doc
  /** Does something to the document and returns the update a provider would send. */
  does(work: (cards: Y.Map<Y.Map<unknown>>) => void): Uint8Array
}

/** A document with a client id of its own and all the server has. */
export function openClient(board: Board, id: number): Client {
  const doc = new Y.Doc()
  doc.clientID = id
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc), 'server')
  const cards = doc.getMap<Y.Map<unknown>>('cards')
  doc.getMap('session')
  return {
    id,
    doc,
    does(work) {
      const sent: Uint8Array[] = []
      const keep = (update: Uint8Array): void => {
        sent.push(update)
      }
      doc.on('update', keep)
      doc.transact(() => work(cards), 'client')
      doc.off('update', keep)
      return sent[0] ?? new Uint8Array([0, 0])
    },
  }
}

/** Adds an entry as an honest client does. */
export function addEntry(
  cards: Y.Map<Y.Map<unknown>>,
  id: string,
  fields: Record<string, unknown> = {},
  text = '',
): void {
  const entry = new Y.Map<unknown>()
  const all = { kind: 'card', place: 'section/a', ...fields }
  for (const [key, value] of Object.entries(all)) entry.set(key, value)
  entry.set('text', new Y.Text(text))
  cards.set(id, entry)
}

export function textOf(cards: Y.Map<Y.Map<unknown>>, id: string): Y.Text {
  const text = cards.get(id)?.get('text')
  if (text instanceof Y.Text) return text
  throw new Error(`no text in ${id}`)
}

/** Everything on a board as plain values with sorted keys: the order of keys in a `Y.Map` does not converge. */
export function plain(doc: Y.Doc): unknown {
  const rows: [string, [string, unknown][]][] = []
  for (const [id, entry] of doc.getMap<Y.Map<unknown>>('cards')) {
    const fields = [...entry].map(([key, value]): [string, unknown] => [
      key,
      value instanceof Y.Text ? value.toJSON() : value,
    ])
    rows.push([id, fields.toSorted(byKey)])
  }
  return rows.toSorted(byKey)
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1
}

export function hasText(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes).includes(text)
}

type Id = readonly [client: number, clock: number]

/** An item as it could stand on the wire. `parent`: a root's name or the id of a type's item. */
export interface RawItem {
  origin?: Id
  rightOrigin?: Id
  parent?: string | Id
  key?: string
  content: Y.ContentAny | Y.ContentString | Y.ContentDeleted | Y.ContentType | Y.Item['content']
}

const idOf = (id: Id | undefined): Y.ID | null => (id === undefined ? null : Y.createID(...id))

export interface RawUpdate {
  client: number
  clock: number
  items: readonly (RawItem | Uint8Array)[]
  deletes?: readonly (readonly [client: number, clock: number, length: number])[]
}

/** The bytes of an update with one section, or several of them. */
export function raw(...sections: readonly RawUpdate[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  encoding.writeVarUint(rest, sections.length)
  for (const { client, clock, items } of sections) {
    encoding.writeVarUint(rest, items.length)
    encoder.writeClient(client)
    encoding.writeVarUint(rest, clock)
    for (const item of items) {
      if (item instanceof Uint8Array) encoding.writeUint8Array(rest, item)
      else rawItem(encoder, item)
    }
  }
  const deletes = sections.flatMap((section) => section.deletes ?? [])
  encoding.writeVarUint(rest, deletes.length)
  for (const range of deletes) {
    encoding.writeVarUint(rest, range[0])
    encoding.writeVarUint(rest, 1)
    encoding.writeVarUint(rest, range[1])
    encoding.writeVarUint(rest, range[2])
  }
  return encoder.toUint8Array()
}

function rawItem(encoder: Y.UpdateEncoderV1, item: RawItem): void {
  const { parent, content } = item
  const root = new Y.Doc()
  const type =
    typeof parent === 'string'
      ? root.getMap(parent)
      : parent === undefined
        ? null
        : Y.createID(...parent)
  new Y.Item(
    Y.createID(0, 0),
    null,
    idOf(item.origin),
    null,
    idOf(item.rightOrigin),
    type,
    item.key ?? null,
    content,
  ).write(encoder, 0)
}

/** The id of the item that holds a key of an entry, or of the entry itself. */
export function idOfKey(doc: Y.Doc, id: string, key?: string): Id {
  const cards = doc.getMap<Y.Map<unknown>>('cards')
  const map = key === undefined ? cards : cards.get(id)
  const item = map?._map.get(key ?? id)
  if (item === undefined) throw new Error(`nothing at ${id} ${key ?? ''}`)
  return [item.id.client, item.id.clock]
}

/** All that a rejected update must leave as it was. */
export function fingerprint(board: Board): unknown {
  const { doc } = board
  return {
    bytes: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex'),
    roots: [...doc.share.keys()],
    clientID: doc.clientID,
    emitted: board.emitted.length,
    pendingStructs: doc.store.pendingStructs,
    pendingDs: doc.store.pendingDs,
  }
}
