/** A board without its history: what was overwritten, deleted and by whom, grows for ever until then. */
import { cardsOf, createBoard, sessionOf } from '@plenary/shared/board'
import type { Published } from '@plenary/shared/published'
import * as Y from 'yjs'
import { heldFacts, writeFacts } from './publish.ts'

/** More client ids that have written than this make every transaction slow. */
const WRITERS_MAX = 1_000
/** A smaller board is not worth it. Bytes. */
export const REBUILD_FROM = 512 * 1024

/** Whether a board is mostly history, or was written by too many. */
export function isSwollen(doc: Y.Doc): boolean {
  if (doc.store.clients.size > WRITERS_MAX) return true
  const bytes = Y.encodeStateAsUpdate(doc).byteLength
  if (bytes <= REBUILD_FROM || bytes <= 2 * leastBytesOf(doc)) return false
  const fresh = rebuiltBoard(doc, 1)
  // The facts come back with the next tick, so that what they take is no reason to begin anew.
  fresh.transact(() => writeFacts(sessionOf(fresh), NO_FACTS, heldFacts(sessionOf(doc))))
  return bytes > 2 * Y.encodeStateAsUpdate(fresh).byteLength
}

const NO_FACTS: Published = { values: {}, maps: {} }

/** Less than the board would take without its history, and known without building it. */
function leastBytesOf(doc: Y.Doc): number {
  let bytes = 0
  for (const [id, entry] of cardsOf(doc).entries()) {
    bytes += id.length
    if (!(entry instanceof Y.Map)) continue
    for (const [field, value] of entry.entries())
      bytes +=
        field.length +
        (value instanceof Y.Text ? value.length : typeof value === 'string' ? value.length : 1)
  }
  return bytes
}

/** The same entries with the same fields and words in a new document; the same bytes each time. */
export function rebuiltBoard(doc: Y.Doc, clientId: number): Y.Doc {
  const fresh = createBoard()
  fresh.clientID = clientId
  const entries = [...cardsOf(doc).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  fresh.transact(() => {
    for (const [id, entry] of entries)
      if (entry instanceof Y.Map) cardsOf(fresh).set(id, copyOf(entry))
  })
  return fresh
}

function copyOf(entry: Y.Map<unknown>): Y.Map<unknown> {
  const copy = new Y.Map<unknown>()
  const fields = [...entry.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [field, value] of fields)
    copy.set(field, value instanceof Y.Text ? new Y.Text(value.toString()) : value)
  return copy
}
