/** T20-T25: frames of the protocol that are none, that only the server sends, or that say who they are from. */
import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import { MESSAGE, SYNC, writeJson, writeSync } from '@plenary/shared/frame'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attacked } from '../kit/bystander.ts'
import type { Attacked } from '../kit/bystander.ts'
import { joinHello } from '../kit/hello-client.ts'
import { command, join, post, takeSeat } from '../kit/http-client.ts'
import { outcome } from '../kit/problem.ts'
import { openRaw } from '../kit/raw-socket.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'
import type { WebSocket } from 'ws'

let here: Attacked
let eve: { token: string; participantId: string }
let stop = (): void => {}
beforeAll(async () => {
  const started = await startServer()
  stop = () => void started.remove()
  here = await attacked(started.url)
  eve = await join(started.url, here.made.joinCode, { name: 'Eve' })
})
afterAll(() => {
  here.fay.leave()
  stop()
})

async function sits(): Promise<WebSocket> {
  const { url, made } = here
  const { clientId, secret } = await takeSeat(url, made.sessionId, eve.token)
  const seat = `${clientId}.${secret}`
  const socket = openRaw(url, { session: made.sessionId, token: eve.token, seat })
  await once(socket, 'message')
  return socket
}

/** The close code after a frame, or 'open' when the server goes on with this socket. */
async function after(frame: Uint8Array, alone = false): Promise<number | 'open'> {
  const socket = await sits()
  const said = new Promise<number | 'open'>((done) => {
    socket.on('close', (code) => done(code))
    socket.on('message', () => done('open'))
  })
  socket.send(frame)
  // What is asked behind it is answered where the socket still stands.
  if (!alone) socket.send(writeSync(SYNC.step1, Uint8Array.from([0])))
  const result = await said
  socket.terminate()
  return result
}

const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list)
const many = (n: number, byte: number): number[] => Array.from({ length: n }, () => byte)

/** A message of this type with a body whose length says `says`. */
function lying(type: number, says: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (type === MESSAGE.sync) encoding.writeVarUint(encoder, SYNC.update)
  encoding.writeVarUint(encoder, says)
  encoding.writeUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

describe('frames that are none', () => {
  it.each<[string, Uint8Array, number | 'open']>([
    ['empty', bytes(), 4400],
    ['one byte', bytes(0), 4400],
    ['of an unknown type', bytes(77, 1, 2), 4400],
    ['of an unknown kind of sync', bytes(0, 9, 1, 0), 4400],
    ['a question without a vector', bytes(0, 0), 4400],
    ['a vector that is none', bytes(0, 0, 3, 250, 250, 250), 4400],
    ['an update that is none', bytes(0, 2, 3, 1, 2, 3), 4403],
    ['hello without a word', bytes(100), 4400],
    ['hello in another version', writeJson(MESSAGE.hello, { protocol: 99 }), 4426],
    ['presence of nothing', bytes(102, 9), 4400],
    ['awareness of twenty thousand', bytes(1, ...many(20_000, 7)), 'open'],
    ['a question for awareness', bytes(3), 'open'],
  ])('[T20] %s', async (what, frame, expected) => {
    // Of two questions in one tick the newer one is answered.
    expect(await after(frame, what === 'a vector that is none')).toBe(expected)
    await here.unharmed()
  })

  it.each<[string, Uint8Array]>([
    ['an update longer than its frame', lying(MESSAGE.sync, 5_000, bytes(0, 0))],
    ['a length of 2^53', lying(MESSAGE.sync, Number.MAX_SAFE_INTEGER, bytes(0, 0))],
    ['a number that never ends', bytes(0, 2, ...many(200, 255))],
    ['a type that never ends', bytes(...many(50, 255))],
    ['a command longer than its frame', lying(MESSAGE.command, 70_000, bytes(123, 125))],
    ['a command that is no UTF-8', lying(MESSAGE.command, 4, bytes(255, 254, 253, 252))],
  ])('[T21] %s is malformed: 4400', async (_what, frame) => {
    expect(await after(frame)).toBe(4400)
    await here.unharmed()
  })

  it.each(Object.entries(MESSAGE).filter(([, type]) => type >= 110 || type === 2))(
    '[T22] "%s" is said by the server alone: 4400',
    async (_name, type) => {
      expect(await after(writeJson(type, { ok: true, id: 'x', protocol: 1 }))).toBe(4400)
      await here.unharmed()
    },
  )
})

describe('commands', () => {
  it('[T23] a draft is its sender’s, whatever its fields say', async () => {
    const { url } = await serveHere()
    const own = await attacked(url, 'pre-mortem')
    const { sessionId, joinCode } = own.made
    const [ann, evil] = [
      await join(url, joinCode, { name: 'Ann' }),
      await join(url, joinCode, { name: 'Eve' }),
    ]
    const ask = (token: string, body: object) => command(url, sessionId, token, body)
    await own.fay.ask({ type: 'phase.go', phase: 'write' })
    const draft = { type: 'draft.put', section: 'reasons', text: 'Own', rev: 1, state: 'done' }
    await ask(ann.token, { ...draft, draft: 'anns' })
    const forged = { owner: ann.participantId, person: ann.participantId, by: ann.participantId }
    expect(await ask(evil.token, { ...draft, ...forged, draft: 'forged' })).toMatchObject({
      ok: true,
    })
    for (const type of ['draft.put', 'draft.remove'])
      expect(
        await ask(evil.token, { ...draft, ...forged, draft: 'anns', rev: 9, type }),
      ).toMatchObject({
        ok: false,
        reason: 'no-such-draft',
      })
    const mine = async (token: string) => {
      const socket = await joinHello(url, sessionId, token)
      const [welcome] = socket.said(MESSAGE.welcome)
      socket.leave()
      return JSON.stringify(welcome)
    }
    expect(await mine(ann.token)).toContain('"id":"anns"')
    expect(await mine(ann.token)).not.toContain('forged')
    expect(await mine(evil.token)).toContain('"id":"forged"')
    own.fay.leave()
  })

  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
  const odd: [string, string][] = [
    ['too deep', `{"type":"hand.raise","x":${deep}}`],
    ['with a prototype', '{"__proto__":{"type":"hand.raise"},"constructor":{"prototype":{}}}'],
    ['with a key twice, the last of them none', '{"type":"hand.raise","type":7}'],
    ['a list', '[{"type":"hand.raise"}]'],
    ['null', 'null'],
    ['half', '{"type":"hand.raise"'],
    ['of a type that is none', '{"type":"constructor"}'],
    ['with a number that is none', '{"type":"timer.add","minutes":1e999}'],
    ['with a text for a number', '{"type":"timer.add","minutes":"5"}'],
    ['with an id that is too long', `{"type":"hand.raise","id":"${'x'.repeat(65)}"}`],
    [
      'with a draft named __proto__',
      '{"type":"draft.put","draft":"__proto__","section":"topics","text":"x","rev":1,"state":"done"}',
    ],
  ]
  it.each(odd)(
    '[T24] %s is no command, or one like any other; it harms nobody',
    async (what, body) => {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, MESSAGE.command)
      encoding.writeVarString(encoder, body)
      const known = what === 'too deep'
      expect(await after(encoding.toUint8Array(encoder))).toBe(known ? 'open' : 4400)
      const response = fetch(`${here.url}/api/sessions/${here.made.sessionId}/commands`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${eve.token}`, 'Content-Type': 'application/json' },
        body,
      })
      expect(await outcome(response)).toBe(known ? '200' : '400 malformed')
      expect(Object.hasOwn(Object.prototype, 'type')).toBe(false)
      await here.unharmed()
    },
  )

  it('[T24] ten megabytes are too much, on a socket and over HTTP', async () => {
    const text = 'x'.repeat(10_000_000)
    const path = `${here.url}/api/sessions/${here.made.sessionId}/commands`
    expect(await outcome(post(path, { type: 'hand.raise', text }, eve.token))).toBe('413 too-large')
    // Whoever is still writing when the line is cut does not hear why.
    expect([1009, 1006]).toContain(
      await after(writeJson(MESSAGE.command, { type: 'hand.raise', text })),
    )
    await here.unharmed()
  })

  it('[T25] a command that comes again, on whatever line, counts once and is answered alike', async () => {
    const { url, made, fay } = here
    await fay.ask({ type: 'phase.go', phase: 'list' })
    const add = { id: 'once', type: 'card.add', text: 'Only once', to: 'topics' }
    const first = await command(url, made.sessionId, eve.token, add)
    expect(first).toMatchObject({ ok: true })
    const socket = await joinHello(url, made.sessionId, eve.token)
    for (let n = 0; n < 3; n++) socket.socket.send(writeJson(MESSAGE.command, add))
    await until('three answers', () => socket.said(MESSAGE.answer).length === 3)
    for (const answer of socket.said(MESSAGE.answer))
      expect(answer).toEqual({ ...first, id: 'once' })
    expect(await command(url, made.sessionId, eve.token, add)).toEqual(first)
    await until('the card', () => fay.cardBy('Only once'))
    const same = Object.values(fay.cards().toJSON()).filter((card: unknown) =>
      JSON.stringify(card).includes('Only once'),
    )
    expect(same).toHaveLength(1)
    socket.leave()
  })
})
