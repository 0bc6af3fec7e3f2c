/**
 * `node open-once.mjs FILE open|bare|away`, for `open-cost.ts`: each time a process that has done nothing before.
 * open: the session of that database file, until it answers; the file is left as it is. bare: its board, by Yjs alone.
 * away: the session leaves memory, with a snapshot. Prints the milliseconds, and for `bare` the bytes.
 */
import { createLog } from '@plenary/server/log'
import { Disk } from '@plenary/server/disk'
import { createMeter } from '@plenary/server/metrics'
import { decodeRecord, decodeSnapshot } from '@plenary/server/record'
import { Rooms } from '@plenary/server/rooms'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import * as Y from 'yjs'

const [, , file, what] = process.argv
const store = openSqliteStore(file)
const clock = { now: Date.now, day: Date.now, after: () => () => {} }
const rooms = new Rooms({
  store,
  disk: new Disk(() => store, clock),
  clock,
  limits: { cards: 20_000, people: 100 },
  meter: createMeter(),
  log: createLog('silent'),
  audience: () => ({ toAll() {}, toHello() {}, toOne() {}, hello() {}, admit() {}, close() {} }),
})

async function open() {
  const began = performance.now()
  const found = await rooms.find('session')
  if (found.is !== 'room') throw new Error(found.is)
  await found.room.ask({ is: 'summary' })
  return { ms: performance.now() - began }
}

async function bare() {
  const { snapshot, tail } = await store.peek('session')
  const boards = (
    snapshot === null
      ? tail.map(({ bytes }) => decodeRecord(bytes).board)
      : [decodeSnapshot(snapshot.bytes).board]
  ).filter((board) => board !== null)
  const doc = new Y.Doc()
  const began = performance.now()
  for (const board of boards) Y.applyUpdate(doc, board)
  const ms = performance.now() - began
  return { ms, bytes: boards.reduce((sum, board) => sum + board.byteLength, 0) }
}

const figures = what === 'bare' ? await bare() : await open()
if (what === 'away') await rooms.stop()
await store.close()
process.stdout.write(JSON.stringify(figures), () => process.exit())
