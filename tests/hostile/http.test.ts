/** T83-T88: what a foreign page, a crafted path or a forged header gets over HTTP. */
import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { attacked } from '../kit/bystander.ts'
import type { Attacked } from '../kit/bystander.ts'
import { get, join, makeSession, post } from '../kit/http-client.ts'
import { outcome } from '../kit/problem.ts'
import { openRaw } from '../kit/raw-socket.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'

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

interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
}

/** A request as it is written, without a library that tidies path or headers. */
function raw(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const { origin, port } = new URL(url)
  const path = url.slice(origin.length)
  const { method = 'GET', headers = {}, body } = options
  return new Promise<Answer>((done, failed) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('latin1')
      response.on('data', (part: string) => (text += part))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    asking.on('error', failed)
    asking.end(body)
  })
}

describe('names of files', () => {
  it.each([
    'a"; filename="evil.exe',
    'two\r\nSet-Cookie: a=b',
    '../../etc/passwd',
    'CON',
    'ünïcödé ☃ \u202egpj.exe',
    '',
    '%0d%0aX: y',
  ])('[T83] the title %j names a file and nothing more', async (title) => {
    const made = await makeSession(server.url, { title, formatId: 'dot-vote', name: 'Fay' })
    for (const ending of ['md', 'json', 'csv']) {
      const url = `${server.url}/api/sessions/${made.sessionId}/report.${ending}`
      const { headers, status } = await raw(url, {
        headers: { Authorization: `Bearer ${made.token}` },
      })
      expect(status).toBe(200)
      expect(headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="[A-Za-z0-9][A-Za-z0-9-]{0,79}\\.${ending}"$`),
      )
      expect(headers['content-disposition']).not.toMatch(/"con\./i)
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })
})

describe('foreign pages', () => {
  const foreign = [
    'https://evil.example',
    'null',
    'http://127.0.0.1:1',
    'file://',
    'http://localhost',
  ]

  it.each(foreign)('[T84] a socket opened by %s is refused before it opens', async (origin) => {
    const { made, seat } = here
    const socket = openRaw(server.url, {
      session: made.sessionId,
      token: made.token,
      seat,
      headers: { Origin: origin },
    })
    const [, answer]: unknown[] = await once(socket, 'unexpected-response')
    expect(z.looseObject({ statusCode: z.number() }).parse(answer).statusCode).toBe(403)
    await here.unharmed()
  })

  it('[T84] one of its own page, or of no page at all, is opened', async () => {
    const { made, seat } = here
    for (const headers of [{}, { Origin: server.url }]) {
      const knock = { session: made.sessionId, token: made.token, seat, headers }
      const socket = openRaw(server.url, knock)
      await once(socket, 'message')
      socket.terminate()
    }
  })

  it.each(foreign)('[T85] a request of %s is refused, whatever it carries', async (origin) => {
    const { made } = here
    const session = `${server.url}/api/sessions/${made.sessionId}`
    const headers = {
      Origin: origin,
      Authorization: `Bearer ${made.token}`,
      'Content-Type': 'text/plain',
    }
    const asked: [string, string, string?][] = [
      ['POST', `${session}/commands`, '{"type":"session.close"}'],
      ['POST', `${session}/participants`, '{"name":"Eve"}'],
      ['POST', `${server.url}/api/sessions`, '{"title":"x","formatId":"dot-vote","name":"Eve"}'],
      ['GET', `${session}/report.json`],
    ]
    for (const [method, url, body] of asked) {
      const answer = await raw(url, { method, headers, ...(body === undefined ? {} : { body }) })
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
        403,
        { code: 'foreign-origin' },
      ])
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    await here.unharmed()
  })

  it('[T85] nothing is ambient: no answer sets a cookie, and none is asked for', async () => {
    const cookie = { headers: { Cookie: `token=${here.made.token}; bearer=${here.made.token}` } }
    const session = `${server.url}/api/sessions/${here.made.sessionId}`
    expect((await raw(`${session}/report.json`, cookie)).status).toBe(401)
    expect((await raw(`${session}/report.json?token=${here.made.token}`)).status).toBe(401)
    for (const path of ['/', '/join', `/s/${here.made.sessionId}`, '/api/formats'])
      expect((await raw(`${server.url}${path}`)).headers['set-cookie']).toBeUndefined()
    // Nor does a page of another place learn that it may ask.
    const preflight = await raw(`${session}/commands`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(403)
  })

  it('[T86] no answer may stand in a frame, and every one has the strict policy', async () => {
    for (const path of [
      '/',
      '/join',
      '/s/abc',
      '/api/formats',
      '/api/nothing',
      '/mark.svg',
      '/metrics',
    ]) {
      const { headers } = await raw(`${server.url}${path}`)
      const policy = String(headers['content-security-policy'])
      for (const rule of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ])
        expect(policy.split('; '), path).toContain(rule)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    }
  })
})

describe('paths', () => {
  it.each([
    '/../../package.json',
    '/assets/../../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%00',
    '/assets/%c0%ae%c0%ae/package.json',
    '//etc/passwd',
    '/assets//etc/passwd',
    '/s/%2e%2e%2f%2e%2e%2fpackage.json',
    '/api/sessions/..%2f..%2f..%2fmetrics',
    '/api/sessions/%00/report.md',
    '/%',
    `/${'a/'.repeat(4_000)}`,
  ])('[T87] %s leads nowhere', async (path) => {
    const { status, body, headers } = await raw(`${server.url}${path}`, {
      headers: { Authorization: `Bearer ${here.made.token}` },
    })
    expect(body).not.toMatch(/"workspaces"|root:|plenary_rooms/)
    if (status === 200) expect(headers['content-type']).toContain('text/html')
    else expect(status).toBeGreaterThanOrEqual(400)
    await here.unharmed()
  })
})

describe('addresses', () => {
  const wrong = async (url: string, n: number, forwarded: string): Promise<number> =>
    (
      await raw(`${url}/api/sessions/99999${String(n).padStart(4, '0')}`, {
        headers: { 'X-Forwarded-For': forwarded, Forwarded: `for=${forwarded}` },
      })
    ).status

  it('[T88] what a client says of its address is not believed', async () => {
    const { url } = await serveHere()
    const codes: number[] = []
    for (let n = 0; n < 15; n++) codes.push(await wrong(url, n, `198.51.100.${n}`))
    expect(codes.filter((code) => code === 429)).toHaveLength(5)
  })

  it('[T88] behind a proxy that is trusted, only what that one has added is', async () => {
    const { url } = await serveHere({ TRUSTED_PROXY: '1' })
    const codes: number[] = []
    // The client made up the first ones; the proxy has added the last.
    for (let n = 0; n < 15; n++) codes.push(await wrong(url, n, `10.0.0.${n}, 203.0.113.7`))
    expect(codes.filter((code) => code === 429)).toHaveLength(5)
    // Somebody else behind the same proxy is not held up.
    expect(await wrong(url, 99, '203.0.113.8')).toBe(404)
  })
})

describe('a door', () => {
  it('[T85] a request at the door is an unguessable number, and is told no name', async () => {
    const { made, fay } = here
    await fay.ask({ type: 'session.lock', door: true })
    const answer = await post(`${server.url}/api/sessions/${made.sessionId}/participants`, {
      name: 'Ann',
    })
    expect(answer.status).toBe(202)
    const body = z.strictObject({ requestId: z.string() }).parse(await answer.json())
    expect(Buffer.from(body.requestId, 'base64url')).toHaveLength(16)
    await fay.ask({ type: 'session.lock', door: false })
    const { token } = await join(server.url, made.joinCode, { name: 'Ben' })
    expect(await outcome(get(`${server.url}/api/sessions/${made.sessionId}/board`, token))).toBe(
      '200',
    )
  })
})
