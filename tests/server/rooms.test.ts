/** The sessions in memory: loaded at a visit, one at a time, also while one is being put away. */
import { createLog } from '@plenary/server/log'
import { createMeter } from '@plenary/server/metrics'
import { UNLOAD_AFTER } from '@plenary/server/room'
import { Rooms } from '@plenary/server/rooms'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { describe, expect, it } from 'vitest'
import type { HandClock } from '../kit/hand-clock.ts'
import { handClock } from '../kit/hand-clock.ts'
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

/** One session that has been made, and that nobody is in. */
async function lonely() {
  const clock = handClock()
  const store = heldStore(openSqliteStore(':memory:'))
  const rooms = new Rooms({
    store,
    clock,
    limits: { cards: 10, people: 10 },
    meter: createMeter(),
    log: createLog('silent'),
    audience: () => silent,
  })
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
  return { clock, store, rooms, sessionId, summary }
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
})
