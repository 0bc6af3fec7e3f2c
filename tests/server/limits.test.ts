/** Limits by address and by setting: counted for who has no valid token, and for nobody else. */
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { STRANGERS_PER_MINUTE } from '@plenary/server/socket'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { UNLOAD_AFTER } from '@plenary/server/unload'
import { get, join, makeSession, post, takeSeat } from '../kit/http-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { outcome } from '../kit/problem.ts'
import { openRaw, turnedAway } from '../kit/raw-socket.ts'
import type { Knock } from '../kit/raw-socket.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

const making = { title: 'Limits', formatId: 'dot-vote', name: 'Fay' }

/** How many of so many sockets were closed with which code. */
async function codesOf(base: string, knocks: readonly Knock[]): Promise<Record<number, number>> {
  const codes: Record<number, number> = {}
  for (const knock of knocks) {
    const { code } = await turnedAway(base, knock)
    codes[code] = (codes[code] ?? 0) + 1
  }
  return codes
}

const madeUp = (n: number): string => String(n).padStart(43, 'A')

describe('sockets without a valid token', () => {
  it.each<[string, (session: string, n: number) => Knock, number]>([
    ['no token', (session) => ({ session }), 4401],
    ['made-up tokens', (session, n) => ({ session, token: madeUp(n), seat: '1.x' }), 4401],
    ['made-up sessions', (_, n) => ({ session: `nowhere${n}`, token: madeUp(n) }), 4404],
  ])('[L12] %s: 60 a minute from one address, then 4529', async (_what, knock, code) => {
    const { url, clock } = await serveHere()
    const { sessionId } = await makeSession(url, making)
    const knocks = Array.from({ length: STRANGERS_PER_MINUTE + 15 }, (_, n) => knock(sessionId, n))
    expect(await codesOf(url, knocks)).toEqual({ [code]: STRANGERS_PER_MINUTE, 4529: 15 })
    // Those that came too fast do not make it last longer.
    clock.advance(60_000)
    expect(await codesOf(url, knocks.slice(0, 1))).toEqual({ [code]: 1 })
  })

  it('[L12] many at once are counted like one after another', async () => {
    const { url } = await serveHere()
    const { sessionId } = await makeSession(url, making)
    const closes = await Promise.all(
      Array.from({ length: STRANGERS_PER_MINUTE + 15 }, (_, n) =>
        turnedAway(url, { session: sessionId, token: madeUp(n), seat: '1.x' }),
      ),
    )
    expect(closes.filter(({ code }) => code === 4401)).toHaveLength(STRANGERS_PER_MINUTE)
    expect(closes.filter(({ code }) => code === 4529)).toHaveLength(15)
  })

  it('[L12] an address that is spent loads no session, until somebody with a valid token has', async () => {
    let opened = 0
    let wokenLast = ''
    const { url, clock } = await serveHere({}, (file) => {
      const store = openSqliteStore(file)
      return {
        ...store,
        open(room) {
          opened++
          wokenLast = room
          return store.open(room)
        },
      }
    })
    const made = await makeSession(url, making)
    await until('asleep', async () => {
      clock.advance(UNLOAD_AFTER)
      return /^plenary_rooms 0$/m.test(await (await get(`${url}/metrics`)).text())
    })
    const nothing = Array.from({ length: STRANGERS_PER_MINUTE }, () => ({ session: 'nowhere' }))
    await codesOf(url, nothing)
    const before = opened
    const knock = { session: made.sessionId, token: madeUp(1), seat: '1.x' }
    expect((await turnedAway(url, knock)).code).toBe(4529)
    expect(opened).toBe(before)
    const { clientId, secret } = await takeSeat(url, made.sessionId, made.token)
    expect([opened, wokenLast]).toEqual([before + 1, made.sessionId])
    const seat = `${clientId}.${secret}`
    const socket = openRaw(url, { session: made.sessionId, token: made.token, seat })
    await once(socket, 'message')
    socket.terminate()
  })

  it('[L12] whoever has a valid token is not counted, and comes in from an address that is spent', async () => {
    const { url } = await serveHere()
    const made = await makeSession(url, making)
    const seat = `${made.seat.clientId}.${made.seat.secret}`
    for (let n = 0; n < STRANGERS_PER_MINUTE + 5; n++) {
      const socket = openRaw(url, { session: made.sessionId, token: made.token, seat })
      await once(socket, 'message')
      socket.close()
      await once(socket, 'close')
    }
    const knocks = Array.from({ length: STRANGERS_PER_MINUTE + 1 }, () => ({
      session: made.sessionId,
      token: madeUp(1),
    }))
    expect(await codesOf(url, knocks)).toEqual({ 4401: STRANGERS_PER_MINUTE, 4529: 1 })
    const fay = await joinPlain({
      base: url,
      session: made.sessionId,
      name: 'Fay',
      as: { ...made, role: 'facilitator' },
    })
    expect(fay.closes).toEqual([])
    fay.leave()
  })
})

describe('wrong codes', () => {
  it('[H16] a valid token lifts the limit for its own session, whatever the address has tried', async () => {
    const { url } = await serveHere()
    const made = await makeSession(url, making)
    const other = await makeSession(url, making)
    const at = (session: string): string => `${url}/api/sessions/${session}`
    for (let n = 0; n < 12; n++) await get(at(`99999999${n % 10}`))
    expect(await outcome(get(at(made.sessionId)))).toBe('429 too-many-codes')
    expect(await outcome(get(at(made.sessionId), made.token))).toBe('200')
    // It says nothing of other sessions, nor of codes.
    expect(await outcome(get(at(other.sessionId), made.token))).toBe('429 too-many-codes')
    for (const code of [made.joinCode, other.joinCode, '999999999'])
      expect(await outcome(get(at(code), made.token))).toBe('429 too-many-codes')
  })
})

describe('too fast', () => {
  const detail = async (answer: Response): Promise<unknown> => {
    const body: unknown = await answer.json()
    return typeof body === 'object' && body !== null && 'detail' in body ? body.detail : null
  }

  it('[H17] new sessions: 60 an hour from one address, and the sentence says so', async () => {
    const { url, clock } = await serveHere()
    for (let n = 0; n < 60; n++) await makeSession(url, making)
    const refused = await post(`${url}/api/sessions`, making)
    expect(refused.status).toBe(429)
    expect(await detail(refused)).toBe(
      'This address has made as many sessions as it may in an hour. Try again later.',
    )
    clock.advance(3_600_000)
    expect(await outcome(post(`${url}/api/sessions`, making))).toBe('201')
  })

  it('[H17] wrong codes and hasty requests have their own sentences', async () => {
    const { url } = await serveHere()
    const { sessionId, token } = await makeSession(url, making)
    const wrong = (): Promise<Response> => get(`${url}/api/sessions/999999999`)
    for (let n = 0; n < 10; n++) await wrong()
    expect(await detail(await wrong())).toBe(
      'Too many wrong codes from this address. Wait a minute.',
    )
    const hasty = await Promise.all(
      Array.from({ length: 60 }, () => get(`${url}/api/sessions/${sessionId}/report.md`, token)),
    )
    const tooFast = hasty.find(({ status }) => status === 429)
    expect(await detail(tooFast ?? new Response('{}'))).toBe(
      'That was faster than the server takes. Wait a moment and try again.',
    )
  })
})

describe('limits of the operator', () => {
  it('[K13] LIMIT_CARDS, LIMIT_PEOPLE and LIMIT_SESSIONS_PER_HOUR hold', async () => {
    const limits = { LIMIT_CARDS: '2', LIMIT_PEOPLE: '2', LIMIT_SESSIONS_PER_HOUR: '1' }
    const server = await startServer(limits)
    onTestFinished(() => server.remove())
    const made = await makeSession(server.url, making)
    const ann = await join(server.url, made.joinCode, { name: 'Ann' })
    const door = `${server.url}/api/sessions/${made.joinCode}/participants`
    expect(await outcome(post(door, { name: 'Ben' }))).toBe('403 too-many-people')
    expect(await outcome(post(`${server.url}/api/sessions`, making))).toBe('429 too-many-sessions')
    const ask = async (token: string, body: object): Promise<unknown> =>
      (await post(`${server.url}/api/sessions/${made.sessionId}/commands`, body, token)).json()
    await ask(made.token, { type: 'phase.go', phase: 'propose' })
    const add = (text: string) => ask(ann.token, { type: 'card.add', text, to: 'ideas' })
    expect(await add('one')).toMatchObject({ ok: true })
    expect(await add('two')).toMatchObject({ ok: true })
    expect(await add('three')).toMatchObject({ ok: false, reason: 'too-many-cards' })
  })
})
