/** What is on the server's disk, read from a copy while the server is dead or stands still. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DATABASE, openDatabase } from '@plenary/server/database'
import { remember } from '@plenary/server/memory'
import type { Memory } from '@plenary/server/memory'
import { decodeRecord } from '@plenary/server/record'
import type { RoomRecord } from '@plenary/server/record'
import { sqliteStore } from '@plenary/server/sqlite-store'
import * as z from 'zod'

export interface Written extends RoomRecord {
  seq: number
  epoch: number
}

/** One session as the disk has it. */
export interface OnDisk {
  /** As the server itself would load it. */
  memory: Memory
  /** Records behind the one asked for, in order. */
  records: Written[]
}

const row = z.object({ seq: z.number(), epoch: z.number(), bytes: z.instanceof(Uint8Array) })

/** `after`: session -> the last record that is known. The server's own files are not touched, not even their end. */
export async function readDisk(
  dataDir: string,
  scratch: string,
  after: ReadonlyMap<string, number>,
): Promise<Map<string, OnDisk>> {
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch, { recursive: true })
  for (const file of await readdir(dataDir))
    if (file.startsWith(DATABASE)) await copyFile(join(dataDir, file), join(scratch, file))
  const db = openDatabase(join(scratch, DATABASE))
  const failures: unknown[] = []
  const store = sqliteStore(db, (error) => failures.push(error))
  const found = new Map<string, OnDisk>()
  try {
    for (const [session, seq] of after) {
      const rows = db.all(
        'SELECT seq, epoch, bytes FROM records WHERE room = ? AND seq > ? ORDER BY seq',
        [session, seq],
      )
      const records = rows.map((one): Written => {
        const { bytes, ...at } = row.parse(one)
        return { ...decodeRecord(bytes), ...at }
      })
      found.set(session, { memory: remember(await store.open(session)), records })
    }
  } finally {
    await store.close()
  }
  if (failures.length > 0)
    throw new Error('the copy of the disk cannot be read', { cause: failures[0] })
  return found
}
