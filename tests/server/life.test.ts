/** The life of a room: a test for each step of the table, and none beside it. */
import { createLog } from '@plenary/server/log'
import { Disk, TRY_AGAIN_AFTER } from '@plenary/server/disk'
import type { Stage } from '@plenary/server/life'
import { Life, NEXT } from '@plenary/server/life'
import { createMeter } from '@plenary/server/metrics'
import { remember } from '@plenary/server/memory'
import { decodeRecord, encodeRecord } from '@plenary/server/record'
import { DAMAGED_FOR, Rooms } from '@plenary/server/rooms'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { CorruptRoomError } from '@plenary/server/store'
import type { Appended, Store } from '@plenary/server/store'
import { UNLOAD_AFTER } from '@plenary/server/unload'
import { must } from '@plenary/shared/must'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { FaultyStore } from '../kit/faulty-store.ts'
import { faultyStore } from '../kit/faulty-store.ts'
import type { HandClock } from '../kit/hand-clock.ts'
import { handClock } from '../kit/hand-clock.ts'
import { heldStore } from '../kit/held-store.ts'
import { formatNamed } from '../kit/play.ts'
import { SHELVED, voteOn } from '../kit/shelf.ts'
import { row } from '../kit/store-records.ts'
import { freshFile } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'
import { plainOf } from '../kit/wire.ts'

const stages = Object.keys(NEXT) as Stage[]

describe('the table of steps', () => {
  /** A life that has come this far, by the shortest way. */
  function lifeAt(stage: Stage): Life {
    const ways: Stage[][] = [[]]
    for (const way of ways) {
      const life = new Life()
      for (const next of way) life.become(next)
      if (life.is === stage) return life
      for (const next of NEXT[life.is]) if (!way.includes(next)) ways.push([...way, next])
    }
    throw new Error(`no way to ${stage}`)
  }

  it.each(stages.flatMap((from) => stages.map((to) => [from, to] as const)))(
    '[K25] from %s to %s: only where the table has it',
    (from, to) => {
      const life = lifeAt(from)
      const allowed: readonly Stage[] = NEXT[from]
      if (allowed.includes(to)) {
        life.become(to)
        expect(life.is).toBe(to)
      } else {
        expect(() => life.become(to)).toThrow(`a room cannot go from ${from} to ${to}`)
        expect(life.is).toBe(from)
      }
    },
  )
})

interface World {
  rooms: Rooms
  disk: FaultyStore
  clock: HandClock
  session: string
  token: string
  /** Steps since the last look. */
  steps: () => string[]
  command: (type: string) => Promise<string>
  /** Whether the disk counts as one that takes what is written. */
  isWell: () => boolean
}

async function world(around: (store: Store) => Store = (store) => store): Promise<World> {
  const clock = handClock()
  const health: Disk = new Disk(() => disk, clock)
  const disk: FaultyStore = faultyStore(around(openSqliteStore(':memory:')), ({ isDisk }) => {
    if (isDisk) health.failed()
  })
  let steps: string[] = []
  const rooms = new Rooms({
    store: disk,
    disk: health,
    clock,
    limits: { cards: 100, people: 100 },
    meter: createMeter(),
    log: createLog('silent'),
    audience: () => ({
      toAll() {},
      toHello() {},
      toOne() {},
      hello() {},
      admit() {},
      close() {},
    }),
    watch: (_session, from, to) => void steps.push(`${from} > ${to}`),
  })
  const making = { title: 'Life', format: formatNamed('dot-vote'), name: 'Fay', setup: null }
  const { sessionId: session, reply } = await rooms.make(making)
  if (reply.is !== 'made') throw new Error(reply.is)
  const { token } = reply
  const here = {
    rooms,
    disk,
    clock,
    session,
    token,
    isWell: () => health.isWell,
    steps() {
      const seen = steps
      steps = []
      return seen
    },
    async command(type: string) {
      const found = await rooms.find(session)
      if (found.is !== 'room') return found.is
      return (await found.room.ask({ is: 'command', token, body: { type } })).is
    },
  }
  await until('at rest', () => steps.at(-1) === 'ticking > open')
  return here
}

/** The board as whoever looks at it without a page gets it. */
async function boardOf({ rooms, session, token }: World) {
  const found = await rooms.find(session)
  if (found.is !== 'room') throw new Error(found.is)
  const reply = await found.room.ask({ is: 'board', token })
  if (reply.is !== 'board') throw new Error(reply.is)
  return reply
}

/** Long enough that everybody is away and the room is idle; alarms ring in turns of their own. */
async function minutesPass({ clock }: World): Promise<void> {
  for (let minute = 0; minute < 3; minute++) {
    clock.advance(UNLOAD_AFTER)
    for (let n = 0; n < 5; n++) await new Promise((go) => setImmediate(go))
  }
}

/** All steps until one of them is the last one here. */
async function stepsTo(here: World, last: string): Promise<string[]> {
  const seen: string[] = []
  await until(last, () => {
    seen.push(...here.steps())
    return seen.includes(last)
  })
  return seen
}

describe('a room', () => {
  it('[K25] loads, opens, ticks, commits, ticks on and is open again', async () => {
    const here = await world()
    const steps = await stepsTo(here, 'ticking > open')
    expect(steps.slice(0, 2)).toEqual(['loading > open', 'open > ticking'])
    expect(steps.slice(-3)).toEqual([
      'ticking > committing',
      'committing > ticking',
      'ticking > open',
    ])
    // A question changes nothing, so nothing is committed.
    const found = await here.rooms.find(here.session)
    if (found.is !== 'room') throw new Error(found.is)
    await found.room.ask({ is: 'summary' })
    expect(await stepsTo(here, 'ticking > open')).toEqual(['open > ticking', 'ticking > open'])
  })

  it('[K25] leaves when nobody needs it: unloading, then gone', async () => {
    const here = await world()
    here.steps()
    await minutesPass(here)
    const steps = await stepsTo(here, 'unloading > gone')
    expect(steps.slice(-2)).toEqual(['open > unloading', 'unloading > gone'])
  })

  it('[K25] is gone from its commit when the record fails, is read-only at once, and gone when the disk is well', async () => {
    const here = await world()
    here.steps()
    here.disk.break('full')
    expect(await here.command('hand.raise')).toBe('later')
    expect(await stepsTo(here, 'loading > read-only')).toEqual([
      'open > ticking',
      'ticking > committing',
      'committing > gone',
      'loading > read-only',
    ])
    expect(await here.command('hand.raise')).toBe('answer')
    here.disk.mend()
    here.clock.advance(TRY_AGAIN_AFTER)
    expect(await stepsTo(here, 'read-only > gone')).toEqual(['read-only > gone'])
    expect(await here.command('hand.raise')).toBe('answer')
    expect((await stepsTo(here, 'committing > ticking')).slice(0, 2)).toEqual([
      'loading > open',
      'open > ticking',
    ])
  })

  it('[K25] is gone from its tick when something throws in it', async () => {
    const here = await world()
    here.steps()
    const { now } = here.clock
    here.clock.now = () => {
      throw new Error('a bug')
    }
    expect(await here.command('hand.raise')).toBe('later')
    expect(await stepsTo(here, 'ticking > gone')).toEqual(['open > ticking', 'ticking > gone'])
    here.clock.now = now
    expect(await here.command('hand.raise')).toBe('answer')
  })

  it('[K25] is gone from loading when it is damaged or cannot be read', async () => {
    const here = await world()
    await minutesPass(here)
    await stepsTo(here, 'unloading > gone')
    here.disk.break('unreadable')
    here.disk.find = () => Promise.resolve(row(here.session))
    await expect(here.rooms.find(here.session)).rejects.toThrow('disk I/O error')
    expect(here.steps()).toEqual(['loading > gone'])
    here.disk.mend()
    here.clock.advance(TRY_AGAIN_AFTER)
    here.disk.open = here.disk.peek = () =>
      Promise.reject(new CorruptRoomError(here.session, 3, 'a gap'))
    const asked = Array.from({ length: 3 }, () => here.rooms.find(here.session))
    expect(await Promise.all(asked)).toEqual(asked.map(() => ({ is: 'damaged' })))
    expect(here.steps()).toEqual(['loading > gone'])
  })

  it('[K29] is damaged where its record cannot be written for what is on disk, and leaves all others as they are', async () => {
    const here = await world()
    const well = { ...here.disk }
    here.disk.append = () => Promise.resolve('damaged')
    here.steps()
    expect(await here.command('hand.raise')).toBe('later')
    expect((await stepsTo(here, 'committing > gone')).at(-1)).toBe('committing > gone')
    expect(await here.command('hand.raise')).toBe('damaged')
    expect(here.isWell()).toBe(true)
    Object.assign(here.disk, well)
    here.clock.advance(DAMAGED_FOR)
    expect(await here.command('hand.raise')).toBe('answer')
  })

  it('[K31] that cannot be read on a disk that is well leaves all others as they are', async () => {
    const here = await world()
    await minutesPass(here)
    await stepsTo(here, 'unloading > gone')
    here.disk.open = () => Promise.reject(new Error('disk I/O error'))
    await expect(here.rooms.find(here.session)).rejects.toThrow('disk I/O error')
    expect(here.steps()).toEqual(['loading > gone'])
    // Nor is it read again by each of those who come back at once.
    expect(await here.rooms.find(here.session)).toEqual({ is: 'later' })
    expect(here.steps()).toEqual([])
    expect(here.isWell()).toBe(true)
  })

  it('[K29] is not read again for a while once it was found damaged', async () => {
    const here = await world()
    await minutesPass(here)
    await stepsTo(here, 'unloading > gone')
    const well = { ...here.disk }
    here.disk.peek = here.disk.open = () =>
      Promise.reject(new CorruptRoomError(here.session, 3, 'a gap'))
    expect(await here.rooms.find(here.session)).toEqual({ is: 'damaged' })
    Object.assign(here.disk, well)
    expect(await here.rooms.find(here.session)).toEqual({ is: 'damaged' })
    here.clock.advance(DAMAGED_FOR)
    expect(await here.rooms.find(here.session)).toMatchObject({ is: 'room' })
  })

  it('[K28] opens again also where the disk was well before it began to wait', async () => {
    const clock = handClock()
    const disk = new Disk(() => ({ canWrite: () => Promise.resolve(true) }), clock)
    let told = 0
    disk.onceWell(() => void (told += 1))
    clock.advance(TRY_AGAIN_AFTER)
    await until('told', () => told > 0)
    disk.failed()
    disk.onceWell(() => void (told += 1))
    clock.advance(TRY_AGAIN_AFTER)
    await until('told once more', () => told > 1)
    expect(told).toBe(2)
  })

  it('[K23] that more than 1,000 seats have written in is rebuilt, equal, under a new epoch; while it cannot be it is told to come back, and not read again and again', async () => {
    const here = await world()
    await minutesPass(here)
    await stepsTo(here, 'unloading > gone')
    const { disk, session } = here
    const written = Array.from({ length: 1_001 }, (_, n) => {
      const doc = new Y.Doc()
      doc.clientID = n + 1
      const card = new Y.Map<unknown>(Object.entries({ kind: 'card', by: 'p', place: 'ideas/a0' }))
      card.set('text', new Y.Text(`of ${n}`))
      doc.getMap('cards').set(`card ${n}`, card)
      return Y.encodeStateAsUpdate(doc)
    })
    const { fence, snapshot } = await disk.open(session)
    const { seq, epoch } = must(snapshot, 'a snapshot')
    const bytes = encodeRecord({
      at: here.clock.now(),
      server: 1,
      events: [],
      answers: [],
      seats: [],
      board: Y.mergeUpdates(written),
    })
    expect(await disk.append({ room: session, seq: seq + 1, epoch, fence, bytes })).toBe(
      'committed',
    )
    const before = remember(await disk.peek(session))
    const well = { ...disk }
    disk.append = () => Promise.resolve('fenced')
    here.steps()
    expect(await here.rooms.find(session)).toEqual({ is: 'later' })
    expect(here.steps().filter((step) => step === 'loading > open')).toHaveLength(1)
    Object.assign(disk, well)
    here.clock.advance(TRY_AGAIN_AFTER)
    const after = await boardOf(here)
    expect(after.epoch).toBe(before.epoch + 1)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, after.update)
    // The one fact that is another.
    before.doc.getMap('session').set('epoch', after.epoch)
    const plain = plainOf(before.doc)
    expect(JSON.stringify(plain)).toContain('of 1000')
    expect(plainOf(doc)).toEqual(plain)
    expect(doc.store.clients.size).toBeLessThan(10)
  })

  it('[K43] writes on the board under another id after a kill, and under the same after a clean end', async () => {
    const store = openSqliteStore(await freshFile())
    const { wire, fay } = await voteOn(store)
    let title = 0
    /** Ids under which the next title is written. */
    const writes = async (): Promise<number[]> => {
      await wire.command(fay, { type: 'session.rename', title: `Title ${++title}` })
      const { tail } = await store.peek(SHELVED)
      const { board } = decodeRecord(must(tail.at(-1), 'a record').bytes)
      const { structs } = Y.decodeUpdate(must(board, 'a change of the board'))
      return [...new Set(structs.map(({ id }) => id.client))]
    }
    const first = await writes()
    expect(await writes()).toEqual(first)
    // Nothing is said to the room before.
    await wire.load()
    const second = await writes()
    expect(second).toEqual(first.map((id) => id - 1))
    await wire.room().close()
    await wire.load()
    expect(await writes()).toEqual(second)
    await wire.room().close()
    await wire.load()
    await wire.load()
    expect(await writes()).toEqual(second)
    await wire.load()
    expect(await writes()).toEqual(first.map((id) => id - 2))
    await store.close()
  })

  it('[K44] encodes its board once for all who ask at the same point', async () => {
    const here = await world()
    const [one, other] = [await boardOf(here), await boardOf(here)]
    expect(other.update).toBe(one.update)
    expect(await here.command('hand.raise')).toBe('answer')
    const later = await boardOf(here)
    expect(later.update).not.toEqual(one.update)
    expect((await boardOf(here)).update).toBe(later.update)
  })

  it('[K26] that has just begun anew is read with its facts on a full disk', async () => {
    const here = await world()
    await minutesPass(here)
    await stepsTo(here, 'unloading > gone')
    const { disk, session, clock, token } = here
    const { fence, snapshot } = await disk.open(session)
    const { seq, epoch } = must(snapshot, 'a snapshot')
    const rebuilt = { at: clock.now(), server: 1, events: [{ is: 'board.rebuilt' as const }] }
    const bytes = encodeRecord({ ...rebuilt, answers: [], seats: [], board: null })
    expect(await disk.append({ room: session, seq: seq + 1, epoch, fence, bytes })).toBe(
      'committed',
    )
    disk.break('full')
    const found = await here.rooms.find(session)
    if (found.is !== 'room') throw new Error(found.is)
    const reply = await found.room.ask({ is: 'report', token })
    expect(reply).toMatchObject({ is: 'report' })
    expect(JSON.stringify(reply)).toContain('"title":"Life"')
  })

  it('[K26] [D8] whose join code another one holds is dropped, and the disk is well', async () => {
    const taken: Appended[] = []
    const here = await world((store) => ({
      ...store,
      append: async (record) => taken.pop() ?? store.append(record),
    }))
    here.steps()
    taken.push('taken')
    expect(await here.command('hand.raise')).toBe('later')
    expect(await stepsTo(here, 'committing > gone')).not.toContain('loading > read-only')
    expect(await here.command('hand.raise')).toBe('answer')
    expect(here.steps()).not.toContain('loading > read-only')
  })

  it('[K25] that is being put away when the server stops is waited for', async () => {
    let held: ReturnType<typeof heldStore> | null = null
    const here = await world((store) => (held = heldStore(store)))
    const snapshot = held as ReturnType<typeof heldStore> | null
    if (snapshot === null) throw new Error('no store')
    const waits = snapshot.hold('snapshot')
    await minutesPass(here)
    await waits
    let stopped = false
    const stopping = here.rooms.stop().then(() => (stopped = true))
    for (let n = 0; n < 5; n++) await new Promise((go) => setImmediate(go))
    expect(stopped).toBe(false)
    snapshot.release()
    await stopping
    expect((await stepsTo(here, 'unloading > gone')).at(-1)).toBe('unloading > gone')
  })
})
