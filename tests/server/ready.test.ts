/** Readiness: 200 while work is taken, 503 before the start, while stopping, and while nothing can be written. */
import { openDatabase } from '@plenary/server/database'
import { TRY_AGAIN_AFTER } from '@plenary/server/disk'
import { Readiness } from '@plenary/server/readiness'
import { openSqliteStore, sqliteStore } from '@plenary/server/sqlite-store'
import type { Store } from '@plenary/server/store'
import { expect, it } from 'vitest'
import { command, get, makeSession, post } from '../kit/http-client.ts'
import { outcome } from '../kit/problem.ts'
import { freePort } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { breakable } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'

it('[H19] not before everything that was due has been woken', async () => {
  const port = await freePort()
  let wake: () => void = () => {}
  const waking = new Promise<void>((go) => (wake = go))
  const slow = (file: string): Store => {
    const store = openSqliteStore(file)
    return {
      ...store,
      async dues() {
        await waking
        return store.dues()
      },
    }
  }
  const ready = (): Promise<string> => outcome(get(`http://127.0.0.1:${port}/readyz`))
  const serving = serveHere({ PORT: String(port) }, slow)
  expect(await until('it listens', () => ready().catch(() => null))).toBe('503 later')
  expect(await outcome(get(`http://127.0.0.1:${port}/healthz`))).toBe('200')
  wake()
  await serving
  expect(await ready()).toBe('200')
})

it('[H19] not while the disk takes no write, and again as soon as it does', async () => {
  let full = false
  const { url, clock } = await serveHere({}, (_file, onFailure) =>
    sqliteStore(
      breakable(openDatabase(':memory:'), (sql) => full && sql === 'COMMIT'),
      onFailure,
    ),
  )
  const made = await makeSession(url, { title: 'Full', formatId: 'dot-vote', name: 'Fay' })
  const ready = (): Promise<string> => outcome(get(`${url}/readyz`))
  const lead = { type: 'phase.go', phase: 'propose' }
  const asking = (): Promise<Response> =>
    post(`${url}/api/sessions/${made.sessionId}/commands`, lead, made.token)
  expect(await ready()).toBe('200')
  full = true
  expect(await outcome(asking())).toBe('503 later')
  expect(await ready()).toBe('503 later')
  full = false
  // Not every question is a write.
  expect(await ready()).toBe('503 later')
  clock.advance(TRY_AGAIN_AFTER)
  expect(await ready()).toBe('200')
  expect(await command(url, made.sessionId, made.token, lead)).toEqual({ ok: true })
})

it('[H19] not while it stops', async () => {
  const readiness = new Readiness({ works: () => Promise.resolve(true) })
  expect(await readiness.isReady()).toBe(false)
  readiness.started()
  expect(await readiness.isReady()).toBe(true)
  readiness.stopping()
  expect(await readiness.isReady()).toBe(false)
})
