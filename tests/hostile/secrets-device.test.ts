/** T78: what stays on a shared machine: nothing once the server has it, and no copy in a cache. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { memoryStorage, openPage } from '../kit/client-page.ts'
import { get, join, makeSession } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

it('[T78] a draft is on the device only until the server has it', async () => {
  const made = await makeSession(server.url, {
    title: 'Shared machine',
    formatId: 'pre-mortem',
    name: 'Fay',
  })
  const ann = await join(server.url, made.joinCode, { name: 'Ann' })
  const storage = memoryStorage()
  const fay = openPage(server.url, made)
  const page = openPage(server.url, ann, storage)
  const { client } = page
  await until('the session', () => client.view() !== null && fay.client.view() !== null)
  await fay.client.ask({ type: 'phase.go', phase: 'write' })
  await until('the phase', () => client.view()?.phase?.id === 'write')
  const held = (): string => [...storage.held.values()].join('\n')
  page.cut()
  await until('the loss', () => client.link().is === 'lost')
  client.putDraft({ id: client.newId(), section: 'reasons', text: 'CANARY', state: 'done' })
  // It is kept for the writer, who would lose it with the page.
  await until('it is kept', () => held().includes('CANARY'))
  page.mend()
  await until('saved', () => {
    const link = client.link()
    return link.is === 'live' && link.waiting === 0
  })
  expect(held()).not.toContain('CANARY')
  expect(client.view()?.mine.drafts).toMatchObject([{ text: 'CANARY' }])
  client.leave()
  fay.client.leave()
})

it('[T78] nothing that a session says may be kept by a browser or a proxy', async () => {
  const made = await makeSession(server.url, {
    title: 'No copy',
    formatId: 'dot-vote',
    name: 'Fay',
  })
  const session = `/api/sessions/${made.sessionId}`
  const files = ['', '/board', '/report.md', '/report.json', '/report.csv', '/nothing']
  for (const path of [
    '/',
    `/s/${made.sessionId}`,
    '/join',
    ...files.map((file) => session + file),
  ]) {
    const answer = await get(server.url + path, made.token)
    expect(answer.headers.get('cache-control'), path).toBe('no-store')
    expect(answer.headers.get('etag'), path).toBeNull()
  }
})
