/** Store on SQLite: what many rooms write in one turn of the event loop is one transaction. */
import { ZodError } from 'zod'
import { BindError, checkBinds } from './binds.ts'
import { openDatabase } from './database.ts'
import type { Db } from './database.ts'
import { migrate } from './migrations.ts'
import { duesInCatalog, findInCatalog, restingInCatalog } from './sqlite-catalog.ts'
import { readPoint } from './sqlite-points.ts'
import {
  appendRecord,
  putSnapshot,
  readRoom,
  removeRoom,
  takeOver,
  tryRecord,
} from './sqlite-journal.ts'
import { CorruptRoomError } from './store.ts'
import type { Appended, CatalogRow, Store, StoredRecord } from './store.ts'

/**
 * What a write that is tried takes: what has failed is mostly smaller, and would fail again. The place stays with the
 * database file, for what comes next. Bytes.
 */
const TRIED_BYTES = 1024 * 1024

interface Waiting {
  room: string
  what: 'record' | 'snapshot' | 'removal'
  write: () => Appended
  forgets: boolean
  settle: (appended: Appended) => void
}

/** A write that became `failed`, for the log. */
export interface Failure {
  error: unknown
  /** null: nobody's, but of the whole file. */
  room: string | null
  /** Whether it is the disk that takes no records; else they may go on. */
  isDisk: boolean
}

export type OnFailure = (failure: Failure) => void

/**
 * Opens the file (made if it is not there; its folder must be) or `:memory:`.
 * Throws `DatabaseInUseError` and `SchemaTooNewError`.
 */
export function openSqliteStore(file: string, onFailure: OnFailure = () => {}): Store {
  const db = openDatabase(file)
  try {
    return sqliteStore(db, onFailure)
  } catch (error) {
    db.close()
    throw error
  }
}

/** The store on a connection that is already open; `close` closes it. Bytes given to it must not change afterwards. */
export function sqliteStore(db: Db, onFailure: OnFailure = () => {}): Store {
  migrate(db)
  // Whoever died between a commit that erases and what came after it still owes this.
  wipeLog()
  let queue: Waiting[] = []
  /** Room -> ids of snapshots that were no good when its owner read it. An id is never given twice. */
  const passedOver = new Map<string, readonly number[]>()

  function write(waiting: Omit<Waiting, 'settle'>): Promise<Appended> {
    return new Promise((settle) => {
      if (queue.length === 0) setImmediate(flush)
      queue.push({ ...waiting, settle })
    })
  }

  function flush(): void {
    const batch = queue
    queue = []
    if (batch.length === 0) return
    const answers = commit(batch)
    for (const [at, { settle }] of batch.entries()) settle(answers[at] ?? 'failed')
  }

  /**
   * One answer for each; a refused one wrote nothing and does not hold up the others. Where one cannot be written at all,
   * as a large snapshot on a nearly full disk, the others are tried without it: all records together, then each alone.
   */
  function commit(batch: readonly Waiting[]): Appended[] {
    try {
      const answers = transaction(db, () => batch.map((waiting) => waiting.write()))
      if (batch.some(({ forgets }, at) => forgets && answers[at] === 'committed')) wipeLog()
      return answers
    } catch (error) {
      const [only, ...more] = batch
      if (only === undefined || more.length > 0) return apart(batch)
      const { room, what } = only
      onFailure({ error, room, isDisk: what === 'record' && !isDamage(error) })
      return [isDamage(error) ? 'damaged' : 'failed']
    }
  }

  /** The write-ahead log waits for the disk at each commit, and every session with it. */
  function apart(batch: readonly Waiting[]): Appended[] {
    const records = batch.filter(({ what }) => what === 'record')
    const isMixed = records.length > 1 && records.length < batch.length
    const appended = isMixed ? commit(records) : []
    return batch.flatMap((waiting) =>
      isMixed && waiting.what === 'record' ? (appended.shift() ?? 'failed') : commit([waiting]),
    )
  }

  /** The write-ahead log still holds pages of what was forgotten until it starts anew. */
  function wipeLog(): void {
    try {
      db.all('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (error) {
      onFailure({ error, room: null, isDisk: !isDamage(error) })
    }
  }

  return {
    async find(idOrCode) {
      return findInCatalog(db, idOrCode)
    },
    async dues() {
      return duesInCatalog(db)
    },
    async resting(before) {
      checkNumbers([before])
      return restingInCatalog(db, before)
    },
    async open(room, skip = 0) {
      // The former owner's records came first; they are not fenced by an open that came later.
      flush()
      const read = sound(room, () => transaction(db, () => takeOver(db, room, skip)))
      passedOver.set(room, read.passedOver)
      return read.opened
    },
    async peek(room, skip = 0) {
      flush()
      return sound(room, () => readRoom(db, room, skip))
    },
    async append(record) {
      checkRecord(record)
      return write({
        room: record.room,
        what: 'record',
        write: () => appendRecord(db, record),
        forgets: false,
      })
    },
    async snapshot(snapshot, fence, forget = null) {
      checkNumbers([snapshot.seq, snapshot.epoch, fence])
      checkBinds([snapshot.room, snapshot.bytes])
      const { room } = snapshot
      const broken = passedOver.get(room) ?? []
      const kept = await write({
        room,
        what: 'snapshot',
        write: () => putSnapshot(db, snapshot, fence, forget, broken),
        forgets: forget !== null,
      })
      if (kept === 'committed') passedOver.delete(room)
      return kept
    },
    async point(room, id) {
      checkBinds([room, id])
      return readPoint(db, room, id)
    },
    async remove(room, fence) {
      checkNumbers([fence])
      checkBinds([room])
      return write({
        room,
        what: 'removal',
        write: () => removeRoom(db, room, fence),
        forgets: true,
      })
    },
    async canWrite() {
      try {
        transaction(db, () => {
          tryRecord(db, TRIED_BYTES)
        })
        return true
      } catch {
        // Why it does not was told when a write of somebody's failed.
        return false
      }
    },
    async copy(file) {
      flush()
      db.run('VACUUM INTO ?', [file])
    },
    async close() {
      flush()
      db.close()
    },
  }
}

function transaction<T>(db: Db, work: () => T): T {
  try {
    db.run('BEGIN IMMEDIATE')
    const result = work()
    db.run('COMMIT')
    return result
  } catch (error) {
    try {
      db.exec('ROLLBACK')
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
    throw error
  }
}

/** Where the file is damaged, this room is: others may lie elsewhere in it. */
function sound<T>(room: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (!isDamage(cause)) throw cause
    throw new CorruptRoomError(room, 0, 'the database file is damaged', { cause })
  }
}

/** A row or a table that is not what was written, as against a disk that does not answer. */
export function isDamage(error: unknown): boolean {
  if (error instanceof ZodError || error instanceof BindError) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(CORRUPT|NOTADB|ERROR|FORMAT|MISMATCH|TOOBIG)/.test(code)
}

/** A bug in one room must show there and not fail the commit of all others, hence before the queue. */
function checkRecord({ room, seq, epoch, fence, bytes, catalog, points }: StoredRecord): void {
  checkNumbers([seq, epoch, fence])
  checkBinds([room, bytes])
  if (catalog) checkCatalogRow(room, catalog)
  for (const point of points?.put ?? []) checkBinds([point.id, point.bytes])
  checkBinds([...(points?.drop ?? [])])
}

function checkCatalogRow(room: string, row: CatalogRow): void {
  if (row.room !== room)
    throw new TypeError(`record of ${room} with the catalog row of ${row.room}`)
  checkNumbers([row.createdAt, row.restsSince, ...(row.due === null ? [] : [row.due])])
  checkBinds([row.title, row.formatId, row.status, row.joinCode])
}

function checkNumbers(numbers: number[]): void {
  for (const number of numbers) {
    if (!Number.isSafeInteger(number)) throw new TypeError(`not a whole number: ${number}`)
  }
}
