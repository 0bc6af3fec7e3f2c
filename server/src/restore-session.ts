/** Puts one session of a backup in the place of what a data directory holds of it, or takes a damaged one out of it. */
import { randomBytes } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CopyFailure, onDisk } from './backup.ts'
import { QUIET, hasSoundPages } from './check-copy.ts'
import type { Db } from './database.ts'
import { DATABASE, isDiskFailure, isFileDamage, openDatabase } from './database.ts'
import { loadMemory } from './loading.ts'
import { SCHEMA, checkSchema, migrate } from './migrations.ts'
import { FILES, asideName, letGoOf, recordAnew, soundAt } from './restore.ts'
import { findInCatalog } from './sqlite-catalog.ts'
import { appendRecord, readRoom, takeOver } from './sqlite-journal.ts'
import type { RoomRows } from './sqlite-room.ts'
import { eraseRows, hasRows, highestEpoch, putRows, takeRows } from './sqlite-room.ts'
import type { Opened } from './store.ts'

interface Mending {
  dataDir: string
  session: string
  now: () => number
}

/** Answers the name under which everything that was there is kept, in the data directory. */
export async function restoreSession({
  dataDir,
  session,
  from,
  now,
}: Mending & { from: string }): Promise<string> {
  if (!existsSync(from)) throw new CopyFailure(`There is no file ${from}.`)
  const database = databaseIn(dataDir)
  const fresh = scratchIn(dataDir)
  try {
    await copyFile(from, fresh)
    await chmod(fresh, 0o600)
    const { damaged } = await soundAt(fresh, from)
    if (damaged.includes(session))
      throw new CopyFailure(`Session ${session} is damaged in ${from} too. Take an older backup.`)
    const kept = rowsIn(fresh, session)
    if (kept === null) throw new CopyFailure(`There is no session ${session} in ${from}.`)
    return await changed({ dataDir, database, session, now }, (db) =>
      putInPlace(db, session, kept, now()),
    )
  } finally {
    for (const end of FILES) await rm(fresh + end, { force: true })
  }
}

/** Only one that does not open: every other one is deleted by whoever leads it. Answers as {@link restoreSession} does. */
export async function removeDamaged({ dataDir, session, now }: Mending): Promise<string> {
  const database = databaseIn(dataDir)
  return changed({ dataDir, database, session, now }, async (db) => {
    if (!hasRows(db, session))
      throw new CopyFailure(`There is no session ${session} in ${dataDir}.`)
    if (await opens(db, session))
      throw new CopyFailure(`Session ${session} is not damaged: whoever leads it can delete it.`)
    eraseRows(db, session)
  })
}

/** Refuses where there is none, or a server has it. */
function databaseIn(dataDir: string): string {
  const database = join(dataDir, DATABASE)
  if (!existsSync(database)) throw new CopyFailure(`There is no ${DATABASE} in ${dataDir}.`)
  if (!letGoOf(database))
    throw new CopyFailure(
      `${database} cannot be read at all. Restore all sessions: npm run restore -- --from FILE --replace`,
    )
  // What stands in a log beside it would not be in a copy.
  if (existsSync(`${database}-wal`))
    throw new CopyFailure(
      'The log beside the database cannot be taken into it: the disk takes no write, or the file is damaged. Nothing was changed.',
    )
  return database
}

/** A server that starts removes what lies under such a name. */
function scratchIn(dataDir: string): string {
  return join(dataDir, `restored-${randomBytes(8).toString('hex')}.tmp`)
}

function rowsIn(file: string, session: string): RoomRows | null {
  const db = openDatabase(file)
  try {
    migrate(db)
    const kept = takeRows(db, session)
    return kept.records.length + kept.snapshots.length === 0 ? null : kept
  } finally {
    db.close()
  }
}

/** Everything is copied first; then `change` is done whole or not at all. */
async function changed(
  { dataDir, database, session, now }: Mending & { database: string },
  change: (db: Db) => Promise<void>,
): Promise<string> {
  const aside = asideName(now)
  await copyAside(dataDir, database, join(dataDir, aside))
  try {
    const db = openDatabase(database)
    try {
      if (!hasSoundPages(db)) throw new CopyFailure(notAlone(session))
      if (checkSchema(db) !== SCHEMA)
        throw new CopyFailure(
          `${database} is of an earlier version. Start this one once, stop it, and try again. Nothing was changed.`,
        )
      await whole(db, change)
    } finally {
      db.close()
    }
    return aside
  } catch (error) {
    await rm(join(dataDir, aside), { force: true })
    if (isFileDamage(error)) throw new CopyFailure(notAlone(session))
    if (isDiskFailure(error))
      throw new CopyFailure(`The disk takes no write (${error.message}). Nothing was changed.`)
    throw error
  }
}

/** What SQLite would write to a damaged page may be another session's. */
const notAlone = (session: string): string =>
  `The file of the database itself is damaged: session ${session} cannot be changed alone. Restore all sessions: npm run restore -- --from FILE --replace`

/** Not a second name for the same file, which is about to change. It has its name once it is whole. */
async function copyAside(dataDir: string, database: string, name: string): Promise<void> {
  const part = scratchIn(dataDir)
  try {
    await copyFile(database, part, constants.COPYFILE_FICLONE)
    await chmod(part, 0o600)
    await onDisk(part)
    await rename(part, name)
    await onDisk(dataDir)
  } finally {
    await rm(part, { force: true })
  }
}

/** Nobody else has this connection, so that waiting within the transaction lets nothing else into it. */
async function whole(db: Db, change: (db: Db) => Promise<void>): Promise<void> {
  db.run('BEGIN IMMEDIATE')
  try {
    await change(db)
    db.run('COMMIT')
  } catch (error) {
    try {
      db.exec('ROLLBACK')
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
    throw error
  }
}

async function putInPlace(db: Db, session: string, kept: RoomRows, at: number): Promise<void> {
  const before = highestEpoch(db, session)
  eraseRows(db, session)
  refuseTakenCode(db, session, kept)
  putRows(db, kept)
  const memory = await loadMemory(
    session,
    async (skip) => takeOver(db, session, skip).opened,
    QUIET,
  )
  const above = { epoch: Math.max(before, memory.epoch), at }
  const appended = appendRecord(db, recordAnew(session, memory, above))
  if (appended !== 'committed' || !(await opens(db, session)))
    throw new CopyFailure(`Session ${session} would not open. Nothing was changed.`)
}

/** Two sessions cannot have one: the next change in this one would not be taken. */
function refuseTakenCode(db: Db, session: string, { catalog }: RoomRows): void {
  const code = catalog[0]?.['join_code']
  const other = typeof code === 'string' ? findInCatalog(db, code) : null
  if (other === null) return
  throw new CopyFailure(
    `The join code of session ${session} is that of session ${other.room} now. Close that one first. Nothing was changed.`,
  )
}

async function opens(db: Db, session: string): Promise<boolean> {
  try {
    const read = async (skip: number): Promise<Opened> => readRoom(db, session, skip)
    const { doc, state } = await loadMemory(session, read, QUIET)
    doc.destroy()
    return state !== null
  } catch (error) {
    if (isDiskFailure(error) || isFileDamage(error)) throw error
    return false
  }
}
