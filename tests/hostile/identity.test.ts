/** T9-T19: who somebody is: tokens, roles, seats, links, removal, and a clock that jumps. */
import { once } from 'node:events'
import { neverBack } from '@plenary/server/clock'
import { MESSAGE, SYNC, writeSync } from '@plenary/shared/frame'
import { DEVICE_KEY_LIFE } from '@plenary/shared/admission'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import * as Y from 'yjs'
import { attacked } from '../kit/bystander.ts'
import type { Attacked } from '../kit/bystander.ts'
import { joinHello } from '../kit/hello-client.ts'
import { command, get, join, makeSession, post, takeSeat } from '../kit/http-client.ts'
import { connectPlain, joinPlain } from '../kit/plain-client.ts'
import { outcome } from '../kit/problem.ts'
import { openRaw, turnedAway } from '../kit/raw-socket.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
let here: Attacked
beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: 'trace' })
  here = await attacked(server.url)
})
afterAll(async () => {
  here.fay.leave()
  await server.remove()
})

const at = (path = ''): string => `${server.url}/api/sessions/${here.made.sessionId}${path}`
const keyIn = (url: string): string => url.split('#key=')[1] ?? ''
const urlOf = async (answer: Response): Promise<string> =>
  z.object({ url: z.string() }).parse(await answer.json()).url

/** An update that adds a card, under this client id. */
function addingA(card: string, clientId: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const entry = new Y.Map<unknown>()
  doc.transact(() => {
    entry.set('kind', 'card')
    entry.set('text', new Y.Text('CANARY'))
    entry.set('place', 'topics/a0')
    doc.getMap('cards').set(card, entry)
  })
  return writeSync(SYNC.update, Y.encodeStateAsUpdate(doc))
}

async function boardBytes(): Promise<string> {
  const board = await get(at('/board'), here.made.token)
  return Buffer.from(await board.arrayBuffer()).toString('latin1')
}

describe('tokens', () => {
  it('[T9] none, made up, of another session or revoked: 4401, and not a byte before', async () => {
    const other = await attacked(server.url)
    const gone = await join(server.url, here.made.joinCode, { name: 'Gone' })
    await here.fay.ask({ type: 'person.remove', person: gone.participantId })
    const tokens = [undefined, 'A'.repeat(43), other.made.token, gone.token]
    for (const token of tokens) {
      const knock = { session: here.made.sessionId, seat: here.seat }
      const away = await turnedAway(server.url, token === undefined ? knock : { ...knock, token })
      expect(away, token).toEqual({ code: 4401, frames: 0 })
    }
    other.fay.leave()
  })

  it.each<[string, () => { token: string; seat: string }]>([
    ['a token that is none', () => ({ token: 'B'.repeat(43), seat: here.seat })],
    ['a seat of nobody', () => ({ token: here.made.token, seat: '77.x' })],
  ])('[T10] what is sent with %s before the door has opened is never applied', async (_w, who) => {
    const before = await boardBytes()
    const socket = openRaw(server.url, { session: here.made.sessionId, ...who() })
    socket.on('open', () => {
      for (let n = 0; n < 20; n++)
        socket.send(addingA(`early-${n}`.padEnd(22, 'x'), here.made.seat.clientId))
    })
    await once(socket, 'close')
    await here.unharmed()
    expect((await boardBytes()).includes('CANARY')).toBe(false)
    expect(before.includes('CANARY')).toBe(false)
  })

  it.each<[string, (token: string) => string]>([
    ['nothing', () => ''],
    ['too short', (token) => token.slice(1)],
    ['too long', (token) => `${token}A`],
    ['padded', (token) => `${token}=`],
    ['with other bits at its end', (token) => token.slice(0, -1) + sibling(token.at(-1) ?? '')],
    ['in the other base64', (token) => `+/${token.slice(2)}`],
    ['in another case', (token) => token.toLowerCase()],
    [
      'a token that names no algorithm',
      () => 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiZmFjaWxpdGF0b3IifQ.',
    ],
    ['its hash, as it is stored', () => 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'],
    ['of a prototype', () => 'constructor'],
  ])('[T11] a token %s is nobody’s: 401', async (_what, change) => {
    const token = change(here.made.token)
    expect(token).not.toBe(here.made.token)
    for (const path of ['/board', '/report.json'])
      expect(await outcome(get(at(path), token))).toBe('401 unknown-token')
    expect(await outcome(post(at('/commands'), { type: 'session.close' }, token))).toBe(
      '401 unknown-token',
    )
    await here.unharmed()
  })

  it('[T12] a participant stays one, whatever they say of themselves', async () => {
    const { sessionId, joinCode } = here.made
    const knock = (body: object) =>
      outcome(post(`${server.url}/api/sessions/${joinCode}/participants`, body))
    expect(await knock({ name: 'Eve', role: 'facilitator' })).toBe('400 malformed')
    const eve = await join(server.url, joinCode, { name: 'Eve', role: 'participant' })
    const ask = (body: object) => command(server.url, sessionId, eve.token, body)
    const me = { person: eve.participantId, role: 'facilitator' }
    for (const body of [
      { type: 'person.role', ...me },
      { type: 'chair.hand', ...me },
      { type: 'chair.share', ...me },
      { type: 'chair.standin', ...me },
      { type: 'phase.go', phase: 'list', ...me },
      { type: 'session.close', you: me, as: here.made.participantId },
    ])
      expect(await ask(body)).toMatchObject({ ok: false, reason: 'not-allowed' })
    // The chair is not to be had while somebody has it.
    expect(await ask({ type: 'chair.take' })).toMatchObject({ ok: false })
    const socket = await joinHello(server.url, sessionId, eve.token)
    expect(socket.said(MESSAGE.welcome)).toMatchObject([{ you: { role: 'participant' } }])
    expect(await socket.ask({ type: 'timer.start', ...me })).toMatchObject({ ok: false })
    expect(here.fay.fact(`person:${eve.participantId}`)).toMatchObject({ role: 'participant' })
    socket.leave()
    await here.unharmed()
  })

  it('[T13] secrets stand behind a # or in a header, and in no log', async () => {
    const { made } = here
    const ann = await joinPlain({ base: server.url, session: made.joinCode, name: 'CANARY-NAME' })
    const device = await urlOf(await post(at('/devices'), {}, ann.token))
    for (const url of [made.hostUrl, made.joinUrl, device]) {
      const [before = '', after = ''] = url.split('#')
      expect(after.length).toBeGreaterThan(8)
      expect(before).not.toContain(after.replace('key=', ''))
    }
    const page = await get(`${server.url}/s/${made.sessionId}`)
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    await get(at('/board'), 'C'.repeat(43))
    await join(server.url, made.sessionId, { key: keyIn(device) })
    const log = server.output()
    for (const secret of [made.token, keyIn(made.hostUrl), ann.token, keyIn(device)])
      expect(log.includes(secret)).toBe(false)
    for (const secret of [made.seat.secret, made.joinCode, 'CANARY', 'C'.repeat(43)])
      expect(log.includes(secret)).toBe(false)
    ann.leave()
  })
})

/** Another letter of base64 that decodes to the same bytes at the end of 43. */
function sibling(letter: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return letters[letters.indexOf(letter) ^ 1] ?? ''
}

describe('people', () => {
  it('[T14] who is removed is out within a second, on every line, and stays out', async () => {
    const { made } = here
    const eve = await joinPlain({ base: server.url, session: made.joinCode, name: 'Evi' })
    const other = await connectPlain(server.url, made.sessionId, 'Evi', eve.person, eve.token)
    const seat = await takeSeat(server.url, made.sessionId, eve.token)
    const device = await urlOf(await post(at('/devices'), {}, eve.token))
    const began = performance.now()
    expect(await here.fay.ask({ type: 'person.remove', person: eve.person })).toMatchObject({
      ok: true,
    })
    await until('both closed', () => [eve, other].every(({ closes }) => closes.includes(4403)))
    expect(performance.now() - began).toBeLessThan(1_000)
    // Her token, her seats and her links open nothing.
    const knock = { session: made.sessionId, token: eve.token }
    const named = `${seat.clientId}.${seat.secret}`
    expect(await turnedAway(server.url, { ...knock, seat: named })).toEqual({
      code: 4401,
      frames: 0,
    })
    for (const path of ['/board', '/report.md'])
      expect(await outcome(get(at(path), eve.token))).toBe('401 unknown-token')
    for (const path of ['/seats', '/devices', '/commands'])
      expect(await outcome(post(at(path), { type: 'hand.raise' }, eve.token))).toBe(
        '401 unknown-token',
      )
    const redeemed = post(at('/participants'), { key: keyIn(device) })
    expect(await outcome(redeemed)).toBe('403 key-used')
    // Her client id stays hers: nobody else sits down on it, and no update under it is taken.
    const stolen = { session: made.sessionId, token: made.token, seat: named }
    expect((await turnedAway(server.url, stolen)).code).toBe(4409)
    const socket = openRaw(server.url, {
      session: made.sessionId,
      token: made.token,
      seat: here.seat,
    })
    await once(socket, 'message')
    socket.send(addingA('under-anothers-id-xxxx', seat.clientId))
    const [code]: unknown[] = await once(socket, 'close')
    expect(code).toBe(4403)
    // Under her name the door asks.
    const again = post(at('/participants'), { name: 'Evi' })
    expect(await outcome(again)).toBe('202')
    await here.unharmed()
    eve.leave()
    other.leave()
  })

  it('[T15] a device link works once, also when two use it at the same moment', async () => {
    const ann = await join(server.url, here.made.joinCode, { name: 'Two devices' })
    const key = keyIn(await urlOf(await post(at('/devices'), {}, ann.token)))
    const redeem = () => outcome(post(at('/participants'), { key }))
    const first = await Promise.all([redeem(), redeem(), redeem()])
    expect(first.toSorted()).toEqual(['201', '403 key-used', '403 key-used'])
    expect(await redeem()).toBe('403 key-used')
  })

  it('[T15] a device link that is too old opens nothing', async () => {
    const { url, clock } = await serveHere()
    const made = await makeSession(url, { title: 'Old', formatId: 'dot-vote', name: 'Fay' })
    const session = `${url}/api/sessions/${made.sessionId}`
    const key = keyIn(await urlOf(await post(`${session}/devices`, {}, made.token)))
    clock.advance(DEVICE_KEY_LIFE + 1)
    expect(await outcome(post(`${session}/participants`, { key }))).toBe('403 key-used')
  })

  it('[T16] ids are 128 random bits; what there is not, was closed or is no id answers alike', async () => {
    const { url } = await serveHere({ LIMIT_SESSIONS_PER_HOUR: '100' })
    const making = { title: 'Ids', formatId: 'dot-vote', name: 'Fay' }
    const made = await Promise.all(Array.from({ length: 20 }, () => makeSession(url, making)))
    const ids = made.map(({ sessionId }) => sessionId)
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(16)
    expect(new Set(ids.map((id) => id.slice(0, 4))).size).toBeGreaterThan(18)
    const [one] = made
    if (one === undefined) throw new Error('none made')
    await command(url, one.sessionId, one.token, { type: 'session.close' })
    const answers = new Set<string>()
    for (const id of ['A'.repeat(22), one.joinCode, '999999999', 'constructor', '..%2f..'])
      answers.add(await (await get(`${url}/api/sessions/${id}`)).text())
    expect(answers.size).toBe(1)
    // And there are not many tries.
    for (let n = 0; n < 6; n++) await get(`${url}/api/sessions/99999999${n}`)
    expect(await outcome(get(`${url}/api/sessions/999999998`))).toBe('429 too-many-codes')
  })

  it('[T17] two tabs of one person write under two client ids, and both stay', async () => {
    const { made } = here
    await here.fay.ask({ type: 'phase.go', phase: 'list' })
    const one = await joinPlain({ base: server.url, session: made.joinCode, name: 'Tabs' })
    const two = await connectPlain(server.url, made.sessionId, 'Tabs', one.person, one.token)
    expect(one.doc.clientID).not.toBe(two.doc.clientID)
    one.addCard('From one', 'topics/a0')
    two.addCard('From two', 'topics/a1')
    for (const client of [one, two, here.fay])
      await until('both', () => client.cardBy('From one') && client.cardBy('From two'))
    expect([...one.closes, ...two.closes]).toEqual([])
    one.leave()
    two.leave()
  })

  it('[T18] a tab that was duplicated with its seat takes it over; the first one starts anew, and nothing diverges', async () => {
    const { made } = here
    const seat = (await join(server.url, made.joinCode, { name: 'Twins' })).seat
    const ann = await join(server.url, made.joinCode, { name: 'Twin' })
    const options = { seat: ann.seat }
    const { participantId, token, sessionId } = ann
    const first = await connectPlain(server.url, sessionId, 'Twin', participantId, token, options)
    const second = await connectPlain(server.url, sessionId, 'Twin', participantId, token, options)
    await until('the first is sent away', () => first.closes.includes(4409))
    // Its page, were it not told, would write on, and is not heard.
    first.addCard('Into nowhere', 'topics/a4')
    second.addCard('Of the second', 'topics/a4')
    await until('it is there', () => here.fay.cardBy('Of the second'))
    const third = await connectPlain(server.url, sessionId, 'Twin', participantId, token)
    expect(third.doc.clientID).not.toBe(second.doc.clientID)
    const cards = ({ doc }: typeof third) => [...doc.getMap('cards').keys()].toSorted()
    expect(cards(third)).toEqual(cards(here.fay))
    expect(cards(second)).toEqual(cards(here.fay))
    expect(here.fay.cardBy('Into nowhere')).toBeNull()
    // And another person's seat is none for her.
    const foreign = { session: sessionId, token, seat: `${seat.clientId}.${seat.secret}` }
    expect((await turnedAway(server.url, foreign)).code).toBe(4409)
    for (const client of [first, second, third]) client.leave()
    await here.unharmed()
  })
})

describe('the clock', () => {
  it('[T19] an hour forward ends no token and no connection', async () => {
    const { url, clock } = await serveHere()
    const own = await attacked(url)
    clock.advance(3_600_000)
    await own.unharmed()
    expect(
      await outcome(get(`${url}/api/sessions/${own.made.sessionId}/board`, own.made.token)),
    ).toBe('200')
    expect((await takeSeat(url, own.made.sessionId, own.made.token)).clientId).toBeGreaterThan(0)
    own.fay.leave()
  })

  it('[T19] [L16] set back by an hour, the server’s time goes on as before', () => {
    let [day, steady] = [1_700_000_000_000, 5]
    const now = neverBack(
      () => day,
      () => steady,
    )
    const pass = (ms: number, jump = 0): number => {
      steady += ms
      day += ms + jump
      return now()
    }
    const start = now()
    expect(pass(1_000)).toBe(start + 1_000)
    expect(pass(1_000, -3_600_000)).toBe(start + 2_000)
    expect(pass(500)).toBe(start + 2_500)
    // Forward it follows: a machine that slept.
    expect(pass(500, 2 * 3_600_000)).toBe(start + 3_000 + 3_600_000)
    expect(pass(1)).toBe(start + 3_001 + 3_600_000)
  })
})
