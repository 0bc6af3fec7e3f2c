/** What a crash, a bad disk and a wrong clock do to a session: it is as it was, or it does not open. Never less. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { neverBack } from '@plenary/server/clock'
import { openDatabase } from '@plenary/server/database'
import type { Db } from '@plenary/server/database'
import { createLog } from '@plenary/server/log'
import { Disk } from '@plenary/server/disk'
import { createMeter } from '@plenary/server/metrics'
import { decodeRecord, decodeSnapshot, encodeSnapshot } from '@plenary/server/record'
import { Rooms } from '@plenary/server/rooms'
import { snapshotOf } from '@plenary/server/snapshot'
import { openSqliteStore, sqliteStore } from '@plenary/server/sqlite-store'
import type { Store } from '@plenary/server/store'
import { CorruptRoomError } from '@plenary/server/store'
import { MESSAGE, writeJson } from '@plenary/shared/frame'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { memoryStorage, openPage } from '../kit/client-page.ts'
import { handClock } from '../kit/hand-clock.ts'
import { get, makeSession, post } from '../kit/http-client.ts'
import { formatNamed } from '../kit/play.ts'
import { outcome } from '../kit/problem.ts'
import { startServer } from '../kit/running-server.ts'
import { seeded } from '../kit/seeded-dice.ts'
import { SHELVED, addCardOn, loadShelved, saidBy, shelved, voteOn } from '../kit/shelf.ts'
import { record, roomWith } from '../kit/store-records.ts'
import { flipBit, freshFile, replaceSnapshot, withDatabase } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'
import { plainOf } from '../kit/wire.ts'

function opened(file: string): Store {
  const store = openSqliteStore(file)
  onTestFinished(() => store.close())
  return store
}

/** The files of a database as they lie there at this moment, in a folder of their own: what a kill -9 leaves. */
function copied(file: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-copy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const copy = join(folder, 'plenary.db')
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end)
  return copy
}

describe('a crash', () => {
  it('[T98] between the commit and telling of it: whoever comes back gets it, and it is saved', async () => {
    const real = openSqliteStore(':memory:')
    let crashes = false
    const store: Store = {
      ...real,
      async append(one) {
        const appended = await real.append(one)
        return crashes ? new Promise(() => {}) : appended
      },
    }
    const { wire, fay, ann } = await voteOn(store)
    ann.up.push(writeJson(MESSAGE.hello, { protocol: 1 }))
    await wire.quiet()
    const before = (await real.peek(SHELVED)).tail.length
    crashes = true
    const heard = fay.sent.length
    addCardOn(ann, 'Bikes')
    wire.carry(ann, 'up', Infinity)
    await until('it is on disk', async () => (await real.peek(SHELVED)).tail.length > before)
    expect(fay.sent).toHaveLength(heard)
    crashes = false
    for (const page of wire.pages) wire.drop(page)
    await wire.load()
    await wire.quiet()
    expect(fay.doc.getMap('cards').size).toBe(1)
    expect(plainOf(fay.doc)).toEqual(plainOf(ann.doc))
    expect([...fay.closes, ...ann.closes]).toEqual([])
  })

  it('[T100] that tears the end of the journal: what was acknowledged is there, in order, without a gap', async () => {
    const file = await freshFile()
    const store = opened(file)
    const fence = await roomWith(store, 'a', 5)
    const wal = `${file}-wal`
    const before = readFileSync(wal).byteLength
    expect(await store.append(record('a', 6, fence, 'six '.repeat(3_000)))).toBe('committed')
    const whole = readFileSync(wal)
    const cuts = [before, before + 1, before + 24, before + 4_120, whole.byteLength - 1]
    for (const cut of cuts) {
      const copy = copied(file)
      writeFileSync(`${copy}-wal`, whole.subarray(0, cut))
      const torn = openSqliteStore(copy)
      expect((await torn.open('a')).tail, `cut at ${cut}`).toEqual(
        [1, 2, 3, 4, 5].map((seq) => record('a', seq, fence)),
      )
      expect(await torn.append(record('a', 6, fence + 1))).toBe('committed')
      await torn.close()
    }
    // Nor does what is not whole count where its bits are wrong instead of missing.
    const copy = copied(file)
    const flipped = Uint8Array.from(whole)
    flipped[before + 2_000] = (flipped[before + 2_000] ?? 0) ^ 1
    writeFileSync(`${copy}-wal`, flipped)
    const torn = openSqliteStore(copy)
    expect((await torn.open('a')).tail).toHaveLength(5)
    await torn.close()
  })

  it('[T107] at any step of writing a snapshot and cutting the journal: the session is as it was', async () => {
    const { file, says } = await shelved()
    const db = openDatabase(file)
    const copies: string[] = []
    let copying = false
    const watched: Db = {
      ...db,
      run(sql, binds) {
        if (copying) copies.push(copied(file))
        const changed = db.run(sql, binds)
        if (copying) copies.push(copied(file))
        return changed
      },
      all(sql, binds) {
        const rows = db.all(sql, binds)
        if (copying) copies.push(copied(file))
        return rows
      },
    }
    const store = sqliteStore(watched)
    onTestFinished(() => store.close())
    const memory = await loadShelved(store)
    const { seq, epoch, fence } = memory
    const snapshot = { room: SHELVED, seq, epoch, bytes: snapshotOf(memory, false) }
    copying = true
    expect(await store.snapshot(snapshot, fence)).toBe('committed')
    expect(await store.snapshot(snapshot, fence, { due: null })).toBe('committed')
    copying = false
    expect(copies.length).toBeGreaterThan(15)
    for (const copy of copies) {
      const left = openSqliteStore(copy)
      expect(saidBy(await loadShelved(left))).toEqual(says)
      await left.close()
    }
  })

  it('[T107] at any page of moving the journal into the database: the session is as it was', async () => {
    const { file, says } = await shelved()
    const db = openDatabase(file)
    const store = sqliteStore(db)
    onTestFinished(() => store.close())
    const memory = await loadShelved(store)
    const { seq, epoch, fence } = memory
    const bytes = snapshotOf(memory, false)
    await store.snapshot({ room: SHELVED, seq, epoch, bytes }, fence)
    const before = copied(file)
    db.all('PRAGMA wal_checkpoint(PASSIVE)')
    const [old, moved] = [readFileSync(before), readFileSync(file)]
    const PAGE = 4_096
    expect(moved.equals(old)).toBe(false)
    for (let pages = 0; pages * PAGE <= moved.byteLength; pages++) {
      const half = copied(before)
      const head = moved.subarray(0, pages * PAGE)
      writeFileSync(half, Buffer.concat([head, old.subarray(head.byteLength)]))
      const left = openSqliteStore(half)
      expect(saidBy(await loadShelved(left)), `${pages} pages`).toEqual(says)
      await left.close()
    }
  })
})

describe('a damaged snapshot', () => {
  /** Puts other bytes in the place of the newest snapshot; their checksum holds. */
  async function replaced(file: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
    const store = openSqliteStore(file)
    const { snapshot } = await store.open(SHELVED)
    await store.close()
    if (snapshot === null) throw new Error('no snapshot')
    replaceSnapshot(file, snapshot, change(snapshot.bytes))
  }

  const otherVersion = (bytes: Uint8Array): Uint8Array => {
    const snapshot = decodeSnapshot(bytes)
    return encodeSnapshot({ ...snapshot, state: Object.assign(snapshot.state, { schema: 2 }) })
  }

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['cut in the middle', (bytes) => bytes.subarray(0, bytes.byteLength / 2)],
    ['empty', () => new Uint8Array()],
    ['of another version', otherVersion],
    ['other bytes altogether', () => Buffer.from('no snapshot at all')],
  ])(
    '[T103] [D29] %s, its checksum sound: the one before it, and the longer journal',
    async (_what, change) => {
      const { file, says, seqs } = await shelved()
      await replaced(file, change)
      const store = opened(file)
      expect((await store.open(SHELVED)).snapshot?.seq).toBe(seqs[1])
      expect((await store.open(SHELVED, 1)).snapshot?.seq).toBe(seqs[0])
      expect(saidBy(await loadShelved(store))).toEqual(says)
    },
  )

  it('[T103] a flipped bit: the one before it, and the longer journal', async () => {
    const { file, says, seqs } = await shelved()
    flipBit(file, 'snapshots', `seq = ${seqs[1]}`)
    const store = opened(file)
    expect((await store.open(SHELVED)).snapshot?.seq).toBe(seqs[0])
    expect(saidBy(await loadShelved(store))).toEqual(says)
  })

  it('[T103] [T104] any byte of the file: the session is as it was, or does not open', async () => {
    const { file, says } = await shelved()
    const sound = readFileSync(file)
    const random = seeded(104)
    const came = { same: 0, damaged: 0, refused: 0 }
    for (let round = 0; round < 40; round++) {
      const harmed = Buffer.from(sound)
      const at = Math.floor(random() * harmed.byteLength)
      harmed[at] = (harmed[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      const copy = copied(file)
      writeFileSync(copy, harmed)
      let store: Store
      try {
        store = openSqliteStore(copy)
      } catch (error) {
        expect(String(error)).toMatch(/DatabaseUnusableError|SchemaTooNewError|SQLITE_|SqliteError/)
        came.refused++
        continue
      }
      const found = await loadShelved(store).then(saidBy, (error: unknown) => error)
      if (found instanceof Error) {
        expect(found, `byte ${at}`).toBeInstanceOf(CorruptRoomError)
        came.damaged++
      } else {
        expect(found, `byte ${at}`).toEqual(says)
        came.same++
      }
      await store.close()
    }
    expect(came.damaged).toBeGreaterThan(0)
    expect(came.same).toBeGreaterThan(0)
  })

  it('[T103] [D29] both of them: it does not open, and is not empty', async () => {
    const { file, seqs } = await shelved()
    await replaced(file, otherVersion)
    flipBit(file, 'snapshots', `seq = ${seqs[0]}`)
    const failure = await loadShelved(opened(file)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CorruptRoomError)
    expect(String(failure)).toMatch(
      /at record 1\. Stop the server and restore it alone .* --from FILE$/,
    )
  })

  it.each([
    'ALTER TABLE snapshots RENAME TO gone',
    'ALTER TABLE rooms RENAME TO gone',
    'ALTER TABLE records RENAME COLUMN bytes TO bites',
  ])('[T104] a table that is not what it was (%s): it does not open', async (sql) => {
    const { file } = await shelved()
    withDatabase(file, (db) => db.exec(sql))
    const failure = await loadShelved(opened(file)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CorruptRoomError)
    expect(String(failure)).toContain('the database file is damaged')
  })

  it('[T104] [D16] a record whose checksum holds and which says nothing: it does not open', async () => {
    const { file, seqs } = await shelved()
    const store = openSqliteStore(file)
    const { fence } = await store.open(SHELVED)
    await store.append({ ...record(SHELVED, seqs[2] + 1, fence), epoch: 1 })
    await store.close()
    const failure = await loadShelved(opened(file)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CorruptRoomError)
    expect(failure).toMatchObject({ room: SHELVED, seq: seqs[2] + 1 })
  })
})

it('[T104] [K29] a damaged session is answered with a problem, the log says where and what to do, all others are open', async () => {
  const server = await startServer()
  onTestFinished(() => server.remove())
  const [hurt, sound] = await Promise.all(
    ['Hurt', 'Sound'].map((title) =>
      makeSession(server.url, { title, formatId: 'dot-vote', name: 'Fay' }),
    ),
  )
  if (hurt === undefined || sound === undefined) throw new Error('not made')
  const page = openPage(server.url, hurt, memoryStorage())
  onTestFinished(() => page.client.leave())
  await until('the session', () => page.client.link().is === 'live')
  expect(await page.client.ask({ type: 'phase.go', phase: 'propose' })).toMatchObject({ ok: true })
  page.cut()
  page.client.add('card', 'ideas', 'Nobody has heard this')
  await server.kill()
  const file = join(server.dataDir, 'plenary.db')
  flipBit(file, 'records', `room = '${hurt.sessionId}' AND seq = 1`)
  await server.start()
  const at = (id: string): string => `${server.url}/api/sessions/${id}`
  expect(await outcome(get(at(hurt.joinCode)))).toBe('503 damaged')
  expect(await outcome(post(`${at(hurt.sessionId)}/seats`, {}, hurt.token))).toBe('503 damaged')
  expect(await outcome(post(`${at(sound.sessionId)}/seats`, {}, sound.token))).toBe('201')
  expect(await outcome(get(`${server.url}/readyz`))).toBe('200')
  expect(server.output()).toContain(
    `session ${hurt.sessionId}: the checksum does not hold at record 1. Stop the server and restore it alone from a backup: npm run restore -- --session=${hurt.sessionId} --from FILE`,
  )
  page.mend()
  await until('the end', () => page.client.link().is === 'ended')
  expect(page.client.link()).toMatchObject({
    is: 'ended',
    why: 'damaged',
    unsaved: ['Nobody has heard this'],
  })
})

it('[T115] a clock that is set forward or back: the timer goes on, and records are counted, not timed', async () => {
  let day = 1_700_000_000_000
  let steady = 5_000
  const hand = handClock()
  const clock = {
    ...hand,
    now: neverBack(
      () => day,
      () => steady,
    ),
  }
  const pass = (ms: number): void => {
    steady += ms
    day += ms
    hand.advance(ms)
  }
  const store = openSqliteStore(':memory:')
  const rooms = new Rooms({
    store,
    disk: new Disk(() => store, clock),
    clock,
    limits: { cards: 100, people: 100 },
    meter: createMeter(),
    log: createLog('silent'),
    audience: () => ({ toAll() {}, toHello() {}, toOne() {}, hello() {}, admit() {}, close() {} }),
  })
  const making = { title: 'Clock', format: formatNamed('dot-vote'), name: 'Fay', setup: null }
  const { sessionId, reply } = await rooms.make(making)
  if (reply.is !== 'made') throw new Error(reply.is)
  const found = await rooms.find(sessionId)
  if (found.is !== 'room') throw new Error(found.is)
  const { room } = found
  const does = async (type: string, more: object = {}): Promise<void> => {
    const answer = await room.ask({ is: 'command', token: reply.token, body: { type, ...more } })
    expect(answer).toMatchObject({ is: 'answer', answer: { ok: true } })
  }
  await does('phase.go', { phase: 'propose' })
  await does('timer.start')
  const left = async (): Promise<number> => {
    const board = await room.ask({ is: 'board', token: reply.token })
    if (board.is !== 'board') throw new Error(board.is)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, board.update)
    return Number(doc.getMap('session').toJSON()['timer'].endsAt) - clock.now()
  }
  const MINUTE = 60_000
  for (const jump of [-60, 20, -500, 1, 30]) {
    const [before, wasLeft] = [clock.now(), await left()]
    day += jump * MINUTE
    expect(clock.now()).toBeGreaterThanOrEqual(before)
    expect(await left()).toBeLessThanOrEqual(wasLeft)
    pass(1_000)
    expect(clock.now()).toBeGreaterThanOrEqual(before + 1_000)
    await does('timer.add', { minutes: 1 })
    await does('hand.raise')
  }
  const { tail } = await store.peek(sessionId)
  expect(tail.map(({ seq }) => seq)).toEqual(tail.map((_, at) => at + 1))
  const times = tail.map(({ bytes }) => decodeRecord(bytes).at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})
