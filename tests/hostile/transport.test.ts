/** T1-T8: what arrives below the protocol: frames that are none, floods, readers that do not read, lines left open. */
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { HEARTBEAT_EVERY } from '@plenary/server/socket'
import { FRAME_MAX, MESSAGE } from '@plenary/shared/frame'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { attacked } from '../kit/bystander.ts'
import type { Attacked } from '../kit/bystander.ts'
import { joinHello } from '../kit/hello-client.ts'
import { makeSession, takeSeat } from '../kit/http-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { frameOf, openByHand } from '../kit/raw-frames.ts'
import { openRaw, turnedAway } from '../kit/raw-socket.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
let here: Attacked
beforeAll(async () => {
  server = await startServer()
  here = await attacked(server.url)
})
afterAll(async () => {
  here.fay.leave()
  await server.remove()
})

const knock = () => ({
  session: here.made.sessionId,
  token: here.made.token,
  seat: here.seat,
})

const FIN = 0x80
const RSV1 = 0x40
const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list)

describe('frames', () => {
  it('[T1] a text frame closes its socket with 4400 and nobody else’s', async () => {
    const socket = openRaw(server.url, knock())
    await once(socket, 'message')
    socket.send('{"type":"phase.go"}')
    const [code]: unknown[] = await once(socket, 'close')
    expect(code).toBe(4400)
    await here.unharmed()
  })

  it.each<[string, Buffer]>([
    ['a reserved bit', frameOf({ head: FIN | RSV1 | 2, body: bytes(1, 2, 3) })],
    ['text that is no UTF-8', frameOf({ head: FIN | 1, body: bytes(0xff, 0xfe, 0xc0) })],
    ['a ping that is too large', frameOf({ head: FIN | 9, body: new Uint8Array(200) })],
    ['a ping in pieces', frameOf({ head: 9, body: bytes(1) })],
    ['an opcode that is none', frameOf({ head: FIN | 11, body: bytes(1) })],
    ['a frame without a mask', frameOf({ head: FIN | 2, body: bytes(0), masked: false })],
    ['a close with half a code', frameOf({ head: FIN | 8, body: bytes(3) })],
    ['a close with a code that is none', frameOf({ head: FIN | 8, body: bytes(0, 1) })],
    ['the end of a message that never began', frameOf({ head: FIN, body: bytes(1) })],
    ['a length of 2^63', frameOf({ head: FIN | 2, says: Number.MAX_SAFE_INTEGER })],
  ])('[T2] %s ends its own socket alone', async (_what, frame) => {
    const hand = await openByHand(server.url, knock())
    hand.send(frame)
    expect(await hand.closed()).toBeGreaterThan(1000)
    await here.unharmed()
  })

  it('[T3] a frame above the limit closes with 4413, one above that of the socket with 1009', async () => {
    for (const [size, code] of [
      [FRAME_MAX + 1, 4413],
      [1024 * 1024 + 1, 1009],
    ] as const) {
      const socket = openRaw(server.url, knock())
      await once(socket, 'message')
      socket.send(new Uint8Array(size))
      const [closed]: unknown[] = await once(socket, 'close')
      expect(closed).toBe(code)
    }
    await here.unharmed()
  })

  it('[T3] a client that holds too large an update is told once and does not try again', async () => {
    const { made } = here
    const { sessionId: session } = made
    const eve = await joinPlain({ base: server.url, session, name: 'Eve' })
    eve.doc.getMap('cards').set('x', 'y'.repeat(300_000))
    await until('sent away', () => eve.closes.length > 0)
    // Whoever would come back by itself has done so by then.
    for (let turn = 0; turn < 5; turn++) await here.unharmed()
    expect(eve.closes).toEqual([4413])
    expect(eve.provider.shouldConnect).toBe(false)
    eve.leave()
  })

  it('[T4] compression is not negotiated, so nothing can be a bomb', async () => {
    const offer = { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' }
    const hand = await openByHand(server.url, { ...knock(), headers: offer })
    expect(hand.head).toMatch(/^HTTP\/1.1 101/)
    expect(hand.head.toLowerCase()).not.toContain('sec-websocket-extensions')
    hand.socket.destroy()
  })

  it('[T8] a message in 100,000 empty pieces ends its own socket alone', async () => {
    const hand = await openByHand(server.url, knock())
    hand.send(frameOf({ head: 2 }))
    const piece = frameOf({ head: 0 })
    hand.send(...Array.from({ length: 100_000 }, () => piece))
    expect(await hand.closed()).toBeGreaterThan(1000)
    await here.unharmed()
  })
})

describe('sockets', () => {
  it('[T5] who never reads is sent away, and the others go on', async () => {
    const own = await attacked(server.url)
    const { made } = own
    const ben = await joinPlain({ base: server.url, session: made.joinCode, name: 'Ben' })
    await own.fay.ask({ type: 'phase.go', phase: 'list' })
    const ear = await joinHello(server.url, made.sessionId, ben.token)
    const deaf = await openByHand(server.url, {
      session: made.sessionId,
      token: made.token,
      seat: own.seat,
    })
    deaf.socket.pause()
    const gone = (): boolean => ear.heard().some(({ is }) => is === 'gone')
    const text = 'x'.repeat(1_900)
    // More than the operating system holds for both sides, and the server for one.
    for (let sent = 0; sent < 9_000 && !gone(); sent += 250) {
      for (let frame = 0; frame < 10; frame++)
        ben.doc.transact(() => {
          for (let card = 0; card < 25; card++) ben.addCard(text, 'topics/a0')
        })
      await until('everybody else has it', () => own.fay.cards().size === ben.cards().size)
    }
    // Who does not answer the goodbye is cut off a moment later.
    await until('it is gone', gone)
    await own.unharmed()
    expect(ben.closes).toEqual([])
    deaf.socket.destroy()
    ear.leave()
    ben.leave()
    own.fay.leave()
  })

  it('[T6] [L15] lines on which nothing, or nothing more, comes are hung up on', async () => {
    const { port } = server
    const open = async (head: string): Promise<Socket> => {
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
      socket.on('error', () => {})
      socket.on('data', () => {})
      await once(socket, 'connect')
      socket.write(head)
      return socket
    }
    const post = `POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n{"title"`
    const upgrade = 'GET /nope HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
    const heads = ['', 'GET / HTTP/1.1\r\nHost: x\r\nX: ', `${upgrade}X: `, post, `${upgrade}\r\n`]
    const lines = await Promise.all(heads.flatMap((head) => [open(head), open(head)]))
    let left = lines.length
    for (const line of lines) {
      // A byte now and then must not keep it open; a line that is gone refuses it.
      const drip = setInterval(() => line.write('a'), 500)
      line.on('close', () => {
        clearInterval(drip)
        left--
      })
    }
    await until('all of them closed', () => left === 0, 25_000)
    await here.unharmed()
  })

  it('[T6] a socket whose other end is gone without a word is noticed within two beats', async () => {
    const { url, clock } = await serveHere()
    const made = await makeSession(url, { title: 'Beat', formatId: 'dot-vote', name: 'Fay' })
    const seat = `${made.seat.clientId}.${made.seat.secret}`
    const dead = await openByHand(url, { session: made.sessionId, token: made.token, seat })
    const ben = await joinPlain({ base: url, session: made.joinCode, name: 'Ben' })
    let gone = false
    dead.socket.on('close', () => (gone = true))
    for (let beat = 1; beat <= 2; beat++) {
      const heard = ben.received.length
      clock.advance(HEARTBEAT_EVERY)
      await until('the beat', () =>
        ben.received.slice(heard).some((frame) => frame[0] === MESSAGE.awareness),
      )
    }
    await until('cut off', () => gone)
    expect(ben.closes).toEqual([])
    ben.leave()
  })

  it('[T7] a thousand sockets within a second are turned away, and a session goes on', async () => {
    const knocking = Array.from({ length: 1_000 }, (_, n) =>
      turnedAway(server.url, { session: here.made.sessionId, token: String(n).padStart(43, 'A') }),
    )
    await here.unharmed()
    const codes = (await Promise.all(knocking)).map(({ code }) => code)
    await here.unharmed()
    expect(codes.filter((code) => code === 4401).length).toBeLessThanOrEqual(60)
    expect(codes.filter((code) => code === 4529).length).toBeGreaterThanOrEqual(940)
  })

  it('[T7] [L14] one person has at most 20 sockets; one more is closed with 4529', async () => {
    const { url } = await serveHere()
    const own = await attacked(url)
    const sockets: WebSocket[] = []
    const another = async () => {
      const { clientId, secret } = await takeSeat(url, own.made.sessionId, own.made.token)
      return openRaw(url, {
        session: own.made.sessionId,
        token: own.made.token,
        seat: `${clientId}.${secret}`,
      })
    }
    for (let n = 1; n < 20; n++) {
      const socket = await another()
      await once(socket, 'message')
      sockets.push(socket)
    }
    const [code]: unknown[] = await once(await another(), 'close')
    expect(code).toBe(4529)
    await own.unharmed()
    expect(sockets.every((socket) => socket.readyState === WebSocket.OPEN)).toBe(true)
    for (const socket of sockets) socket.terminate()
    own.fay.leave()
  })
})
