/** Whether a copy of the database is whole: its pages, and every session in it as the server would open it. */
import { z } from 'zod'
import type { Db } from './database.ts'
import { isFileDamage } from './database.ts'
import { loadMemory } from './loading.ts'
import type { Log } from './log.ts'
import { checkSchema } from './migrations.ts'
import { readRoom } from './sqlite-journal.ts'

export interface Checked {
  /** How many sessions open. */
  sound: number
  /** Those that do not, as when they were damaged before the copy was made. */
  damaged: string[]
}

/** What is damaged is told in the end. */
export const QUIET: Log = { info() {}, warn() {}, error() {} }

/** The file is no whole database: nothing in it may be relied on. */
export class UnsoundCopyError extends Error {
  override readonly name = 'UnsoundCopyError'
}

const Integrity = z.object({ integrity_check: z.string() })
const Room = z.object({ room: z.string(), last: z.number() })

/** Throws {@link UnsoundCopyError} and `SchemaTooNewError`; changes nothing. */
export async function checkCopy(db: Db): Promise<Checked> {
  if (!hasSoundPages(db)) throw new UnsoundCopyError('its pages are damaged')
  if (checkSchema(db) === 0) throw new UnsoundCopyError('it is no database of Plenary')
  const checked: Checked = { sound: 0, damaged: [] }
  for (const row of db.all('SELECT room, last FROM rooms ORDER BY room')) {
    const { room, last } = Room.parse(row)
    if (last === 0) continue
    try {
      const memory = await loadMemory(room, async (skip) => readRoom(db, room, skip), QUIET)
      memory.doc.destroy()
      checked.sound++
    } catch {
      checked.damaged.push(room)
    }
  }
  return checked
}

/** Whether every page of the file is one that belongs where it is. */
export function hasSoundPages(db: Db): boolean {
  try {
    const [integrity] = db.all('PRAGMA integrity_check')
    return integrity !== undefined && Integrity.parse(integrity).integrity_check === 'ok'
  } catch (error) {
    // Where it does not get as far as to say so.
    if (isFileDamage(error)) return false
    throw error
  }
}
