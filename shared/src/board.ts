/** The board document: the only file that knows its Yjs keys. */
import * as Y from 'yjs'
import type { Edit } from './edit.ts'
import type { BoardReader, Entry } from './entry.ts'
import { parsePlace } from './entry.ts'
import { isKind } from './kinds.ts'

export const CARDS = 'cards'
const SESSION = 'session'

/** A board document with both roots defined, so that no update can define them as something else. */
export function createBoard(): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  cardsOf(doc)
  sessionOf(doc)
  return doc
}

export function cardsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(CARDS)
}

export function sessionOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(SESSION)
}

/** The live text of an entry, or null. */
export function textOf(doc: Y.Doc, id: string): Y.Text | null {
  const card = cardsOf(doc).get(id)
  const text = card instanceof Y.Map ? card.get('text') : null
  return text instanceof Y.Text ? text : null
}

const OPTIONAL = ['by', 'group', 'talk', 'owner', 'due', 'ticket', 'status', 'from', 'to'] as const

/** The plain value of one entry; null when there is none or it is none of ours. */
export function readEntry(doc: Y.Doc, id: string): Entry | null {
  const card = cardsOf(doc).get(id)
  if (!(card instanceof Y.Map)) return null
  const kind: unknown = card.get('kind')
  const text: unknown = card.get('text')
  const place: unknown = card.get('place')
  const at = typeof place === 'string' ? parsePlace(place) : null
  if (!isKind(kind) || !(text instanceof Y.Text) || at === null) return null
  const entry: { -readonly [key in keyof Entry]: Entry[key] } = {
    id,
    kind,
    text: text.toString(),
    parent: at.parent,
    order: at.order,
    removed: card.get('removed') === true,
    ...at.point,
  }
  for (const field of OPTIONAL) {
    const value: unknown = card.get(field)
    if (typeof value === 'string' && value !== '') entry[field] = value
  }
  return entry
}

/** Reads a document as it stands at each call. */
export function boardReader(doc: Y.Doc): BoardReader {
  const cards = cardsOf(doc)
  const size = entryCount(cards)
  return {
    entry: (id) => readEntry(doc, id),
    *entries() {
      for (const id of cards.keys()) {
        const entry = readEntry(doc, id)
        if (entry !== null) yield entry
      }
    },
    lastOrder(parent) {
      let last: string | null = null
      for (const card of cards.values()) {
        const place: unknown = card instanceof Y.Map ? card.get('place') : null
        const at = typeof place === 'string' ? parsePlace(place) : null
        if (at?.parent === parent && (last === null || at.order > last)) last = at.order
      }
      return last
    },
    get size() {
      return size()
    },
  }
}

/**
 * Counts entries without looking at all of them again: keys only ever come, and at the end. An add that was taken back
 * leaves its key behind, deleted; an entry may come under that key after all, and then it stays.
 */
function entryCount(cards: Y.Map<unknown>): () => number {
  const come = cards._map.entries()
  const gone = new Set<string>()
  let keys = 0
  return () => {
    // Never asked for more than there is, the iterator goes on when more has come.
    for (; keys < cards._map.size; keys++) {
      const [key, item] = come.next().value ?? []
      if (key !== undefined && item?.deleted === true) gone.add(key)
    }
    for (const key of gone) if (cards._map.get(key)?.deleted === false) gone.delete(key)
    return keys - gone.size
  }
}

/** Adds an entry; must run inside a transaction of the caller. */
export function putEntry(doc: Y.Doc, put: Extract<Edit, { do: 'put' }>): void {
  const card = new Y.Map<unknown>()
  card.set('kind', put.kind)
  card.set('text', new Y.Text(put.text))
  card.set('place', put.place)
  for (const [field, value] of Object.entries(put.fields ?? {})) card.set(field, value)
  cardsOf(doc).set(put.id, card)
}

/** Sets a field of an entry; nothing when the entry is gone. */
export function setField(doc: Y.Doc, id: string, field: string, value: string | boolean): void {
  const card = cardsOf(doc).get(id)
  if (card instanceof Y.Map && card.get(field) !== value) card.set(field, value)
}

/** Makes one edit; must run inside a transaction of the caller. */
export function makeEdit(doc: Y.Doc, edit: Edit): void {
  switch (edit.do) {
    case 'put':
      return putEntry(doc, edit)
    case 'set':
      return setField(doc, edit.id, edit.field, edit.value)
    case 'splice': {
      const text = textOf(doc, edit.id)
      if (text === null) return
      for (const { at, remove, insert } of edit.splices) {
        if (remove > 0) text.delete(at, remove)
        if (insert !== '') text.insert(at, insert)
      }
    }
  }
}
