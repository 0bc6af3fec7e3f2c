/**
 * Pages of the client on a hand-cranked wire: the real sync layer on one side, a real room on a real store on the other.
 * A frame goes on, a socket opens and a lost one is missed only when the test says so.
 */
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { SessionClient } from '@plenary/client/sync/session-client'
import { Life } from '@plenary/server/life'
import { createLog } from '@plenary/server/log'
import { remember } from '@plenary/server/memory'
import { createMeter } from '@plenary/server/metrics'
import type { Ask, Reply } from '@plenary/server/requests'
import { Room } from '@plenary/server/room'
import type { Audience } from '@plenary/server/seam'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import type { Store } from '@plenary/server/store'
import type { Format } from '@plenary/shared/format'
import { must } from '@plenary/shared/must'
import { handClock } from './hand-clock.ts'
import type { HandClock } from './hand-clock.ts'
import { openSession } from './open-session.ts'

const SESSION = 'session'
const meter = createMeter()
const log = createLog('silent')
const LIMITS = { cards: 1_000, people: 100 }

/** What the server sends on a socket: frames, and in the end perhaps a close. */
type Down = { frame: Uint8Array } | { close: number }

/** One socket of a page, from its own point of view; what it lacks of the platform's nobody here asks for. */
class HandSocket {
  readonly OPEN = 1
  binaryType = 'blob'
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: object) => void) | null = null
  /** Its number on the server; null before it has arrived there. */
  connection: number | null = null
  up: Uint8Array[] = []
  down: Down[] = []
  readonly url: URL
  readonly protocols: string[]

  constructor(url: string, protocols: string[]) {
    this.url = new URL(url)
    this.protocols = protocols
  }

  send(bytes: Uint8Array): void {
    if (this.readyState === 1) this.up.push(new Uint8Array(bytes))
  }

  close(): void {
    this.end(1005)
  }

  /** The page's end is gone; what was sent may still be on its way. */
  end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.down = []
    this.onclose?.({ code, reason: '' })
  }
}

/** One page load of a person. */
export interface HandPage {
  readonly name: string
  readonly token: string
  readonly person: string
  readonly client: SessionClient
  /** Every socket that the server does not know to be gone; the last is the one in use. */
  readonly sockets: HandSocket[]
  readonly wake: () => void
}

export interface ClientWire {
  readonly pages: HandPage[]
  readonly store: Store
  readonly clock: HandClock
  ask(ask: Ask): Promise<Reply>
  command(page: HandPage, body: object): Promise<void>
  join(name: string): Promise<HandPage>
  /** A socket for a page that has none, all the way to the room. */
  open(page: HandPage): void
  /** The page's socket is lost with everything on its way down; the server does not know yet. */
  cut(page: HandPage): void
  /** The server notices which sockets are lost, with what has not arrived on them. */
  miss(page: HandPage): void
  /** Hands on up to `n` frames; `late`: of a socket that the page has lost. */
  up(page: HandPage, n: number, late?: boolean): void
  down(page: HandPage, n: number): void
  /** The page's seat is taken from it: its socket is closed with 4409, and nothing that was on its way down arrives. */
  evict(page: HandPage): Promise<void>
  /** The next frame down arrives twice. */
  repeat(page: HandPage): void
  /** Until the room has taken all that was handed on. */
  settle(): Promise<void>
  /** Everybody is connected and has everything, and nothing waits. */
  quiet(): Promise<void>
  leave(): Promise<void>
}

/** A session of this format led by Fay, who is the first page. */
export async function openClientWire(format: Format): Promise<ClientWire> {
  const clock = handClock()
  const store = openSqliteStore(':memory:')
  const pages: HandPage[] = []
  const admitted = new Set<number>()
  const greeted = new Set<number>()
  let last = 0

  const socketOf = (id: number): HandSocket | undefined =>
    pages.flatMap((page) => page.sockets).find((socket) => socket.connection === id)
  const send = (id: number, one: Down): void => {
    const socket = socketOf(id)
    if (socket?.readyState === 1) socket.down.push(one)
  }
  const audience: Audience = {
    toAll: (_n, frame) => admitted.forEach((id) => send(id, { frame })),
    toHello: (_n, frame) => greeted.forEach((id) => send(id, { frame })),
    toOne: (id, frame) => send(id, { frame }),
    hello: (id) => void greeted.add(id),
    admit: (id) => void admitted.add(id),
    close(id, code) {
      send(id, { close: code })
      gone(id)
    },
  }
  const room = new Room(SESSION, remember(await store.open(SESSION)), {
    store,
    clock,
    limits: LIMITS,
    meter,
    log,
    audience,
    life: new Life(),
    onGone: () => {},
  })
  const door = await openDoor((ask) => room.ask(ask))

  function gone(id: number): void {
    admitted.delete(id)
    greeted.delete(id)
    room.leave(id)
  }

  function newPage(name: string, person: string, token: string): HandPage {
    const sockets: HandSocket[] = []
    let wake = (): void => {}
    class PageSocket extends HandSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols)
        sockets.push(this)
      }
    }
    const client = openSession({
      sessionId: SESSION,
      token,
      page: {
        origin: door.origin,
        answers: () => Promise.resolve(true),
        storage: null,
        device: null,
        onWake(listener) {
          wake = listener
          return () => {}
        },
        onHide: () => () => {},
        reload: () => {},
        // The part of the interface that the provider uses is the same.
        WebSocketPolyfill: PageSocket as unknown as typeof WebSocket,
      },
    })
    const page = { name, person, token, client, sockets, wake: () => wake() }
    pages.push(page)
    return page
  }

  const now = (page: HandPage): HandSocket | undefined =>
    page.sockets.findLast((socket) => socket.readyState < 3)

  function hear(socket: HandSocket, one: Down): void {
    if ('close' in one) socket.end(one.close)
    else socket.onmessage?.({ data: Uint8Array.from(one.frame).buffer })
  }

  const wire: ClientWire = {
    pages,
    store,
    clock,
    ask: (ask) => room.ask(ask),
    async command(page, body) {
      const reply = await room.ask({ is: 'command', token: page.token, body })
      if (reply.is !== 'answer' || !reply.answer.ok) throw new Error(JSON.stringify(reply))
    },
    async join(name) {
      const coming = { name, role: 'participant', apart: false, request: undefined } as const
      const reply = await room.ask({ is: 'join', ...coming })
      if (reply.is !== 'in') throw new Error(`${name} is not in: ${reply.is}`)
      return newPage(name, reply.person, reply.token)
    },
    open(page) {
      page.wake()
      const socket = now(page)
      if (socket === undefined || socket.connection !== null) return
      socket.connection = ++last
      const [, bearer = ''] = socket.protocols
      const seat = must(socket.url.searchParams.get('seat'), 'a seat')
      room.connect(socket.connection, bearer.replace('bearer.', ''), seat)
      socket.readyState = 1
      socket.onopen?.()
    },
    cut: (page) => now(page)?.end(1006),
    miss(page) {
      for (const socket of page.sockets.splice(0)) {
        if (socket.readyState < 3) page.sockets.push(socket)
        else if (socket.connection !== null) gone(socket.connection)
      }
    },
    up(page, n, late = false) {
      const socket = late ? page.sockets.find(({ readyState }) => readyState === 3) : now(page)
      if (socket === undefined || socket.connection === null) return
      for (const frame of socket.up.splice(0, n)) room.post(socket.connection, frame)
    },
    down(page, n) {
      const socket = now(page)
      if (socket !== undefined) for (const one of socket.down.splice(0, n)) hear(socket, one)
    },
    async evict(page) {
      const socket = must(now(page), 'a socket')
      const thief = ++last
      room.connect(thief, page.token, must(socket.url.searchParams.get('seat'), 'a seat'))
      await wire.settle()
      gone(thief)
      hear(socket, must(socket.down.at(-1), 'its close'))
    },
    repeat(page) {
      const socket = now(page)
      const [one] = socket?.down ?? []
      if (socket !== undefined && one !== undefined && 'frame' in one) hear(socket, one)
    },
    async settle() {
      for (let n = 0; n < 2; n++) await room.ask({ is: 'summary' })
      await new Promise((go) => setImmediate(go))
    },
    async quiet() {
      const within = performance.now() + 20_000
      for (let still = 0; still < 3;) {
        if (performance.now() > within) throw new Error(`not quiet: ${stateOf(pages)}`)
        let moved = false
        for (const page of pages) {
          wire.miss(page)
          wire.open(page)
          moved ||= (now(page)?.up.length ?? 0) > 0
          wire.up(page, Infinity)
        }
        await wire.settle()
        for (const page of pages) {
          moved ||= (now(page)?.down.length ?? 0) > 0
          wire.down(page, Infinity)
        }
        const links = pages.map(({ client }) => client.link())
        const calm = links.every((link) => link.is === 'live' && link.waiting === 0)
        still = calm && !moved ? still + 1 : 0
      }
    },
    async leave() {
      for (const { client } of pages) client.leave()
      await room.close()
      await store.close()
      await door.close()
    },
  }

  const reply = await room.ask({
    is: 'make',
    title: 'Wire',
    format,
    name: 'Fay',
    joinCode: '123456789',
    setup: null,
  })
  if (reply.is !== 'made') throw new Error(`not made: ${reply.is}`)
  newPage('Fay', reply.person, reply.token)
  return wire
}

function stateOf(pages: readonly HandPage[]): string {
  return pages.map(({ name, client }) => `${name} ${JSON.stringify(client.link())}`).join(', ')
}

/** Seats and boards over HTTP, as a page asks for them. */
async function openDoor(
  ask: (ask: Ask) => Promise<Reply>,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    void ask({ is: request.method === 'POST' ? 'seat' : 'board', token }).then((reply) => {
      if (reply.is === 'seat') {
        const body = { seat: reply.seat, protocolVersion: 1, serverTime: reply.at }
        response.setHeader('Content-Type', 'application/json')
        response.end(JSON.stringify(body))
      } else if (reply.is === 'board') {
        response.setHeader('Plenary-Epoch', String(reply.epoch))
        response.end(reply.update)
      } else {
        response.statusCode = 503
        response.end('{}')
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
