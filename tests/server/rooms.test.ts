/** The sessions in memory: loaded at a visit, one at a time, also while one is being put away. */
import { Disk } from '@plenary/server/disk'
import { createLog } from '@plenary/server/log'
import { createMeter } from '@plenary/server/metrics'
import { Rooms } from '@plenary/server/rooms'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { UNLOAD_AFTER } from '@plenary/server/unload'
import { EMPTY_PAUSE } from '@plenary/shared/decide/phases'
import { describe, expect, it } from 'vitest'
import type { HandClock } from '../kit/hand-clock.ts'
import { handClock } from '../kit/hand-clock.ts'
import type { HeldStore } from '../kit/held-store.ts'
import { heldStore } from '../kit/held-store.ts'
import { formatNamed } from '../kit/play.ts'
import { until } from '../kit/until.ts'

const silent = {
  toAll() {},
  toHello() {},
  toOne() {},
  hello() {},
  admit() {},
  close() {},
}

/** Long enough that everybody is away and the room is idle; alarms ring in turns of their own. */
async function minutesPass(clock: HandClock): Promise<void> {
  for (let minute = 0; minute < 3; minute++) {
    clock.advance(UNLOAD_AFTER)
    for (let n = 0; n < 5; n++) await new Promise((go) => setImmediate(go))
  }
}

function roomsOn(store: HeldStore, clock: HandClock): Rooms {
  return new Rooms({
    store,
    disk: new Disk(() => store, clock),
    clock,
    limits: { cards: 10, people: 10 },
    meter: createMeter(),
    log: createLog('silent'),
    audience: () => silent,
  })
}

/** One session that has been made, and that nobody is in. */
async function lonely() {
  const clock = handClock()
  const store = heldStore(openSqliteStore(':memory:'))
  const rooms = roomsOn(store, clock)
  const making = { title: 'Lonely', format: formatNamed('dot-vote'), name: 'Fay', setup: null }
  const { sessionId, reply } = await rooms.make(making)
  if (reply.is !== 'made') throw new Error(reply.is)
  const summary = async () => {
    const found = await rooms.find(reply.joinCode)
    if (found.is !== 'room') throw new Error(found.is)
    return { room: found.room, says: await found.room.ask({ is: 'summary' }) }
  }
  await summary()
  await new Promise((go) => setImmediate(go))
  return { clock, store, rooms, sessionId, summary, token: reply.token }
}

describe('rooms', () => {
  it('[K20] visitors who come together find one room, and after its unload another one', async () => {
    const { clock, rooms, sessionId, summary } = await lonely()
    const [one, two] = await Promise.all([rooms.find(sessionId), rooms.find(sessionId)])
    expect(one).toEqual(two)
    const before = (await summary()).room
    await new Promise((go) => setImmediate(go))
    const { room } = await until('another room', async () => {
      await minutesPass(clock)
      const found = await summary()
      return found.room === before || found.says.is === 'later' ? null : found
    })
    expect(room).not.toBe(before)
  })

  it('[K21] who comes while a room is unloading waits, and is answered', async () => {
    const { clock, store, summary } = await lonely()
    const unloading = store.hold('snapshot')
    await minutesPass(clock)
    await unloading
    const visit = summary()
    await new Promise((go) => setImmediate(go))
    store.release()
    expect((await visit).says).toMatchObject({ is: 'summary' })
  })

  it('[FN5] [K8] an empty session leaves memory and is paused when its two hours are over', async () => {
    const { clock, store, sessionId, summary, token } = await lonely()
    const { room } = await summary()
    await room.ask({ is: 'command', token, body: { type: 'phase.go', phase: 'propose' } })
    await minutesPass(clock)
    await room.left
    expect((await store.find(sessionId))?.status).toBe('running')
    clock.advance(EMPTY_PAUSE)
    await until('paused without a visitor', async () => {
      const row = await store.find(sessionId)
      return row?.status === 'paused' && row.due === null
    })
  })

  it('[FN5] a session that became empty before a restart is paused after it', async () => {
    const { clock, store, sessionId, summary, token } = await lonely()
    const { room } = await summary()
    await room.ask({ is: 'command', token, body: { type: 'phase.go', phase: 'propose' } })
    await minutesPass(clock)
    await room.left
    clock.advance(EMPTY_PAUSE / 2)
    const restarted = roomsOn(store, clock)
    await restarted.wakeDue()
    clock.advance(EMPTY_PAUSE / 2)
    await until('paused after the restart', async () => {
      return (await store.find(sessionId))?.status === 'paused'
    })
  })

  it('[K22] a restart opens what is due within a minute, and the others when it is time', async () => {
    const { clock, store, sessionId, summary, token } = await lonely()
    const { room } = await summary()
    await room.ask({ is: 'command', token, body: { type: 'phase.go', phase: 'propose' } })
    await minutesPass(clock)
    await room.left
    const due = (await store.dues())[0]?.due ?? 0
    clock.advance(due - clock.now() - UNLOAD_AFTER - 1)
    const early = roomsOn(store, clock)
    await early.wakeDue()
    expect(early.isAwake(sessionId)).toBe(false)
    await early.stop()
    clock.advance(1)
    const late = roomsOn(store, clock)
    await late.wakeDue()
    expect(late.isAwake(sessionId)).toBe(true)
  })

  it('[K22] a visitor opens a session that waits for its time, and it is woken no second time', async () => {
    const { clock, store, sessionId, summary, token } = await lonely()
    const { room } = await summary()
    await room.ask({ is: 'command', token, body: { type: 'phase.go', phase: 'propose' } })
    await minutesPass(clock)
    await room.left
    const restarted = roomsOn(store, clock)
    await restarted.wakeDue()
    expect(restarted.isAwake(sessionId)).toBe(false)
    const found = await restarted.find(sessionId)
    if (found.is !== 'room') throw new Error(found.is)
    expect(await found.room.ask({ is: 'summary' })).toMatchObject({ is: 'summary' })
    clock.advance(EMPTY_PAUSE)
    await until('paused once', async () => (await store.find(sessionId))?.status === 'paused')
  })
})
