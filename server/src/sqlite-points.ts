/** Points of the history in SQLite: written once, in the commit of the record that took them, and read one at a time. */
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Db } from './database.ts'
import type { StoredRecord } from './store.ts'

const PointRow = z.object({ bytes: z.instanceof(Uint8Array), crc32: z.number() })

/** Runs inside its caller's transaction. */
export function changePoints(
  db: Db,
  room: string,
  { put, drop }: NonNullable<StoredRecord['points']>,
): void {
  for (const { id, bytes } of put)
    db.run('INSERT INTO points (room, id, bytes, crc32) VALUES (?, ?, ?, ?)', [
      room,
      id,
      bytes,
      checksum(room, id, bytes),
    ])
  for (const id of drop) db.run('DELETE FROM points WHERE room = ? AND id = ?', [room, id])
}

/** Null where there is none, or where its checksum does not hold. */
export function readPoint(db: Db, room: string, id: string): Uint8Array | null {
  const row = db.all('SELECT bytes, crc32 FROM points WHERE room = ? AND id = ?', [room, id])[0]
  if (row === undefined) return null
  const { bytes, crc32: kept } = PointRow.parse(row)
  return checksum(room, id, bytes) === kept ? bytes : null
}

function checksum(room: string, id: string, bytes: Uint8Array): number {
  return crc32(JSON.stringify([room, id]), crc32(bytes))
}
