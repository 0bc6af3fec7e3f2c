/** How the built client is served: strict headers, compressed assets, one page for every address. */
import { request } from 'node:http'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'

const ASSETS = fileURLToPath(new URL('../../client/dist/assets', import.meta.url))

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

/** A request as it is written, without a client library tidying the path. */
function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (done, failed) => {
      request({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
        let body = ''
        response.setEncoding('latin1')
        response.on('data', (part: string) => (body += part))
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      })
        .on('error', failed)
        .end()
    },
  )
}

it.each(['/', '/join', '/s/abc', '/s/abc/report'])(
  '[A4] %s is the page, asked for anew each time',
  async (path) => {
    const page = await raw(path)
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toContain('<div id="root">')
  },
)

it('[A5] every answer carries the strict policy', async () => {
  for (const path of ['/', '/api/formats', '/api/nothing', '/metrics']) {
    const { headers } = await raw(path)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
  }
})

it('[A5] the page holds no inline script, style or foreign address', async () => {
  const { body } = await raw('/')
  expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
  expect(body).not.toMatch(/<style|\sstyle=|\son\w+=/)
  expect(body).not.toMatch(/(src|href)="(https?:)?\/\//)
})

it.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
])('[A6] scripts come precompressed as %s and are kept for ever', async (accept, encoding) => {
  const script = readdirSync(ASSETS).find((file) => file.endsWith('.js')) ?? ''
  const { status, headers } = await raw(`/assets/${script}`, { 'Accept-Encoding': accept })
  expect(status).toBe(200)
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['cache-control']).toContain('immutable')
  expect(headers['content-type']).toContain('javascript')
})

it.each([
  '/assets/../../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/%00',
  '/assets/nothing.js',
])('[A7] %s leads out of nowhere', async (path) => {
  const { status, body, headers } = await raw(path)
  expect(body).not.toContain('"workspaces"')
  // Either the page itself or a refusal; a missing asset is never answered with the page.
  if (path.startsWith('/assets/nothing')) expect(status).toBe(404)
  if (status === 200) expect(headers['content-type']).toContain('text/html')
})

it('[A8] health, readiness and metrics need no token and name nobody', async () => {
  for (const path of ['/healthz', '/readyz']) expect((await raw(path)).status).toBe(200)
  const metrics = await raw('/metrics')
  expect(metrics.body).toContain('plenary_tick_seconds_bucket')
  expect(metrics.body).toContain('plenary_rooms')
})

it('[A9] an unknown address below /api is a problem with a stable code', async () => {
  const { status, headers, body } = await raw('/api/nothing')
  expect(status).toBe(404)
  expect(headers['content-type']).toContain('application/problem+json')
  expect(JSON.parse(body)).toMatchObject({ status: 404, code: 'not-found' })
})
