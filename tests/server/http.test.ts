/** The HTTP contract beside joining: codes of problems, origins, sizes, rates, commands. */
import { must } from '@plenary/shared/must'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { command, get, join, makeSession, post } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { outcome } from '../kit/problem.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'

let server: RunningServer
let made: Made
const making = { title: 'HTTP', formatId: 'dot-vote', name: 'Fay' }
beforeAll(async () => {
  server = await startServer()
  made = await makeSession(server.url, making)
})
afterAll(() => server.remove())

const at = (path: string): string => `${server.url}/api/sessions/${made.sessionId}${path}`

function sent(url: string, headers: Record<string, string>, body: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers, body })
}

describe('requests', () => {
  it.each(['/healthz', '/readyz', '/metrics', '/api/formats'])(
    '[H1] GET %s answers without a token',
    async (path) => {
      expect((await get(server.url + path)).status).toBe(200)
    },
  )

  it.each<[string, () => Promise<Response>, string]>([
    [
      'an unknown format',
      () => post(`${server.url}/api/sessions`, { ...making, formatId: 'x' }),
      '400 malformed',
    ],
    [
      'no name',
      () => post(`${server.url}/api/sessions`, { ...making, name: '' }),
      '422 empty-name',
    ],
    [
      'an unknown language',
      () => post(`${server.url}/api/sessions`, { ...making, language: 'xx' }),
      '400 malformed',
    ],
    ['no JSON', () => sent(`${server.url}/api/sessions`, {}, '{'), '400 malformed'],
    ['an unknown session', () => get(`${server.url}/api/sessions/nowhere`), '404 no-such-session'],
    ['an unknown address', () => get(`${server.url}/api/nothing`), '404 not-found'],
    ['no token', () => get(at('/report.md')), '401 unknown-token'],
    ['garbage as a token', () => get(at('/report.md'), 'garbage'), '401 unknown-token'],
    ['a token of nobody', () => get(at('/board'), 'x'.repeat(43)), '401 unknown-token'],
    [
      'a command without a token',
      () => post(at('/commands'), { type: 'reveal' }),
      '401 unknown-token',
    ],
    ['a device without a token', () => post(at('/devices'), {}), '401 unknown-token'],
    ['an unknown table', () => get(at('/report.csv?table=secrets'), made.token), '400 malformed'],
  ])('[H2] %s is a problem with a stable code', async (_what, request, code) => {
    expect(await outcome(request())).toBe(code)
  })

  it.each(['Bearer', 'bearer', 'BEARER'])('[H18] the scheme %s is the same', async (scheme) => {
    const headers = { Authorization: `${scheme} ${made.token}` }
    expect((await fetch(at('/board'), { headers })).status).toBe(200)
  })

  it.each<[string, object | string]>([
    ['no type', {}],
    ['an unknown type', { type: 'win' }],
    ['a missing field', { type: 'phase.go' }],
    ['a field of a wrong type', { type: 'ready', on: 'yes' }],
    ['a value out of range', { type: 'timer.add', minutes: 1e9 }],
    ['an empty id', { type: 'reveal', id: '' }],
    ['a long id', { type: 'reveal', id: 'x'.repeat(65) }],
    ['text', 'phase.go'],
  ])('[H3] a command with %s: 400', async (_what, body) => {
    expect(await outcome(post(at('/commands'), body, made.token))).toBe('400 malformed')
  })

  it("[H4] another session's token is nobody's here", async () => {
    const other = await makeSession(server.url, making)
    for (const path of ['/board', '/report.md', '/report.json', '/report.csv'])
      expect(await outcome(get(at(path), other.token))).toBe('401 unknown-token')
    for (const path of ['/seats', '/devices', '/commands'])
      expect(await outcome(post(at(path), {}, other.token))).toBe('401 unknown-token')
  })

  it.each([
    ['https://elsewhere.example', '403 foreign-origin'],
    ['null', '403 foreign-origin'],
    ['own', '201'],
    [undefined, '201'],
  ])('[H5] from the origin %s: %s', async (origin, code) => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' }
    if (origin !== undefined) headers['Origin'] = origin === 'own' ? server.url : origin
    const body = JSON.stringify({ name: `Ann from ${origin}` })
    expect(await outcome(sent(at('/participants'), headers, body))).toBe(code)
  })

  it('[H6] a body above 64 kB: 413, also when it does not say how long it is', async () => {
    const text = JSON.stringify({ name: 'x'.repeat(70_000) })
    expect(await outcome(sent(at('/participants'), {}, text))).toBe('413 too-large')
    const stream = new Blob([text]).stream()
    const streamed = { method: 'POST', body: stream, duplex: 'half' }
    expect(await outcome(fetch(at('/participants'), streamed))).toBe('413 too-large')
  })

  it('[H7] the board is one update, named by epoch and seq', async () => {
    const response = await get(at('/board'), made.token)
    expect(Number(response.headers.get('plenary-epoch'))).toBe(made.seat.epoch)
    expect(Number(response.headers.get('plenary-seq'))).toBeGreaterThan(0)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
    expect(doc.getMap('session').get('title')).toBe('HTTP')
  })
})

describe('commands over HTTP', () => {
  it('[H8] a refusal that a person can cause is 200 with a reason and a sentence', async () => {
    const ann = await join(server.url, made.joinCode, { name: 'Ann 8' })
    const body = { type: 'session.close' }
    expect(await command(server.url, made.sessionId, ann.token, body)).toEqual({
      ok: false,
      reason: 'not-allowed',
      message: 'Only a facilitator can do that. Raise a hand to ask for it.',
    })
  })

  it('[H9] the same id counts once and gets the same answer, for each person alone', async () => {
    const own = await makeSession(server.url, making)
    const ann = await join(server.url, own.joinCode, { name: 'Ann' })
    const ask = (token: string, body: object) => command(server.url, own.sessionId, token, body)
    await ask(own.token, { type: 'phase.go', phase: 'propose' })
    const add = { id: 'one', type: 'card.add', text: 'Once', to: 'ideas' }
    const [first, second] = await Promise.all([ask(ann.token, add), ask(ann.token, add)])
    expect(first).toEqual({ ok: true, card: expect.any(String) })
    expect(second).toEqual(first)
    expect(await ask(own.token, add)).not.toEqual(first)
    const csv = await (
      await get(`${server.url}/api/sessions/${own.sessionId}/report.csv`, ann.token)
    ).text()
    expect(csv.split('Once')).toHaveLength(3)
  })

  it('[H10] faster than 20 a second after a burst of 40: 429, whatever is asked', async () => {
    const { url, clock } = await serveHere()
    const { sessionId, token } = await makeSession(url, making)
    const session = `${url}/api/sessions/${sessionId}`
    const requests = [
      () => post(`${session}/commands`, { type: 'hand.raise' }, token),
      () => get(`${session}/board`, token),
      () => get(`${session}/report.json`, token),
    ]
    const codesOf = (n: number): Promise<string[]> =>
      Promise.all(Array.from({ length: n }, (_, nth) => outcome(must(requests[nth % 3], 'one')())))
    const count = (codes: string[], code: string) => codes.filter((one) => one === code).length
    const burst = await codesOf(60)
    expect([count(burst, '200'), count(burst, '429 too-fast')]).toEqual([40, 20])
    clock.advance(1_000)
    const second = await codesOf(30)
    expect([count(second, '200'), count(second, '429 too-fast')]).toEqual([20, 10])
  })
})

describe('languages', () => {
  it('[WD12] formats are told in the language asked for, another one is 400', async () => {
    const titles = async (query: string) =>
      JSON.stringify(await (await get(`${server.url}/api/formats${query}`)).json())
    expect(await titles('?language=de')).toContain('Retrospektive')
    expect(await titles('')).toBe(await titles('?language=en'))
    expect(await outcome(get(`${server.url}/api/formats?language=xx`))).toBe('400 malformed')
  })

  it('[WD12] a session keeps its texts in the language it was made in', async () => {
    const german = await makeSession(server.url, {
      title: 'Auftakt',
      formatId: 'pre-mortem',
      name: 'Fay',
      language: 'de',
    })
    const report = `${server.url}/api/sessions/${german.sessionId}/report.md`
    const text = await (await get(report, german.token)).text()
    expect(text).toContain('Niemand nutzt es')
    expect(text).not.toContain('Non-Use')
  })
})

describe('wrong codes', () => {
  const wrong = (n: number): string => `${server.url}/api/sessions/99999999${n}`

  it('[H11] ten a minute from one address, then 429; who has a token is not counted', async () => {
    for (let n = 0; n < 8; n++) expect(await outcome(get(wrong(n)))).toBe('404 no-such-session')
    const codes: string[] = []
    for (let n = 0; n < 4; n++) codes.push(await outcome(get(wrong(n))))
    expect(codes.at(-1)).toBe('429 too-many-codes')
    expect(await outcome(get(at('/report.md'), made.token))).toBe('200')
  })

  it('[H12] a made-up token does not lift the limit', async () => {
    for (let n = 0; n < 12; n++) await get(wrong(n % 10))
    expect(await outcome(get(wrong(1), 'y'.repeat(43)))).toBe('429 too-many-codes')
  })
})
