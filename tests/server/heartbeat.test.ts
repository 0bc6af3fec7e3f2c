/** Sockets over time, by a clock that is moved by hand: the beat that keeps the living and finds the dead. */
import { once } from 'node:events'
import { HEARTBEAT_EVERY } from '@plenary/server/socket'
import { MESSAGE } from '@plenary/shared/frame'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { makeSession } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

/** y-websocket leaves a connection on which it has heard nothing for this long. Milliseconds. */
const WATCHDOG = 30_000
/** A socket that is dead is closed within this. Milliseconds. */
const DEAD_WITHIN = 45_000

const making = { title: 'Beat', formatId: 'dot-vote', name: 'Fay' }

it('[L10] an empty awareness frame every 12 s feeds the watchdog of a plain client', async () => {
  const { url, clock } = await serveHere()
  const made = await makeSession(url, making)
  const ann = await joinPlain({ base: url, session: made.joinCode, name: 'Ann' })
  const beats = (): Uint8Array[] => ann.received.filter((frame) => frame[0] === MESSAGE.awareness)
  await until('quiet', () => ann.provider.synced)
  for (let beat = 1; beat <= 3; beat++) {
    // As if nothing had been heard for as long as the watchdog waits.
    ann.provider.wsLastMessageReceived = 0
    clock.advance(HEARTBEAT_EVERY)
    await until(`beat ${beat}`, () => beats().length === beat)
    await until('the watchdog is fed', () => ann.provider.wsLastMessageReceived > 0)
  }
  // One that is lost or late is made up for by the next.
  expect(2 * HEARTBEAT_EVERY).toBeLessThan(WATCHDOG)
  for (const frame of beats()) expect([...frame]).toEqual([MESSAGE.awareness, 1, 0])
  expect(ann.provider.awareness.getStates().size).toBeLessThanOrEqual(1)
  ann.leave()
})

/** A socket that answers pings, or one that does not, as when its network is gone. */
async function openSocket(url: string, made: Made, alive: boolean): Promise<WebSocket> {
  const { clientId, secret } = made.seat
  const address = `${url.replace('http', 'ws')}/sync/${made.sessionId}?seat=${clientId}.${secret}`
  const socket = new WebSocket(address, ['plenary.v1', `bearer.${made.token}`], { autoPong: alive })
  await once(socket, 'message')
  return socket
}

it('[L10] a socket that answers no ping is cut off within 45 s, one that does stays', async () => {
  const { url, clock } = await serveHere()
  const dead = await openSocket(url, await makeSession(url, making), false)
  const living = await openSocket(url, await makeSession(url, making), true)
  const closed = once(dead, 'close')
  let passed = 0
  while (passed + HEARTBEAT_EVERY <= DEAD_WITHIN) {
    const pinged = once(living, 'ping')
    clock.advance(HEARTBEAT_EVERY)
    passed += HEARTBEAT_EVERY
    await pinged
    // Its answer went before this one, in the same stream.
    const answered = once(living, 'pong')
    living.ping()
    await answered
  }
  const [code]: unknown[] = await closed
  expect(code).toBe(1006)
  expect(living.readyState).toBe(WebSocket.OPEN)
  living.terminate()
})
