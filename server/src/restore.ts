/** Puts a backup in the place of a data directory, as a new history of each of its sessions. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CopyFailure, checkedAt, onDisk } from './backup.ts'
import type { Checked } from './check-copy.ts'
import { QUIET, UnsoundCopyError } from './check-copy.ts'
import { DATABASE, DatabaseInUseError, DatabaseUnusableError, openDatabase } from './database.ts'
import { newEpoch } from './dice.ts'
import { loadMemory } from './loading.ts'
import type { Memory } from './memory.ts'
import { SchemaTooNewError } from './migrations.ts'
import { encodeRecord } from './record.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { Store, StoredRecord } from './store.ts'

/** A database and what may lie beside it; any of these beside another one would be read as a part of that. */
export const FILES = ['', '-wal', '-shm', '-journal']
const UNWRITTEN = 'The restored sessions could not be written. Nothing was changed.'

export interface Restored extends Checked {
  /** What the directory held before, set aside under this name; null where it held nothing. */
  aside: string | null
}

export interface Restoring {
  dataDir: string
  from: string
  /** What the directory holds is set aside; without, nothing is done where it holds something. */
  replace: boolean
  now: () => number
}

export async function restore({ dataDir, from, replace, now }: Restoring): Promise<Restored> {
  if (!existsSync(from)) throw new CopyFailure(`There is no file ${from}.`)
  await mkdir(dataDir, { recursive: true })
  const database = join(dataDir, DATABASE)
  const there = FILES.some((end) => existsSync(database + end))
  if (existsSync(database)) letGoOf(database)
  if (there && !replace)
    throw new CopyFailure(
      `${dataDir} holds sessions. With --replace they are set aside and the backup takes their place.`,
    )
  const fresh = join(dataDir, `restored-${randomBytes(8).toString('hex')}.tmp`)
  try {
    await copyFile(from, fresh)
    await chmod(fresh, 0o600)
    const checked = await soundAt(fresh, from)
    await beginAnew(fresh, { now, damaged: checked.damaged })
    await onDisk(fresh)
    const aside = there ? await setAside(dataDir, now) : null
    await rename(fresh, database)
    await onDisk(dataDir)
    return { ...checked, aside }
  } finally {
    for (const end of FILES) await rm(fresh + end, { force: true })
  }
}

/**
 * Refuses while a server has the file; else leaves it as one file, without a log beside it. False where it cannot be
 * read at all, which may be the reason for restoring.
 */
export function letGoOf(database: string): boolean {
  try {
    openDatabase(database).close()
    return true
  } catch (error) {
    if (error instanceof DatabaseInUseError)
      throw new CopyFailure('A server is running on this directory. Stop it first.')
    if (!(error instanceof DatabaseUnusableError)) throw error
    return false
  }
}

/** What is in a copy of the backup `from`. Refuses one that is not whole. */
export async function soundAt(file: string, from: string): Promise<Checked> {
  try {
    return await checkedAt(file)
  } catch (error) {
    if (error instanceof SchemaTooNewError) throw new CopyFailure(`${from}: ${error.message}`)
    if (error instanceof UnsoundCopyError || error instanceof DatabaseUnusableError)
      throw new CopyFailure(`${from} is no whole backup. Nothing was changed.`)
    throw error
  }
}

/** Every session goes on under an epoch that no other history of it has, but those that are damaged. */
async function beginAnew(
  file: string,
  { now, damaged }: { now: () => number; damaged: readonly string[] },
): Promise<void> {
  const db = openDatabase(file)
  const rooms = db
    .all('SELECT room FROM rooms WHERE last > 0')
    .map((row) => z.object({ room: z.string() }).parse(row).room)
  const store = sqliteStore(db)
  try {
    // One that was damaged already stays as it is, for whoever repairs it.
    for (const room of rooms) if (!damaged.includes(room)) await beginRoomAnew(store, room, now())
  } catch (error) {
    // A full disk: half of the sessions would share their epoch with the history that is given up.
    throw error instanceof CopyFailure ? error : new CopyFailure(UNWRITTEN)
  } finally {
    await store.close()
  }
  // What stands in a log beside it would not come along.
  if (existsSync(`${file}-wal`)) throw new CopyFailure(UNWRITTEN)
}

async function beginRoomAnew(store: Store, room: string, at: number): Promise<void> {
  const memory = await loadMemory(room, (skip) => store.open(room, skip), QUIET)
  const appended = await store.append(recordAnew(room, memory, { epoch: memory.epoch, at }))
  if (appended !== 'committed') throw new CopyFailure(UNWRITTEN)
}

/** The record by which a room begins a new history, under an epoch above this one. The memory is given up. */
export function recordAnew(
  room: string,
  { seq, epoch, fence, doc }: Memory,
  above: { epoch: number; at: number },
): StoredRecord {
  const record = {
    at: above.at,
    server: doc.clientID,
    events: [{ is: 'board.rebuilt' as const, epoch: newEpoch(above.epoch) }],
    answers: [],
    seats: [],
    board: null,
  }
  doc.destroy()
  return { room, seq: seq + 1, epoch, fence, bytes: encodeRecord(record) }
}

/** For what was there before. */
export function asideName(now: () => number): string {
  return `before-restore-${new Date(now()).toISOString().replaceAll(/[:.]/g, '-')}.db`
}

/** The database keeps its name until the restored one takes it: a server that starts in between finds the old one. */
async function setAside(dataDir: string, now: () => number): Promise<string> {
  const aside = asideName(now)
  const database = join(dataDir, DATABASE)
  if (existsSync(database)) await twin(database, join(dataDir, aside))
  for (const end of FILES.slice(1))
    if (existsSync(database + end)) await rename(database + end, join(dataDir, aside + end))
  return aside
}

async function twin(file: string, name: string): Promise<void> {
  try {
    await link(file, name)
  } catch {
    // Not every file system has a second name for a file.
    await copyFile(file, name)
    await chmod(name, 0o600)
  }
}
