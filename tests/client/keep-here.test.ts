/** Connections that only count, of people who are covered on a shared device: they come back by themselves. */
import { once } from 'node:events'
import { createHere } from '@plenary/client/session/keep-here'
import { FIRST_WAIT, LONGEST_WAIT, TRY_IS_NEW } from '@plenary/client/sync/reconnect'
import { HEARTBEAT_EVERY } from '@plenary/server/socket'
import { CLOSE } from '@plenary/shared/frame'
import { must } from '@plenary/shared/must'
import { expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket as NodeSocket, WebSocketServer } from 'ws'
import { handClock } from '../kit/hand-clock.ts'
import { joinHello } from '../kit/hello-client.ts'
import { join, makeSession } from '../kit/http-client.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

/** A minute without a sign: longer than anybody waits for one. Milliseconds. */
const LONG = 60_000

/** Ana is covered, on a device whose clock and sleep are in the test's hand; `elsewhere`: where her sockets lead instead. */
async function covered(elsewhere?: string) {
  const { url, clock: server } = await serveHere()
  const made = await makeSession(url, { title: 'Shared', formatId: 'dot-vote', name: 'Fay' })
  const fay = await joinHello(url, made.sessionId, made.token)
  const seat = await join(url, made.joinCode, { name: 'Ana' })
  const sockets: NodeSocket[] = []
  class KeptSocket extends NodeSocket {
    constructor(address: string, protocols: string[]) {
      super(elsewhere ?? address, protocols)
      this.on('error', () => {})
      sockets.push(this)
    }
  }
  const clock = handClock()
  let wake = (): void => {}
  const here = createHere(made.sessionId, {
    clock,
    page: {
      origin: url,
      onWake(listener) {
        wake = listener
        return () => {}
      },
      // The part of the interface that is used is the same.
      WebSocketPolyfill: KeptSocket as unknown as typeof WebSocket,
    },
  })
  onTestFinished(() => {
    here.stop()
    fay.leave()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
  here.keep([seat.token])
  await until('a socket', () => sockets.length === 1)
  /** The number of her connection; null: she has none, or more than one. */
  const ana = (): number | null => {
    const numbers = new Set<number>()
    for (const one of fay.heard())
      if (one.is === 'here' && one.person === seat.participantId) numbers.add(one.number)
      else if (one.is === 'gone') numbers.delete(one.number)
    const [number, more] = numbers
    return more === undefined ? (number ?? null) : null
  }
  const last = (): NodeSocket => must(sockets.at(-1), 'a socket')
  return { server, clock, fay, ana, sockets, last, wake: () => wake() }
}

it('[EB19] one on which nothing comes any more is left for another; one that is quiet between two beats is not', async () => {
  const { server, clock, fay, ana, sockets, last } = await covered()
  const first = await until('Ana is here', ana)
  for (let n = 0; n < 3; n++) {
    clock.advance(LONG / 2)
    const beat = once(last(), 'message')
    server.advance(HEARTBEAT_EVERY)
    await beat
    // The answer to the beat went before this one, in the same stream.
    for (const socket of [last(), fay.socket]) {
      const answered = once(socket, 'pong')
      socket.ping()
      await answered
    }
  }
  expect([sockets.length, ana()]).toEqual([1, first])
  // A network that is gone without a word.
  last().pause()
  clock.advance(LONG)
  clock.advance(FIRST_WAIT)
  await until('Ana is here anew', () => ana() !== null && ana() !== first)
  expect(sockets).toHaveLength(2)
})

it('[EB19] a device that wakes asks at once, and only where it has heard nothing for long', async () => {
  const { ana, sockets, wake } = await covered()
  const first = await until('Ana is here', ana)
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + TRY_IS_NEW)
  wake()
  expect([sockets.length, ana()]).toEqual([1, first])
  vi.setSystemTime(Date.now() + LONG)
  for (let n = 0; n < 4; n++) wake()
  await until('Ana is here anew', () => ana() !== null && ana() !== first)
  expect(sockets).toHaveLength(2)
})

it('[EB19] a server that opens and closes again is asked less and less often', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999)
  const busy = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => busy.close())
  busy.on('connection', (socket) => socket.close(CLOSE.later, 'come back'))
  await once(busy, 'listening')
  const address = busy.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { clock, sockets, last } = await covered(`ws://127.0.0.1:${address.port}`)
  for (let wait = FIRST_WAIT; wait <= LONGEST_WAIT; wait *= 2) {
    const before = sockets.length
    await until('it is closed', () => last().readyState === NodeSocket.CLOSED)
    clock.advance(wait / 2)
    expect(sockets).toHaveLength(before)
    clock.advance(wait / 2)
    await until('another', () => sockets.length === before + 1)
  }
})
