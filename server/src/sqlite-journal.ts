/** The journal in SQLite: records, snapshots and who owns a room. Every function runs inside its caller's transaction. */
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Db } from './database.ts'
import { isJoinCodeFree, putDue, putInCatalog } from './sqlite-catalog.ts'
import { changePoints } from './sqlite-points.ts'
import { eraseRows } from './sqlite-room.ts'
import { CorruptRoomError } from './store.ts'
import type { Appended, Forgetting, Opened, Snapshot, StoredRecord } from './store.ts'

const RoomRow = z.object({ fence: z.number(), last: z.number() })
const BytesRow = z.object({ bytes: z.instanceof(Uint8Array) })
const SnapshotRow = z.object({
  id: z.number(),
  seq: z.number(),
  epoch: z.number(),
  bytes: z.instanceof(Uint8Array),
  crc32: z.number(),
})
const RecordRow = SnapshotRow.omit({ id: true }).extend({ fence: z.number() })
const KeptRow = z.object({ id: z.number(), seq: z.number() })

/** A room as it was read, and the ids of newer snapshots that were no good. */
interface Read {
  opened: Opened
  passedOver: readonly number[]
}

/** Raises the fence and reads the room. Throws {@link CorruptRoomError}; the caller rolls back. */
export function takeOver(db: Db, room: string, skip: number): Read {
  db.run(
    `INSERT INTO rooms (room, fence, last) VALUES (?, 1, 0)
     ON CONFLICT (room) DO UPDATE SET fence = fence + 1`,
    [room],
  )
  return read(db, room, skip)
}

/** Throws {@link CorruptRoomError}. */
export function readRoom(db: Db, room: string, skip: number): Opened {
  return read(db, room, skip).opened
}

function read(db: Db, room: string, skip: number): Read {
  const row = db.all('SELECT fence, last FROM rooms WHERE room = ?', [room])[0]
  const { fence, last } = row === undefined ? { fence: 0, last: 0 } : RoomRow.parse(row)
  const { snapshot, passedOver } = soundSnapshot(db, room, skip)
  const tail = soundTail(db, room, snapshot?.seq ?? 0, last)
  return { opened: { fence, snapshot, tail }, passedOver }
}

/** `failed` also where a record before this one is missing: a gap is never written. */
export function appendRecord(db: Db, record: StoredRecord): Appended {
  const { room, seq, epoch, fence, bytes, catalog, points } = record
  const last = ownedUpTo(db, room, fence)
  if (last === null) return 'fenced'
  if (seq <= last) return hasBytes(db, room, seq, bytes) ? 'committed' : 'fenced'
  if (seq !== last + 1) return 'failed'
  if (catalog && !isJoinCodeFree(db, catalog)) return 'taken'
  db.run('INSERT INTO records (room, seq, epoch, fence, bytes, crc32) VALUES (?, ?, ?, ?, ?, ?)', [
    room,
    seq,
    epoch,
    fence,
    bytes,
    recordChecksum(record),
  ])
  db.run('UPDATE rooms SET last = ? WHERE room = ?', [seq, room])
  if (catalog) putInCatalog(db, catalog)
  if (points) changePoints(db, room, points)
  return 'committed'
}

/**
 * `failed` where the snapshot is ahead of the journal: no record could ever follow it. What was `passedOver` when the
 * room was read goes: else the one that could be read would have to.
 */
export function putSnapshot(
  db: Db,
  snapshot: Snapshot,
  fence: number,
  forget: Forgetting | null,
  passedOver: readonly number[],
): Appended {
  const { room, seq, epoch, bytes } = snapshot
  const last = ownedUpTo(db, room, fence)
  if (last === null) return 'fenced'
  if (seq > last) return 'failed'
  for (const id of passedOver) db.run('DELETE FROM snapshots WHERE id = ?', [id])
  if (forget !== null) db.run('DELETE FROM snapshots WHERE room = ? AND seq <= ?', [room, seq])
  const checksum = snapshotChecksum(snapshot)
  const put = (): void =>
    void db.run('INSERT INTO snapshots (room, seq, epoch, bytes, crc32) VALUES (?, ?, ?, ?, ?)', [
      room,
      seq,
      epoch,
      bytes,
      checksum,
    ])
  put()
  if (forget !== null) {
    // Twice, so that one damaged snapshot does not cost the session.
    put()
    putDue(db, room, forget.due)
  }
  const cut = forget === null ? keepNewestTwo(db, room) : seq
  db.run('DELETE FROM records WHERE room = ? AND seq <= ?', [room, cut])
  return 'committed'
}

/** A row like a record's, written and taken away again: pages are found for it, and the commit writes them. */
export function tryRecord(db: Db, bytes: number): void {
  db.run(
    `INSERT OR REPLACE INTO records (room, seq, epoch, fence, bytes, crc32)
     VALUES ('', 0, 0, 0, zeroblob(?), 0)`,
    [bytes],
  )
  db.run("DELETE FROM records WHERE room = ''")
}

/** Erases a room for its owner. */
export function removeRoom(db: Db, room: string, fence: number): Appended {
  if (ownedUpTo(db, room, fence) === null) return 'fenced'
  eraseRows(db, room)
  return 'committed'
}

/** The seq of the room's newest record, or null where `fence` is not the one of its owner. */
function ownedUpTo(db: Db, room: string, fence: number): number | null {
  const row = db.all('SELECT fence, last FROM rooms WHERE room = ?', [room])[0]
  if (row === undefined) return null
  const owned = RoomRow.parse(row)
  return owned.fence === fence ? owned.last : null
}

function hasBytes(db: Db, room: string, seq: number, bytes: Uint8Array): boolean {
  const row = db.all('SELECT bytes FROM records WHERE room = ? AND seq = ?', [room, seq])[0]
  return row !== undefined && Buffer.compare(BytesRow.parse(row).bytes, bytes) === 0
}

/** Answers up to which seq nothing needs the journal any more; 0 while a single snapshot has no other behind it. */
function keepNewestTwo(db: Db, room: string): number {
  const all = db
    .all('SELECT id, seq FROM snapshots WHERE room = ? ORDER BY seq DESC, id DESC', [room])
    .map((row) => KeptRow.parse(row))
  for (const { id } of all.slice(2)) db.run('DELETE FROM snapshots WHERE id = ?', [id])
  return all[1]?.seq ?? 0
}

function soundSnapshot(
  db: Db,
  room: string,
  skip: number,
): { snapshot: Snapshot | null; passedOver: number[] } {
  let left = skip
  const passedOver: number[] = []
  const rows = db.all(
    'SELECT id, seq, epoch, bytes, crc32 FROM snapshots WHERE room = ? ORDER BY seq DESC, id DESC',
    [room],
  )
  for (const row of rows) {
    const { id, seq, epoch, bytes, crc32: kept } = SnapshotRow.parse(row)
    const snapshot = { room, seq, epoch, bytes }
    if (snapshotChecksum(snapshot) === kept) {
      if (left === 0) return { snapshot, passedOver }
      left -= 1
    }
    passedOver.push(id)
  }
  return { snapshot: null, passedOver }
}

function soundTail(db: Db, room: string, after: number, last: number): StoredRecord[] {
  const rows = db.all(
    'SELECT seq, epoch, fence, bytes, crc32 FROM records WHERE room = ? AND seq > ? ORDER BY seq',
    [room, after],
  )
  const tail = rows.map((row, at): StoredRecord => {
    const { crc32: kept, ...rest } = RecordRow.parse(row)
    const record = { room, ...rest }
    const due = after + 1 + at
    if (record.seq !== due) throw new CorruptRoomError(room, due, 'the journal has a gap')
    if (recordChecksum(record) !== kept) {
      throw new CorruptRoomError(room, due, 'the checksum does not hold')
    }
    return record
  })
  const end = after + tail.length
  if (end !== last)
    throw new CorruptRoomError(room, end + 1, 'the journal does not end where it should')
  return tail
}

/**
 * The numbers beside the bytes are checked with them, so that no flipped bit of a row goes unseen.
 * The bytes come first: with a start value Node's crc32 of no bytes is sometimes that value and sometimes 0.
 */
function recordChecksum({ room, seq, epoch, fence, bytes }: StoredRecord): number {
  return crc32(JSON.stringify([room, seq, epoch, fence]), crc32(bytes))
}

/** As {@link recordChecksum}. */
export function snapshotChecksum({ room, seq, epoch, bytes }: Snapshot): number {
  return crc32(JSON.stringify([room, seq, epoch]), crc32(bytes))
}
