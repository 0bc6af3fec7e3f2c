import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { WAL_KEPT, openDatabase } from '@plenary/server/database'
import { openSqliteStore, sqliteStore } from '@plenary/server/sqlite-store'
import type { Failure } from '@plenary/server/sqlite-store'
import { CorruptRoomError } from '@plenary/server/store'
import type { Appended } from '@plenary/server/store'
import { describe, expect, it, onTestFinished } from 'vitest'
import { storeContract } from '../kit/store-contract.ts'
import { record, roomWith, row, snapshotAt } from '../kit/store-records.ts'
import {
  breakable,
  flipBit,
  fresh,
  freshFile,
  nodeRuns,
  tempSqliteStore,
  withDatabase,
} from '../kit/temp-sqlite.ts'

storeContract('SQLite', tempSqliteStore)

/** Room `a` with records 1 to 6 and snapshots at `at`; room `b` with one record. Closed. */
async function damaged(at: number[], harm: (file: string) => void) {
  const under = await fresh()
  const fence = await roomWith(under.store, 'a', 6)
  await roomWith(under.store, 'b', 1)
  for (const seq of at) await under.store.snapshot(snapshotAt('a', seq), fence)
  await under.store.close()
  harm(under.file)
  const store = openSqliteStore(under.file)
  onTestFinished(() => store.close())
  return { store, fence }
}

const harmBy = (statement: string) => (file: string) =>
  withDatabase(file, (db) => db.run(statement))

describe('a damaged SQLite file', () => {
  it('[D15] a newest snapshot with a flipped bit gives way to the one before, with the longer tail', async () => {
    const { store, fence } = await damaged([1, 3, 5], (file) =>
      flipBit(file, 'snapshots', 'seq = 5'),
    )
    const opened = await store.open('a')
    expect(opened.snapshot).toEqual(snapshotAt('a', 3))
    expect(opened.tail).toEqual([4, 5, 6].map((seq) => record('a', seq, fence)))
  })

  it('[D15] of two snapshots of the same record the sound one is taken', async () => {
    const { store } = await damaged([6, 6], (file) =>
      flipBit(file, 'snapshots', 'id = (SELECT MAX(id) FROM snapshots)'),
    )
    expect(await store.open('a')).toMatchObject({ snapshot: snapshotAt('a', 6), tail: [] })
  })

  it('[D15] an only snapshot with a flipped bit gives way to the whole journal', async () => {
    const { store } = await damaged([5], (file) => flipBit(file, 'snapshots', 'seq = 5'))
    const opened = await store.open('a')
    expect(opened.snapshot).toBeNull()
    expect(opened.tail.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('[D15] what was passed over goes with the next snapshot, and the one that was read stays', async () => {
    const { store } = await damaged([3, 5], (file) => flipBit(file, 'snapshots', 'seq = 5'))
    const { fence } = await store.open('a')
    expect(await store.snapshot(snapshotAt('a', 6), fence)).toBe('committed')
    // The newest could not be read either: then it is the one that was good enough before.
    const again = await store.open('a', 1)
    expect(again.snapshot).toEqual(snapshotAt('a', 3))
    expect(again.tail.map(({ seq }) => seq)).toEqual([4, 5, 6])
    expect(await store.snapshot(snapshotAt('a', 6, 'anew'), again.fence)).toBe('committed')
    expect((await store.open('a')).snapshot).toEqual(snapshotAt('a', 6, 'anew'))
    expect((await store.open('a', 1)).snapshot).toEqual(snapshotAt('a', 3))
    await expect(store.open('a', 2)).rejects.toThrow(CorruptRoomError)
  })

  it.each([
    [
      'a bit of a record',
      [3],
      (file: string) => flipBit(file, 'records', "room = 'a' AND seq = 5"),
      5,
    ],
    [
      'the epoch of a record',
      [3],
      harmBy("UPDATE records SET epoch = 9 WHERE room = 'a' AND seq = 5"),
      5,
    ],
    ['a record in the middle', [], harmBy("DELETE FROM records WHERE room = 'a' AND seq = 4"), 4],
    ['the first record', [], harmBy("DELETE FROM records WHERE room = 'a' AND seq = 1"), 1],
    ['the last record', [3], harmBy("DELETE FROM records WHERE room = 'a' AND seq = 6"), 6],
    ['every record', [], harmBy("DELETE FROM records WHERE room = 'a'"), 1],
    ['both snapshots', [2, 4], harmBy('UPDATE snapshots SET crc32 = crc32 + 1'), 1],
    ['every snapshot', [2, 4], harmBy('DELETE FROM snapshots'), 1],
    ['the room row', [6], harmBy("DELETE FROM rooms WHERE room = 'a'"), 7],
  ])('[D16] with %s lost the room does not open as if it were sound', async (_, at, harm, seq) => {
    const { store, fence } = await damaged(at, harm)
    const error = await store.open('a').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CorruptRoomError)
    expect(error).toMatchObject({ room: 'a', seq })
    expect(String(error)).toContain(`at record ${seq}. Stop the server and restore it alone`)
    expect((await store.open('b')).tail).toHaveLength(1)
    expect(fence).toBe(1)
  })
})

describe('commits on SQLite', () => {
  it('[D17] what many rooms append in one turn is one commit', async () => {
    const commits: string[] = []
    const db = breakable(openDatabase(':memory:'), (sql) => sql === 'COMMIT' && !commits.push(sql))
    const store = sqliteStore(db)
    const rooms = Array.from({ length: 50 }, (_, at) => `room ${at}`)
    for (const room of rooms) await store.open(room)
    commits.length = 0
    const answers = await Promise.all(
      rooms.flatMap((room) => [1, 2].map((seq) => store.append(record(room, seq, 1)))),
    )
    expect(new Set(answers)).toEqual(new Set(['committed']))
    expect(commits).toEqual(['COMMIT'])
    await store.close()
  })

  it.each<[string, Appended]>([
    ['BEGIN IMMEDIATE', 'failed'],
    ['INSERT INTO records', 'committed'],
    ['UPDATE rooms', 'committed'],
    ['INSERT INTO catalog', 'committed'],
    ['COMMIT', 'failed'],
  ])(
    '[D18] when %s breaks, what needs it fails, nothing of that stays, and the next append works',
    async (breaks, snapshot) => {
      let broken = false
      const reasons: unknown[] = []
      const db = breakable(
        openDatabase(await freshFile()),
        (sql) => broken && sql.startsWith(breaks),
      )
      const store = sqliteStore(db, (reason) => reasons.push(reason))
      await store.open('a')
      await store.open('b')
      await store.append(record('b', 1, 1))
      broken = true
      const asked = [
        store.append({ ...record('a', 1, 1), catalog: row('a') }),
        store.append({ ...record('b', 2, 1), catalog: row('b') }),
        store.snapshot(snapshotAt('b', 1), 1),
      ]
      expect(await Promise.all(asked)).toEqual(['failed', 'failed', snapshot])
      expect(reasons).toMatchObject([
        { room: 'a', isDisk: true, error: new Error('disk I/O error') },
        { room: 'b', isDisk: true },
        ...(snapshot === 'failed' ? [{ room: 'b', isDisk: false }] : []),
      ])
      broken = false
      expect(await store.find('a')).toBeNull()
      expect(await store.append(record('a', 1, 1, 'second try'))).toBe('committed')
      expect((await store.open('a')).tail).toEqual([record('a', 1, 1, 'second try')])
      expect(await store.open('b')).toMatchObject(
        snapshot === 'failed' ? { snapshot: null, tail: [{ seq: 1 }] } : { tail: [] },
      )
      await store.close()
    },
  )

  it('[D30] a snapshot that cannot be written holds up no record of the same commit, and is not the disk', async () => {
    const reasons: unknown[] = []
    const begun: string[] = []
    const db = breakable(openDatabase(':memory:'), (sql) => {
      if (sql === 'BEGIN IMMEDIATE') begun.push(sql)
      return sql.startsWith('INSERT INTO snapshots')
    })
    const store = sqliteStore(db, (reason) => reasons.push(reason))
    for (const room of ['a', 'b', 'c']) await store.open(room)
    await store.append(record('b', 1, 1))
    const asked = [
      store.append(record('a', 1, 1)),
      store.snapshot(snapshotAt('b', 1), 1),
      store.append(record('c', 1, 1)),
    ]
    const commits = begun.length
    expect(await Promise.all(asked)).toEqual(['committed', 'failed', 'committed'])
    expect(reasons).toMatchObject([{ room: 'b', isDisk: false }])
    // All together, all records, and the snapshot: not once for each session.
    expect(begun.length - commits).toBe(3)
    await store.close()
  })

  it('[D18] a full disk fails what does not fit, and small records go on', async () => {
    const db = openDatabase(await freshFile())
    const reasons: Failure[] = []
    const store = sqliteStore(db, (reason) => reasons.push(reason))
    await store.open('a')
    db.all('PRAGMA max_page_count = 30')
    const large = { ...record('a', 1, 1), bytes: new Uint8Array(500_000) }
    expect(await store.append(large)).toBe('failed')
    expect(reasons).toMatchObject([{ isDisk: true }])
    expect(String(reasons.map((one) => one.error))).toContain('database or disk is full')
    expect(await store.append(record('a', 1, 1))).toBe('committed')
    expect((await store.open('a')).tail).toEqual([record('a', 1, 1)])
    await store.close()
  })

  it('[D27] on a full disk nothing can be tried, and once there is space it can', async () => {
    const db = openDatabase(await freshFile())
    const store = sqliteStore(db)
    await store.open('a')
    db.all('PRAGMA max_page_count = 100')
    expect(await store.canWrite()).toBe(false)
    expect(await store.append(record('a', 1, 1))).toBe('committed')
    db.all('PRAGMA max_page_count = 1000')
    expect(await store.canWrite()).toBe(true)
    // What it took stays with the file, so that it is there for what comes next.
    db.all('PRAGMA max_page_count = 1')
    const large = { ...record('a', 2, 1), bytes: new Uint8Array(500_000) }
    expect(await store.append(large)).toBe('committed')
    await store.close()
  })

  it('[D28] neither the journal nor the files grow without end', async () => {
    const file = await freshFile()
    const store = openSqliteStore(file)
    const { fence } = await store.open('a')
    const text = 'what happened '.repeat(100)
    const sizes: number[] = []
    for (let round = 1; round <= 12; round++) {
      const last = round * 500
      const all = Array.from({ length: 500 }, (_, at) =>
        store.append(record('a', last - 499 + at, fence, text)),
      )
      expect(new Set(await Promise.all(all))).toEqual(new Set(['committed']))
      await store.snapshot(snapshotAt('a', last, text.repeat(300)), fence)
      expect((await store.peek('a', 1)).tail.length).toBe(round === 1 ? last : 500)
      sizes.push(statSync(file).size + statSync(`${file}-wal`).size)
    }
    // As large after six rounds as it will ever be: what is cut makes room for what comes.
    expect(Math.max(...sizes.slice(6))).toBeLessThanOrEqual(1.1 * Math.max(...sizes.slice(0, 6)))
    expect(statSync(`${file}-wal`).size).toBeLessThan(WAL_KEPT + 2_000_000)
    await store.close()
  })

  it('[D28] after a very large commit the journal of the database is small again', async () => {
    const file = await freshFile()
    const store = openSqliteStore(file)
    const fence = await roomWith(store, 'a', 1)
    await store.snapshot({ ...snapshotAt('a', 1), bytes: new Uint8Array(3 * WAL_KEPT) }, fence)
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(3 * WAL_KEPT)
    for (let seq = 2; seq < 6; seq++) await store.append(record('a', seq, fence))
    expect(statSync(`${file}-wal`).size).toBeLessThanOrEqual(WAL_KEPT)
    await store.close()
  })

  it('[D18] an open that cannot be committed leaves the former owner in charge', async () => {
    let broken = false
    const db = breakable(openDatabase(':memory:'), (sql) => broken && sql === 'COMMIT')
    const store = sqliteStore(db)
    await store.open('a')
    broken = true
    await expect(store.open('a')).rejects.toThrow('disk I/O error')
    broken = false
    expect(await store.append(record('a', 1, 1))).toBe('committed')
    await store.close()
  })

  it('[D19] what was committed survives a kill -9', async () => {
    const file = await freshFile()
    const child = spawn(
      process.execPath,
      nodeRuns(
        `const store = openSqliteStore(file)
         const { fence } = await store.open('a')
         for (let seq = 1; ; seq++) {
           const bytes = new TextEncoder().encode('a ' + seq)
           const answer = await store.append({ room: 'a', seq, epoch: 1, fence, bytes })
           if (answer === 'committed') process.stdout.write(seq + '\\n')
         }`,
        file,
      ),
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    for await (const chunk of child.stdout) {
      said += String(chunk)
      if (said.split('\n').length > 200) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    const promised = said.split('\n').length - 1
    const store = openSqliteStore(file)
    const { tail } = await store.open('a')
    expect(tail.length).toBeGreaterThanOrEqual(promised)
    expect(tail).toEqual(tail.map((_, at) => record('a', at + 1, 1)))
    await store.close()
  })
})
