/** The catalog in SQLite: one row for each room, written in the commit of the record that changed it. */
import { z } from 'zod'
import type { Db } from './database.ts'
import type { CatalogRow } from './store.ts'

const Found = z
  .object({
    room: z.string(),
    title: z.string(),
    format_id: z.string(),
    status: z.enum(['setup', 'lobby', 'running', 'paused', 'closed']),
    join_code: z.string().nullable(),
    created_at: z.number(),
    due: z.number().nullable(),
    rests_since: z.number(),
  })
  .transform(({ format_id, join_code, created_at, rests_since, ...same }): CatalogRow => ({
    ...same,
    formatId: format_id,
    joinCode: join_code,
    createdAt: created_at,
    restsSince: rests_since,
  }))

const Due = z.object({ room: z.string(), due: z.number() })
const Resting = z.object({ room: z.string() })

/** By session id or by join code; an id wins. */
export function findInCatalog(db: Db, idOrCode: string): CatalogRow | null {
  // It comes from a URL, so it may be anything, and text with a NUL does not bind.
  if (idOrCode.includes('\0')) return null
  const rows = db.all(
    `SELECT room, title, format_id, status, join_code, created_at, due, rests_since FROM catalog
     WHERE room = ? OR join_code = ? ORDER BY room = ? DESC LIMIT 1`,
    [idOrCode, idOrCode, idOrCode],
  )
  return rows[0] === undefined ? null : Found.parse(rows[0])
}

/** The earliest first. */
export function duesInCatalog(db: Db): { room: string; due: number }[] {
  const rows = db.all('SELECT room, due FROM catalog WHERE due IS NOT NULL ORDER BY due, room')
  return rows.map((row) => Due.parse(row))
}

export function restingInCatalog(db: Db, before: number): string[] {
  const rows = db.all('SELECT room FROM catalog WHERE rests_since < ? ORDER BY rests_since, room', [
    before,
  ])
  return rows.map((row) => Resting.parse(row).room)
}

export function isJoinCodeFree(db: Db, { room, joinCode }: CatalogRow): boolean {
  if (joinCode === null) return true
  return (
    db.all('SELECT room FROM catalog WHERE join_code = ? AND room <> ?', [joinCode, room])
      .length === 0
  )
}

export function putInCatalog(db: Db, row: CatalogRow): void {
  db.run(
    `INSERT INTO catalog (room, title, format_id, status, join_code, created_at, due, rests_since)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (room) DO UPDATE SET title = excluded.title, format_id = excluded.format_id,
       status = excluded.status, join_code = excluded.join_code,
       created_at = excluded.created_at, due = excluded.due, rests_since = excluded.rests_since`,
    [
      row.room,
      row.title,
      row.formatId,
      row.status,
      row.joinCode,
      row.createdAt,
      row.due,
      row.restsSince,
    ],
  )
}

/** When something must happen in the room by itself. */
export function putDue(db: Db, room: string, due: number | null): void {
  db.run('UPDATE catalog SET due = ? WHERE room = ?', [due, room])
}
