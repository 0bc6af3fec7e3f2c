/** One room in SQLite, table by table, as rows: taken out, put in, erased. Every function runs inside its caller's transaction. */
import { z } from 'zod'
import type { Db, Row } from './database.ts'
import { decodeRecord } from './record.ts'

const TABLES = ['records', 'snapshots', 'points', 'catalog', 'rooms'] as const

/** A higher one in a damaged row was never thrown. */
const EPOCH_TOP = 2 ** 52

const Told = z.object({ epoch: z.number(), bytes: z.instanceof(Uint8Array).nullable() })

/** Everything that is kept of one room, as it stands there. */
export type RoomRows = Record<(typeof TABLES)[number], Row[]>

export function takeRows(db: Db, room: string): RoomRows {
  const rows = (table: string, order: string): Row[] =>
    db.all(`SELECT * FROM ${table} WHERE room = ? ORDER BY ${order}`, [room])
  return {
    records: rows('records', 'seq'),
    // Their numbers are those of their database: another one gives its own.
    snapshots: rows('snapshots', 'id').map((row) => ({ ...row, id: null })),
    points: rows('points', 'id'),
    catalog: rows('catalog', 'room'),
    rooms: rows('rooms', 'room'),
  }
}

/** Into a database of the same schema that holds nothing of this room. */
export function putRows(db: Db, kept: RoomRows): void {
  for (const table of TABLES)
    for (const row of kept[table]) {
      const columns = Object.keys(row)
      db.run(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        Object.values(row),
      )
    }
}

/** Nothing of the room is left, its fence included: whoever opens it again finds a room that never was. */
export function eraseRows(db: Db, room: string): void {
  for (const table of TABLES) db.run(`DELETE FROM ${table} WHERE room = ?`, [room])
}

/** Whether any table holds anything of it. */
export function hasRows(db: Db, room: string): boolean {
  return TABLES.some(
    (table) => db.all(`SELECT 1 FROM ${table} WHERE room = ? LIMIT 1`, [room]).length > 0,
  )
}

/** The highest epoch that the history of a room speaks of, also one that does not open; 0 where there is none. */
export function highestEpoch(db: Db, room: string): number {
  let highest = 0
  const rows = db.all(
    `SELECT epoch, bytes FROM records WHERE room = ?
     UNION ALL SELECT epoch, NULL FROM snapshots WHERE room = ?`,
    [room, room],
  )
  for (const row of rows) {
    const { data } = Told.safeParse(row)
    if (data === undefined) continue
    for (const epoch of [data.epoch, ...epochsBegun(data.bytes)])
      if (epoch < EPOCH_TOP) highest = Math.max(highest, epoch)
  }
  return highest
}

/** Of a record, as far as it can be read. */
function epochsBegun(bytes: Uint8Array | null): number[] {
  if (bytes === null) return []
  try {
    return decodeRecord(bytes).events.map((event) =>
      event.is === 'board.rebuilt' ? (event.epoch ?? 0) : 0,
    )
  } catch {
    return []
  }
}
