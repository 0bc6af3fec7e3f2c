/** A SQLite store in a folder of its own, and ways to harm its file as a bad disk would. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@plenary/server/database'
import type { Db } from '@plenary/server/database'
import { snapshotChecksum } from '@plenary/server/sqlite-journal'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import type { Snapshot } from '@plenary/server/store'
import { onTestFinished } from 'vitest'
import type { StoreUnderTest } from './store-records.ts'

async function tempFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-store-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export async function tempSqliteStore(): Promise<StoreUnderTest & { file: string }> {
  const { folder, remove } = await tempFolder()
  const file = join(folder, 'plenary.db')
  const first = openSqliteStore(file)
  let store = first
  return {
    store: first,
    file,
    async reopen() {
      await store.close()
      store = openSqliteStore(file)
      return store
    },
    async stop() {
      await store.close()
      await remove()
    },
  }
}

/** A store that is closed and removed when the running test ends. */
export async function fresh(): Promise<StoreUnderTest & { file: string }> {
  const under = await tempSqliteStore()
  onTestFinished(under.stop)
  return under
}

/** Where a database may be made; the folder goes when the running test ends. */
export async function freshFile(): Promise<string> {
  const { folder, remove } = await tempFolder()
  onTestFinished(remove)
  return join(folder, 'plenary.db')
}

/** Arguments for a second Node process that runs `code` with the built server at hand. */
export const nodeRuns = (code: string, ...args: string[]): string[] => [
  '--input-type=module',
  '-e',
  `import { openSqliteStore } from '@plenary/server/sqlite-store'
   const [file] = process.argv.slice(1)
   ${code}`,
  ...args,
]

/** Works on the file of a closed store with plain SQL. */
export function withDatabase<T>(file: string, work: (db: Db) => T): T {
  const db = openDatabase(file)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Flips the lowest bit of the first byte of the one row that `where` names. */
export function flipBit(file: string, table: 'records' | 'snapshots', where: string): void {
  withDatabase(file, (db) => {
    const rows = db.all(`SELECT bytes FROM ${table} WHERE ${where}`)
    const bytes = rows[0]?.['bytes']
    if (rows.length !== 1 || !(bytes instanceof Uint8Array)) throw new Error('no such row')
    bytes[0] = (bytes[0] ?? 0) ^ 1
    db.run(`UPDATE ${table} SET bytes = ? WHERE ${where}`, [bytes])
  })
}

/** The real database around which calls fail while `fails` says so, as on a full or broken disk. */
export function breakable(db: Db, fails: (sql: string) => boolean): Db {
  const check = (sql: string): void => {
    if (fails(sql)) throw new Error('disk I/O error')
  }
  return {
    ...db,
    exec(sql) {
      check(sql)
      db.exec(sql)
    },
    run(sql, binds) {
      check(sql)
      return db.run(sql, binds)
    },
  }
}

/** Puts other bytes into a snapshot, with a checksum that holds. */
export function replaceSnapshot(file: string, snapshot: Snapshot, bytes: Uint8Array): void {
  const { room, seq } = snapshot
  withDatabase(file, (db) => {
    db.run('UPDATE snapshots SET bytes = ?, crc32 = ? WHERE room = ? AND seq = ?', [
      bytes,
      snapshotChecksum({ ...snapshot, bytes }),
      room,
      seq,
    ])
  })
}
