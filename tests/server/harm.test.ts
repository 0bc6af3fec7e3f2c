/** What one stranger or one participant tries against everybody else's session. */
import { connect } from 'node:net'
import * as Y from 'yjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_BURST, COMMAND_RATE } from '@plenary/server/connection'
import { Bucket, Buckets, PerWindow } from '@plenary/server/rate'
import { SEATS_EACH } from '@plenary/server/seats'
import { command, get, join, makeSession, post, takeSeat } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { connectPlain, joinPlain } from '../kit/plain-client.ts'
import { outcome } from '../kit/problem.ts'
import { openRaw } from '../kit/raw-socket.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

const making = { title: 'App', formatId: 'two-pluses', name: 'Fay' }
let server: RunningServer
let made: Made
beforeAll(async () => {
  server = await startServer()
  made = await makeSession(server.url, making)
})
afterAll(() => server.remove())

/** Writes bytes as they are and goes away, politely or not. */
function rudely(bytes: string, leave: 'end' | 'reset'): Promise<void> {
  return new Promise((gone) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(bytes)
      if (leave === 'reset') setImmediate(() => socket.resetAndDestroy())
    })
    socket.on('error', () => {})
    socket.on('data', () => {})
    socket.on('close', () => gone())
  })
}

const upgradeTo = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

describe('a stranger', () => {
  it.each(['//', '/sync/', 'http://[', '/nope', '/sync/..%2f', '/sync/a?seat=%'])(
    '[H13] an upgrade to %s harms nobody',
    async (path) => {
      await rudely(upgradeTo(path), 'end')
      expect((await get(`${server.url}/healthz`)).status).toBe(200)
    },
  )

  it('[H13] an upgrade that is cut in the middle harms nobody', async () => {
    for (let n = 0; n < 50; n++) await rudely(upgradeTo('/nope'), 'reset')
    expect((await get(`${server.url}/healthz`)).status).toBe(200)
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '[H14] a request named %s is nobody’s, and the room lives',
    async (requestId) => {
      const watcher = await joinPlain({ base: server.url, session: made.joinCode, name: requestId })
      const url = `${server.url}/api/sessions/${made.sessionId}/participants`
      expect((await post(url, { name: 'x', requestId })).status).toBe(403)
      const ask = (body: object) => command(server.url, made.sessionId, made.token, body)
      expect(await ask({ type: 'person.remove', person: requestId })).toMatchObject({ ok: false })
      expect(await ask({ type: 'person.role', person: requestId, role: 'observer' })).toMatchObject(
        { ok: false },
      )
      expect(await ask({ type: 'notes.by', person: requestId })).toMatchObject({ ok: false })
      expect(await ask({ type: 'dot.take', round: requestId, target: requestId })).toMatchObject({
        ok: false,
      })
      expect(watcher.closes).toEqual([])
      watcher.leave()
    },
  )

  it('[L7] frames sent before a session is found are not kept without end', async () => {
    const socket = openRaw(server.url, { session: 'nosuchsession', token: 'A'.repeat(43) })
    const closed = new Promise<number>((done) => socket.on('close', (code) => done(code)))
    socket.on('error', () => {})
    socket.on('open', () => {
      for (let n = 0; n < 200; n++) socket.send(new Uint8Array(200_000))
    })
    expect([4404, 4529]).toContain(await closed)
  })
})

describe('a participant', () => {
  it('[S15] a watcher cannot fill the board with cards that are refused, and is sent away', async () => {
    const watching = await join(server.url, made.joinCode, { name: 'Watcher', role: 'observer' })
    const client = await joinPlain({
      base: server.url,
      session: made.sessionId,
      name: 'Watcher',
      as: watching,
    })
    for (let batch = 0; batch < 6; batch++)
      client.doc.transact(() => {
        for (let n = 0; n < 50; n++) client.addCard('x', 'topics/a0')
      })
    await until('sent away', () => client.closes.includes(4529))
    client.leave()
    const reading = await connectPlain(
      server.url,
      made.sessionId,
      'Fay',
      made.participantId,
      made.token,
    )
    expect(reading.cards().size).toBe(0)
    expect(await reading.ask({ type: 'phase.go', phase: 'list' })).toMatchObject({ ok: true })
    const added = { type: 'card.add', text: 'Said aloud', to: 'topics', capture: true }
    expect(await reading.ask(added)).toMatchObject({ ok: true })
    reading.leave()
  })

  it('[J26] one person takes so many seats and no more, and the others still get theirs', async () => {
    const { url, clock } = await serveHere()
    const { sessionId, joinCode, token } = await makeSession(url, making)
    const eager = await join(url, joinCode, { name: 'Eager' })
    const take = (): Promise<string> =>
      outcome(post(`${url}/api/sessions/${sessionId}/seats`, {}, eager.token))
    const answers: string[] = []
    for (let n = 0; n < COMMAND_BURST + 1; n++) answers.push(await take())
    expect(answers.slice(0, -1)).toEqual(Array(COMMAND_BURST).fill('201'))
    expect(answers.at(-1)).toBe('429 too-fast')
    // One came with joining.
    let left = SEATS_EACH - COMMAND_BURST - 1
    while (left > 0) {
      clock.advance(1_000)
      const now = Math.min(left, COMMAND_RATE)
      const taken = await Promise.all(Array.from({ length: now }, take))
      expect(new Set(taken)).toEqual(new Set(['201']))
      left -= now
    }
    clock.advance(1_000)
    expect(await take()).toBe('403 too-many-seats')
    expect((await takeSeat(url, sessionId, token)).clientId).toBeGreaterThan(0)
  })

  it('[V12] hidden totals stay hidden once somebody has voted', async () => {
    const session = await makeSession(server.url, {
      title: 'Vote',
      formatId: 'two-pluses',
      name: 'Fay',
    })
    const fay = (body: object) => command(server.url, session.sessionId, session.token, body)
    const ann = await joinPlain({ base: server.url, session: session.joinCode, name: 'Ann' })
    await fay({ type: 'phase.go', phase: 'list' })
    const topic = await ann.ask({ type: 'card.add', text: 'Topic', to: 'topics' })
    await fay({ type: 'phase.go', phase: 'vote' })
    const round = await until('a round', () =>
      [...ann.session().keys()].find((key) => key.startsWith('round:'))?.slice(6),
    )
    const rules = { budget: 2, cap: null, live: true }
    expect(await fay({ type: 'round.change', round, rules })).toMatchObject({ ok: true })
    await fay({ type: 'round.change', round, rules: { ...rules, live: false } })
    expect(await ann.ask({ type: 'dot.add', round, target: topic['card'] })).toMatchObject({
      ok: true,
    })
    expect(await fay({ type: 'round.change', round, rules })).toMatchObject({
      ok: false,
      reason: 'totals-promised',
    })
    expect(ann.session().get(`live:${round}`)).toBeUndefined()
    ann.leave()
  })
})

describe('rates', () => {
  it('[L8] a bucket gives its burst at once and then its rate, and says how long to wait', () => {
    const bucket = new Bucket(20, 40, 0)
    const waits = Array.from({ length: 42 }, () => bucket.take(0))
    expect(waits.slice(0, 40).every((wait) => wait === 0)).toBe(true)
    expect(waits.slice(40)).toEqual([50, 100])
    expect(bucket.take(10_000)).toBe(0)
  })

  it('[L8] commands of a socket beyond the burst are taken at the rate, in their order', async () => {
    const quick = await joinPlain({ base: server.url, session: made.joinCode, name: 'Quick' })
    const began = performance.now()
    const updates = 260
    for (let n = 0; n < updates; n++)
      quick.doc.getMap('cards').doc?.transact(() => {
        quick.addCard(`card ${n}`, 'topics/a0')
      })
    await until('all taken', async () => (await countCards()) >= updates)
    // 200 at once, the other 60 at 60 a second.
    expect(performance.now() - began).toBeGreaterThan(700)
    expect(quick.closes).toEqual([])
    quick.leave()

    async function countCards(): Promise<number> {
      const doc = new Y.Doc()
      const board = await get(`${server.url}/api/sessions/${made.sessionId}/board`, made.token)
      if (board.status === 200) Y.applyUpdate(doc, new Uint8Array(await board.arrayBuffer()))
      return [...doc.getMap('cards').values()].filter(
        (card) => card instanceof Y.Map && card.get('kind') === 'card',
      ).length
    }
  })

  it('[L8] keys do not share a bucket, and an empty one refuses without counting', () => {
    let now = 0
    const buckets = new Buckets(1, 2, () => now)
    expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([true, true, false])
    expect(buckets.take('b')).toBe(true)
    now = 1_000
    expect([buckets.take('a'), buckets.take('a')]).toEqual([true, false])
  })

  it('[L8] a window counts by key and begins again', () => {
    let now = 0
    const window = new PerWindow(2, 1_000, () => now)
    expect([window.take('a'), window.take('a'), window.take('a')]).toEqual([true, true, false])
    expect([window.spent('a'), window.spent('b')]).toEqual([true, false])
    now = 1_000
    expect([window.spent('a'), window.take('a')]).toEqual([false, true])
  })
})
