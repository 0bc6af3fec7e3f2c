/** Somebody with a valid seat, a raw socket and no manners, among people who mean well. */
import { once } from 'node:events'
import { MESSAGE, SYNC, readIncoming, writeJson, writeSync } from '@plenary/shared/frame'
import * as decoding from 'lib0/decoding'
import { expect } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { get, join, takeSeat } from './http-client.ts'
import type { Joined } from './http-client.ts'
import { openRaw } from './raw-socket.ts'
import type { RunningServer } from './running-server.ts'
import { startServer } from './running-server.ts'
import { allowed, table, textOf } from './table.ts'
import type { Table } from './table.ts'
import { until } from './until.ts'

export interface Attacker {
  readonly person: string
  readonly token: string
  readonly clientId: number
  /** What the server has told: kept up to date, never sent from by itself. */
  readonly doc: Y.Doc
  readonly socket: WebSocket
  /** Sends a Yjs update, or an answer to a sync step 1. */
  sends(update: Uint8Array, as?: 'update' | 'step2'): void
  /** Does something to the replica and returns the update it makes. */
  does(work: (cards: Y.Map<Y.Map<unknown>>) => void): Uint8Array
  /** The next clock the server expects of this client id. */
  clock(): number
  /** Bodies of a JSON message, in their order. */
  said(type: number): unknown[]
  /** Sends a command, and does not wait. */
  commands(body: object): void
  /** The answer to the command with this id. */
  answer(id: string): Promise<unknown>
  /** How often the server asked for what it lacks. */
  asked(): number
  /** Update frames that are on disk. */
  saved(): number
  /** `"4403 reason"` once the server has closed. */
  closed(): Promise<string>
  leave(): void
}

/** A board as it is told, in a form that compares: what stands there, and who has written how much. */
export interface Told {
  cards: unknown
  session: unknown
  /** The clock of each client id but the server's own. */
  clocks: unknown
  roots: string[]
}

export interface Sitting {
  base: string
  session: string
  as: Pick<Joined, 'participantId' | 'token' | 'seat'>
  /** Without hello it is a plain client to the server. */
  plain?: boolean
}

export async function openAttacker({ base, session, as, plain }: Sitting): Promise<Attacker> {
  const { clientId, secret } = as.seat
  const socket = openRaw(base, { session, token: as.token, seat: `${clientId}.${secret}` })
  // It has its id only while it writes: what was sent by hand comes back under it, and Yjs would take another one.
  const doc = new Y.Doc()
  const listening = doc.clientID
  const cards = doc.getMap<Y.Map<unknown>>('cards')
  doc.getMap('session')
  const frames: Uint8Array[] = []
  let asked = 0
  let synced = false
  socket.on('error', () => {})
  socket.on('message', (data: Buffer) => {
    const frame = new Uint8Array(data)
    frames.push(frame)
    const read = readIncoming(frame)
    if (read.is === 'step1') asked++
    if (read.is === 'step2') synced = true
    if (read.is === 'step2' || read.is === 'update') Y.applyUpdate(doc, read.update, 'server')
  })
  const closed = new Promise<string>((done) =>
    socket.on('close', (code, reason) => done(`${code} ${reason.toString()}`)),
  )
  await once(socket, 'open')
  if (plain !== true) socket.send(writeJson(MESSAGE.hello, { protocol: 1 }))
  socket.send(writeSync(SYNC.step1, Y.encodeStateVector(new Y.Doc())))
  await until('the seat is taken', () => synced && asked > 0)
  const of = (type: number): decoding.Decoder[] =>
    frames
      .map((frame) => decoding.createDecoder(frame))
      .filter((decoder) => decoding.readVarUint(decoder) === type)
  const json = (type: number): unknown[] =>
    of(type).map((decoder): unknown => JSON.parse(decoding.readVarString(decoder)))
  return {
    person: as.participantId,
    token: as.token,
    clientId,
    doc,
    socket,
    sends: (update, how = 'update') => socket.send(writeSync(SYNC[how], update)),
    does(work) {
      const made: Uint8Array[] = []
      const keep = (update: Uint8Array): void => void made.push(update)
      doc.on('update', keep)
      doc.clientID = clientId
      doc.transact(() => work(cards))
      doc.clientID = listening
      doc.off('update', keep)
      return made[0] ?? new Uint8Array([0, 0])
    },
    clock: () => Y.getState(doc.store, clientId),
    said: (type) => of(type).map((decoder): unknown => JSON.parse(decoding.readVarString(decoder))),
    commands: (body) => socket.send(writeJson(MESSAGE.command, body)),
    answer: (id) =>
      until(`the answer to ${id}`, () =>
        json(MESSAGE.answer).find((body) => JSON.stringify(body).includes(`"id":"${id}"`)),
      ),
    asked: () => asked,
    saved: () =>
      of(MESSAGE.saved)
        .map((decoder) => decoding.readVarUint(decoder))
        .at(-1) ?? 0,
    async closed() {
      const late = AbortSignal.timeout(20_000)
      const never = once(late, 'abort').then(() => 'still open')
      return Promise.race([closed, never])
    },
    leave: () => socket.terminate(),
  }
}

/** A session that is attacked, and those who must not feel it. */
export interface Siege extends Table {
  server: RunningServer
  /** A card of Ann. */
  card: string
  /** Somebody new with a raw socket. */
  attacker(as?: { role?: string; plain?: boolean }): Promise<Attacker>
  /** What whoever leads is told. */
  board(): Promise<Told>
  /** Nothing changes by the attack, and Ann goes on writing as if it had not been. */
  unharmed(attack: () => Promise<void> | void): Promise<void>
  /** What is in memory is what a killed server replays, and what a stopped one reloads. */
  sameAfterRestart(): Promise<void>
  end(): Promise<void>
}

const SESSION = { format: 'dot-vote', phase: 'propose', place: 'ideas/a0' } as const

/** Fay leads, Ann has a card, Ben looks on: a running session in a phase where everybody adds and moves. */
export async function besiege(env: Record<string, string> = {}): Promise<Siege> {
  const server = await startServer(env)
  const here = await table(server.url, SESSION.format)
  await here.enter(SESSION.phase)
  const card = here.ann.addCard('Ann wrote this 🙂 herself', SESSION.place)
  await until('the card is everywhere', () => here.all.every((one) => one.cards().has(card)))
  let attackers = 0
  let marks = 0
  const board = (): Promise<Told> =>
    until('the board', async () => {
      const url = `${server.url}/api/sessions/${here.made.sessionId}/board`
      const response = await get(url, here.fay.token)
      // Whoever asks too often is told to wait.
      return response.ok ? toldBy(new Uint8Array(await response.arrayBuffer())) : null
    })
  return {
    ...here,
    server,
    card,
    async attacker({ role = 'participant', plain = false } = {}) {
      const name = `Eve ${++attackers}`
      const as = await join(server.url, here.made.joinCode, { name, role })
      return openAttacker({ base: server.url, session: here.made.sessionId, as, plain })
    },
    board,
    async unharmed(attack) {
      const before = await board()
      const words = textOf(here.ann, card).toJSON()
      await attack()
      expect(await board()).toEqual(before)
      expect(textOf(here.ann, card).toJSON()).toBe(words)
      await goesOn(here, card, `+${++marks}`)
    },
    async sameAfterRestart() {
      await here.equal()
      const before = await board()
      const back = async (): Promise<void> => {
        await server.start()
        expect(await board()).toEqual(before)
      }
      await server.kill()
      await back()
      expect(await server.terminate()).toBe(0)
      await back()
    },
    async end() {
      here.leave()
      await server.remove()
    },
  }
}

/** Ann writes at the end of her card, Ben reads it, and nobody was sent away. */
export async function goesOn(here: Table, card: string, mark: string): Promise<void> {
  const words = textOf(here.ann, card)
  words.insert(words.length, mark)
  const whole = words.toJSON()
  await until('Ben reads on', () => textOf(here.ben, card).toJSON() === whole)
  for (const client of here.all) {
    // A killed server is no reason of the session's own.
    expect(client.closes.filter((code) => code >= 4400)).toEqual([])
    expect(client.provider.wsconnected).toBe(true)
  }
}

/** The server's own ids lie above: it takes another one after a crash. */
const SERVER_IDS = 2 ** 31

/** Facts that change by themselves: people who are away, and a chair that nobody has. */
const BY_ITSELF = new Set(['live', 'chair', 'epoch'])

function toldBy(update: Uint8Array): Told {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const sorted = (root: string): [string, unknown][] => {
    const all: Record<string, unknown> = doc.getMap(root).toJSON()
    return Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1))
  }
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))]
  return {
    cards: sorted('cards'),
    session: sorted('session').filter(([key]) => !BY_ITSELF.has(key)),
    clocks: vector.filter(([client]) => client < SERVER_IDS).toSorted(([a], [b]) => a - b),
    roots: [...doc.share.keys()].toSorted(),
  }
}

/** The client id under which the server writes. */
export function serverId(doc: Y.Doc): number {
  const item = doc.getMap('session')._map.get('schema')
  if (item === undefined) throw new Error('no facts')
  return item.id.client
}

/** A rejected attack: closed with 4403 and this reason, and nobody felt it. */
export async function expectRejected(
  siege: Siege,
  eve: Attacker,
  update: Uint8Array,
  reason: string,
  as: 'update' | 'step2' = 'update',
): Promise<void> {
  await siege.unharmed(async () => {
    eve.sends(update, as)
    expect(await eve.closed()).toBe(`4403 ${reason}`)
  })
}

/** Fay makes somebody allowed to do what the test is about. */
export const led = (siege: Siege, body: object): Promise<Record<string, unknown>> =>
  allowed(siege.fay, body)

/** A new seat of somebody who has attacked before. */
export async function seatAgain(
  siege: Pick<Table, 'base' | 'made'>,
  { person, token }: Pick<Attacker, 'person' | 'token'>,
): Promise<Attacker> {
  const seat = await takeSeat(siege.base, siege.made.sessionId, token)
  return openAttacker({
    base: siege.base,
    session: siege.made.sessionId,
    as: { participantId: person, token, seat },
  })
}
