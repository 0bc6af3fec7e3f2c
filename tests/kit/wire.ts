/**
 * A hand-cranked wire: pages with a document each, a real room on a real store, no ports and no timers.
 * A frame goes on only when the test says so, or is lost with its connection.
 */
import type { HandClock } from './hand-clock.ts'
import { handClock } from './hand-clock.ts'
import { Life } from '@plenary/server/life'
import { createLog } from '@plenary/server/log'
import { remember } from '@plenary/server/memory'
import { createMeter } from '@plenary/server/metrics'
import type { Ask, Reply } from '@plenary/server/requests'
import { Room } from '@plenary/server/room'
import type { Audience } from '@plenary/server/seam'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import type { Store } from '@plenary/server/store'
import { SYNC, readIncoming, writeSync } from '@plenary/shared/frame'
import type { Format } from '@plenary/shared/format'
import * as Y from 'yjs'

const SESSION = 'session'
const meter = createMeter()
const log = createLog('silent')

/** One page load of a person. */
export interface Page {
  readonly name: string
  readonly person: string
  readonly token: string
  doc: Y.Doc
  /** `<clientId>.<secret>` */
  seat: string
  /** null while there is no connection. */
  connection: number | null
  /** On the way to the room, and from it. */
  up: Uint8Array[]
  down: Uint8Array[]
  /** Why the room closed its connections. */
  readonly closes: number[]
  /** Every frame that came out for this page, delivered or not. */
  readonly sent: Uint8Array[]
}

export interface Wire {
  readonly clock: HandClock
  readonly store: Store
  readonly pages: Page[]
  /** Frames that a slow reader would not have been sent. */
  readonly droppable: WeakSet<Uint8Array>
  readonly room: () => Room
  /** The room has told that it is of no more use. */
  readonly gone: () => boolean
  /** Loads the room from the store again. */
  load(): Promise<void>
  ask(ask: Ask): Promise<Reply>
  command(page: Page, body: object): Promise<Reply>
  join(name: string): Promise<Page>
  /** A new socket of the page on its seat. */
  connect(page: Page): void
  /** The socket is lost with everything on the way. */
  drop(page: Page): void
  /** Hands on up to `n` frames. */
  carry(page: Page, way: 'up' | 'down', n: number): void
  /** Until the room has taken all that was handed on. */
  settle(): Promise<void>
  /** Everybody is connected and everything arrives. */
  quiet(): Promise<void>
  /** Takes a new seat, with a fresh document. */
  reload(page: Page): Promise<void>
}

/** A session of this format led by Fay, who is the first page. */
export async function openWire(
  format: Format,
  store?: Store,
  limits = { cards: 1_000, people: 100 },
): Promise<Wire> {
  const clock = handClock()
  const kept = store ?? openSqliteStore(':memory:')
  const pages: Page[] = []
  let lastConnection = 0
  let room: Room
  let gone = false

  const at = (connection: number): Page | undefined =>
    pages.find((page) => page.connection === connection)
  const droppable = new WeakSet<Uint8Array>()
  const admitted = new Set<number>()
  const greeted = new Set<number>()
  const send = (page: Page | undefined, frame: Uint8Array): void => {
    page?.down.push(frame)
    page?.sent.push(frame)
  }
  const audience: Audience = {
    toAll(_n, frame) {
      for (const id of admitted) send(at(id), frame)
    },
    toHello(_n, frame) {
      for (const id of greeted) send(at(id), frame)
    },
    toOne(id, frame, options) {
      if (options?.droppable === true) droppable.add(frame)
      send(at(id), frame)
    },
    hello: (id) => void greeted.add(id),
    admit: (id) => void admitted.add(id),
    close(id, code) {
      const page = at(id)
      if (page === undefined) return
      page.closes.push(code)
      // What was on its way to the page arrives before the close.
      wire.carry(page, 'down', Infinity)
      wire.drop(page)
    },
  }

  async function load(): Promise<void> {
    const memory = remember(await kept.open(SESSION))
    gone = false
    const onGone = (): void => void (gone = true)
    room = new Room(SESSION, memory, {
      store: kept,
      clock,
      limits,
      meter,
      log,
      audience,
      life: new Life(),
      onGone,
    })
  }

  function newPage(name: string, person: string, token: string): Page {
    const page: Page = {
      name,
      person,
      token,
      doc: new Y.Doc(),
      seat: '',
      connection: null,
      up: [],
      down: [],
      closes: [],
      sent: [],
    }
    pages.push(page)
    return page
  }

  function sitDown(page: Page, seat: { clientId: number; secret: string }): void {
    page.doc.destroy()
    page.doc = new Y.Doc()
    page.doc.clientID = seat.clientId
    page.doc.getMap('cards')
    page.doc.getMap('session')
    page.seat = `${seat.clientId}.${seat.secret}`
    page.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire' && page.connection !== null)
        page.up.push(writeSync(SYNC.update, update))
    })
  }

  const wire: Wire = {
    clock,
    store: kept,
    pages,
    droppable,
    room: () => room,
    gone: () => gone,
    load,
    ask: (ask) => room.ask(ask),
    command: (page, body) => room.ask({ is: 'command', token: page.token, body }),
    async join(name) {
      const reply = await room.ask({
        is: 'join',
        name,
        role: 'participant',
        apart: false,
        request: undefined,
      })
      if (reply.is !== 'in') throw new Error(`${name} is not in: ${reply.is}`)
      const page = newPage(name, reply.person, reply.token)
      sitDown(page, reply.seat)
      return page
    },
    connect(page) {
      if (page.connection !== null) return
      page.connection = ++lastConnection
      room.connect(page.connection, page.token, page.seat)
      page.up = [writeSync(SYNC.step1, Y.encodeStateVector(page.doc))]
    },
    drop(page) {
      if (page.connection === null) return
      const { connection } = page
      page.connection = null
      page.up = []
      page.down = []
      admitted.delete(connection)
      greeted.delete(connection)
      room.leave(connection)
    },
    carry(page, way, n) {
      if (page.connection === null) return
      if (way === 'up') for (const frame of page.up.splice(0, n)) room.post(page.connection, frame)
      else for (const frame of page.down.splice(0, n)) hear(page, frame)
    },
    async settle() {
      // A resync may be answered one tick later; then the room sets its alarm.
      for (let n = 0; n < 2; n++) await room.ask({ is: 'summary' })
      await new Promise((go) => setImmediate(go))
    },
    async quiet() {
      for (let round = 0; round < 12; round++) {
        for (const page of pages) wire.connect(page)
        for (const page of pages) wire.carry(page, 'up', Infinity)
        await wire.settle()
        for (const page of pages) wire.carry(page, 'down', Infinity)
      }
    },
    async reload(page) {
      wire.drop(page)
      const reply = await room.ask({ is: 'seat', token: page.token })
      if (reply.is !== 'seat') throw new Error(`no seat: ${reply.is}`)
      sitDown(page, reply.seat)
    },
  }

  await load()
  const made = await wire.ask({
    is: 'make',
    title: 'Wire',
    format,
    name: 'Fay',
    joinCode: '123456789',
    setup: null,
  })
  if (made.is !== 'made') throw new Error(`not made: ${made.is}`)
  sitDown(newPage('Fay', made.person, made.token), made.seat)
  return wire
}

/** What y-websocket does with a sync frame. */
function hear(page: Page, bytes: Uint8Array): void {
  const frame = readIncoming(bytes)
  if (frame.is === 'step1')
    page.up.push(writeSync(SYNC.step2, Y.encodeStateAsUpdate(page.doc, frame.vector)))
  if (frame.is === 'step2' || frame.is === 'update') Y.applyUpdate(page.doc, frame.update, 'wire')
}

/** What a document says, in a form that compares. */
export function plainOf(doc: Y.Doc): unknown {
  return structuredClone({
    cards: doc.getMap('cards').toJSON(),
    session: doc.getMap('session').toJSON(),
  })
}
