/** A board of the past, for everything that draws the board of now. */
import { boardReader, createBoard, putEntry } from '@plenary/shared/board'
import { placeOf } from '@plenary/shared/entry'
import type { PastEntry, WayBack } from '@plenary/shared/past'
import { wayBack } from '@plenary/shared/past'
import { createProjection } from './projection.ts'
import type { SessionClient } from './session-client.ts'

/** The same session with a board that stands still. */
export function pastClient(client: SessionClient, entries: readonly PastEntry[]): SessionClient {
  const doc = createBoard()
  doc.transact(() => {
    for (const { id, kind, text, aside: _, parent, order, x, y, ...fields } of entries) {
      const place = placeOf({ parent, order, ...(x === undefined ? {} : { x, y: y ?? 0 }) })
      putEntry(doc, { do: 'put', id, kind, text, place, fields: stringsOf(fields) })
    }
  })
  const { attach, entry, ids, unplaced, subscribeEntry, subscribeList } = createProjection()
  attach(doc)
  return { ...client, entry, ids, unplaced, subscribeEntry, subscribeList }
}

function stringsOf(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set: Record<string, string> = {}
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) set[field] = value
  return set
}

/** What would be another on the board of now; null while there is none. */
export function wayBackFrom(client: SessionClient, entries: readonly PastEntry[]): WayBack | null {
  const doc = client.editing.doc()
  return doc === null ? null : wayBack(entries, boardReader(doc))
}
