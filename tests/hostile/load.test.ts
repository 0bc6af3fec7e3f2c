/** T90-T96: floods of one person or one address: they are slowed or sent away, and the others go on. */
import { once } from 'node:events'
import { UPDATE_BURST, UPDATE_RATE } from '@plenary/server/connection'
import { SEATS_EACH } from '@plenary/server/seats'
import { REBUILD_FROM } from '@plenary/server/rebuild'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { UNLOAD_AFTER } from '@plenary/server/unload'
import { blameIn } from '@plenary/shared/blame'
import { reportFileName } from '@plenary/shared/file-name'
import { MESSAGE, SYNC, UPDATE_MAX, writeSync } from '@plenary/shared/frame'
import { linkParts } from '@plenary/client/look/linked'
import { blockText, inlineText } from '@plenary/shared/markdown-text'
import { nameKey } from '@plenary/shared/name-key'
import { numberedCommandSchema } from '@plenary/shared/numbered-command'
import { tidyName } from '@plenary/shared/person'
import { mergedText } from '@plenary/shared/splice'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import * as Y from 'yjs'
import type { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attacked } from '../kit/bystander.ts'
import type { Attacked } from '../kit/bystander.ts'
import { get, join, makeSession, post, takeSeat } from '../kit/http-client.ts'
import type { Joined } from '../kit/http-client.ts'
import { formatNamed } from '../kit/play.ts'
import { outcome } from '../kit/problem.ts'
import { openRaw } from '../kit/raw-socket.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { freshFile } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'
import { openWire, plainOf } from '../kit/wire.ts'

let server: RunningServer
let here: Attacked
let eve: Joined
beforeAll(async () => {
  server = await startServer()
  here = await attacked(server.url)
  await here.fay.ask({ type: 'phase.go', phase: 'list' })
  eve = await join(server.url, here.made.joinCode, { name: 'Eve' })
})
afterAll(async () => {
  here.fay.leave()
  await server.remove()
})

interface Sat {
  socket: WebSocket
  clientId: number
  closed: () => number | null
  received: Uint8Array[]
}

async function sits(who: Joined = eve): Promise<Sat> {
  const { clientId, secret } = await takeSeat(server.url, here.made.sessionId, who.token)
  const seat = `${clientId}.${secret}`
  const socket = openRaw(server.url, { session: here.made.sessionId, token: who.token, seat })
  let code: number | null = null
  const received: Uint8Array[] = []
  socket.on('close', (closed) => (code = closed))
  socket.on('message', (data: Buffer) => received.push(new Uint8Array(data)))
  await once(socket, 'message')
  return { socket, clientId, closed: () => code, received }
}

const answersTo = ({ received }: Sat): number =>
  received.filter(([type, kind]) => type === MESSAGE.sync && kind === SYNC.step2).length

it('[T90] updates of 60 kB at full rate are taken at the rate, whatever comes, and the others go on', async () => {
  const flooding = await sits()
  const doc = new Y.Doc()
  doc.clientID = flooding.clientId
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(writeSync(SYNC.update, update)))
  for (let n = 0; n < 230; n++)
    doc.transact(() => {
      for (let card = 0; card < 30; card++) {
        const entry = new Y.Map<unknown>()
        entry.set('kind', 'card')
        entry.set('text', new Y.Text('x'.repeat(1_900)))
        entry.set('place', 'topics/a0')
        entry.set('by', eve.participantId)
        doc.getMap('cards').set(`${n}-${card}`.padEnd(22, '_'), entry)
      }
    })
  expect(frames[0]?.byteLength).toBeGreaterThan(0.9 * UPDATE_MAX)
  const before = here.fay.cards().size
  const began = performance.now()
  for (const frame of frames) flooding.socket.send(frame)
  for (let turn = 0; turn < 5; turn++) {
    await here.unharmed()
    const taken = (here.fay.cards().size - before) / 30
    const seconds = (performance.now() - began) / 1_000
    expect(taken).toBeLessThanOrEqual(UPDATE_BURST + UPDATE_RATE * seconds + 1)
  }
  // Where the machine is slow it reads what it has flooded too slowly, and is sent away for that.
  expect([null, 4529, 4503]).toContain(flooding.closed())
  flooding.socket.terminate()
  await here.unharmed()
})

it('[T91] [L14] the whole board is asked for a few times and no more', async () => {
  const asking = await sits()
  const nothing = new Uint8Array([0])
  // A vector that names somebody cannot be answered from what is kept ready.
  const encoder = encoding.createEncoder()
  for (const number of [1, 77, 0]) encoding.writeVarUint(encoder, number)
  for (let n = 0; n < 200; n++) {
    asking.socket.send(
      writeSync(SYNC.step1, n % 2 === 0 ? nothing : encoding.toUint8Array(encoder)),
    )
    if (n % 20 === 0) await here.unharmed()
  }
  for (let turn = 0; turn < 3; turn++) await here.unharmed()
  expect(answersTo(asking)).toBeGreaterThan(0)
  expect(answersTo(asking)).toBeLessThanOrEqual(8)
  asking.socket.terminate()
})

it('[T92] awareness is taken from nobody and given to nobody', async () => {
  const { received } = here.fay
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, 2_000)
  for (let n = 0; n < 2_000; n++) {
    encoding.writeVarUint(inner, 1_000_000 + n)
    encoding.writeVarUint(inner, Number.MAX_SAFE_INTEGER)
    encoding.writeVarString(inner, '{"user":"CANARY"}')
  }
  const outer = encoding.createEncoder()
  encoding.writeVarUint(outer, MESSAGE.awareness)
  encoding.writeVarUint8Array(outer, encoding.toUint8Array(inner))
  const frame = encoding.toUint8Array(outer)
  const loud = await sits()
  for (let n = 0; n < 1_000; n++) loud.socket.send(frame)
  for (let turn = 0; turn < 3; turn++) await here.unharmed()
  expect(received.some((one) => Buffer.from(one).includes('CANARY'))).toBe(false)
  expect(here.fay.provider.awareness.getStates().size).toBeLessThanOrEqual(1)
  loud.socket.terminate()
})

it('[T93] one address makes so many sessions an hour, and those that nobody is in leave memory', async () => {
  const { url, clock } = await serveHere({ LIMIT_SESSIONS_PER_HOUR: '12' })
  const making = { title: 'One of many', formatId: 'dot-vote', name: 'Fay' }
  for (let n = 0; n < 12; n++) await makeSession(url, making)
  for (let n = 0; n < 20; n++)
    expect(await outcome(post(`${url}/api/sessions`, making))).toBe('429 too-many-sessions')
  await until('none in memory', async () => {
    clock.advance(UNLOAD_AFTER)
    return /^plenary_rooms 0$/m.test(await (await get(`${url}/metrics`)).text())
  })
})

it('[T94] somebody who comes and goes all the time costs no client id, and the others notice nothing', async () => {
  const ben = await join(server.url, here.made.joinCode, { name: 'Ben' })
  const seat = `${ben.seat.clientId}.${ben.seat.secret}`
  const idsOf = (): number => here.fay.doc.store.clients.size
  const before = idsOf()
  const waits: number[] = []
  for (let n = 0; n < 150; n++) {
    const socket = openRaw(server.url, { session: here.made.sessionId, token: ben.token, seat })
    await once(socket, 'message')
    socket.terminate()
    if (n % 10 > 0) continue
    // As after a reload: another seat, as far as they are handed out.
    await post(`${server.url}/api/sessions/${here.made.sessionId}/seats`, {}, ben.token)
    const began = performance.now()
    await here.unharmed()
    waits.push(performance.now() - began)
  }
  expect(idsOf()).toBe(before)
  expect(SEATS_EACH).toBeLessThanOrEqual(500)
  // 100 ms on a machine that does nothing else.
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.8)]).toBeLessThan(1_000)
})

/** Within so many milliseconds in one of three tries: a busy machine is slow now and then, a square always. */
function isQuick(deed: () => unknown): boolean {
  return [1, 2, 3].some(() => {
    const began = performance.now()
    deed()
    return performance.now() - began < 700
  })
}

describe('long texts made to be slow', () => {
  const LENGTH = 40_000
  const long = (text: string): string =>
    text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH)
  const longer = `]( http:// http://a. https://(((( mailto:a .,;:!? a\u0301 1. () > \u200b aaaa! x@y. &# <!-- ) of`
  const texts = [
    ...Array.from('a \t\n*_`[\\<&#|-!"\'='),
    ...longer.split(' '),
    'should have ',
    '==\n',
  ]
  const uses: [string, (text: string) => unknown][] = [
    ['a name', (text) => nameKey(tidyName(text.slice(0, 400)))],
    ['a name, unbounded', tidyName],
    ['a link', linkParts],
    ['a line of Markdown', inlineText],
    ['a block of Markdown', blockText],
    ['the name of a file', (text) => reportFileName(text, 'md')],
    ['a hint on blame', (text) => blameIn(text, ['Ann', text.slice(0, 80)], true)],
    [
      'words of two',
      (text) => mergedText(text.slice(0, 2_000), text.slice(1, 1_999), text.slice(2, 1_998)),
    ],
    ['a command', (text) => v.safeParse(numberedCommandSchema, { type: text, id: text, text })],
    ['a place', (text) => v.safeParse(numberedCommandSchema, { type: 'card.add', text, to: text })],
  ]
  it.each(uses)('[T95] %s takes no time that grows with the square', (_what, use) => {
    for (const text of texts) {
      const made = [long(text), `${long(text)}!`, `x${long(text)}\u0000`, `https://x${long(text)}a`]
      for (const one of made)
        expect(
          isQuick(() => use(one)),
          JSON.stringify(text),
        ).toBe(true)
    }
  })
})

it('[T96] [K23] what is overwritten a hundred thousand times is small again once the board is loaded', async () => {
  const file = await freshFile()
  const wire = await openWire(formatNamed('two-pluses'), openSqliteStore(file))
  const ben = await wire.join('Ben')
  const [fay] = wire.pages
  if (fay === undefined) throw new Error('no Fay')
  await wire.command(fay, { type: 'phase.go', phase: 'list' })
  await wire.quiet()
  const cards = ben.doc.getMap('cards')
  const ids = ['One', 'Two'].map((text) => {
    const [id, card] = [text.padEnd(22, '_'), new Y.Map<unknown>()]
    ben.doc.transact(() => {
      for (const [field, value] of Object.entries({ kind: 'card', place: 'topics/a0' }))
        card.set(field, value)
      card.set('by', ben.person)
      card.set('text', new Y.Text(text))
      cards.set(id, card)
    })
    return id
  })
  await wire.quiet()
  for (let frame = 0; frame < 125; frame++) {
    ben.doc.transact(() => {
      for (let set = 0; set < 800; set++) {
        const card = cards.get(ids[set % 2] ?? '')
        if (card instanceof Y.Map) card.set('place', `topics/a${(frame + set) % 10}`)
      }
    })
    wire.carry(ben, 'up', Infinity)
    await wire.settle()
    for (const page of wire.pages) wire.carry(page, 'down', Infinity)
  }
  expect(ben.closes).toEqual([])
  const board = async (token: string) => {
    const reply = await wire.ask({ is: 'board', token })
    if (reply.is !== 'board') throw new Error(reply.is)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, reply.update)
    return { bytes: reply.update.byteLength, epoch: reply.epoch, says: plainOf(doc) }
  }
  const before = await board(fay.token)
  expect(before.bytes).toBeGreaterThan(REBUILD_FROM)
  await wire.room().close()
  await wire.load()
  await wire.settle()
  // It has gone at once, for everybody to come back to the new board.
  expect(wire.gone()).toBe(true)
  await wire.load()
  const after = await board(fay.token)
  expect(after.bytes).toBeLessThan(10_000)
  expect(after.epoch).toBe(before.epoch + 1)
  expect(after.says).toEqual({
    ...Object(before.says),
    session: { ...Object(Object(before.says).session), epoch: after.epoch },
  })
  // The former seat opens nothing more; a new one goes on, also after the next load.
  wire.connect(ben)
  await wire.settle()
  expect(ben.closes.at(-1)).toBe(4409)
  await wire.reload(ben)
  await wire.quiet()
  const { cards: same } = Object(after.says)
  expect(plainOf(ben.doc)).toMatchObject({ cards: same })
  await wire.room().close()
  await wire.load()
  expect(await board(fay.token)).toMatchObject({ epoch: after.epoch, says: { cards: same } })
  await wire.room().close()
  await wire.store.close()
})
