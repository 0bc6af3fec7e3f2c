/** A phone whose server died before it had all of its parts: what it does afterwards still counts. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { command, makeSession } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import { visit } from '../kit/visitor.ts'
import { joinByLink, press, sees } from './actors.ts'
import { adds, topic } from './voting.ts'

/** One that comes late. */
const PART = /command-.*\.js$/

let server: RunningServer
let browser: Browser
let d: PlainClient

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
})
afterAll(async () => {
  d?.leave()
  await browser?.close()
  await server?.remove()
})

it('[X17] [C50] says that nothing is saved, and sends what is asked although a part could not be loaded while the server was away', async () => {
  const made = await makeSession(server.url, {
    title: 'Sprint 13',
    formatId: 'two-pluses',
    name: 'Fay',
  })
  const chair = (body: object) => command(server.url, made.sessionId, made.token, body)
  d = await joinPlain({ base: server.url, session: made.joinCode, name: 'Dee' })
  await chair({ type: 'phase.go', phase: 'list' })
  await until('the topics are open', () => JSON.stringify(d.fact('phase')).includes('list'))
  d.addCard(topic(1), 'topics/a0')
  await until('the topic is there', async () => {
    const report = await fetch(`${server.url}/api/sessions/${made.sessionId}/report.md`, {
      headers: { Authorization: `Bearer ${made.token}` },
    })
    return (await report.text()).includes(topic(1))
  })
  await chair({ type: 'phase.go', phase: 'vote', finish: true })

  const b = await visit(browser, 'Bo', 'phone')
  const failed: string[] = []
  b.page.on('requestfailed', (request) => failed.push(request.url()))
  await joinByLink(b, server.url, made.joinCode)
  await sees(b, '2 dots left')
  await server.kill()
  await until('a part has failed to load', () => failed.some((url) => PART.test(url)))
  await sees(b, 'Nothing is saved at the moment.')
  const given: string[] = []
  b.page.on('response', (response) => given.push(response.url()))
  await server.start()
  await press(b, adds(b, 1))
  await until('the dot is counted', () =>
    JSON.stringify(d.fact('live')).includes('"voted":{"n":1,"of":2}'),
  )
  await sees(b, '1 of 2 have voted')
  expect(await b.page.getByText('Nothing is saved').count()).toBe(0)
  await until('the part is there', () => given.some((url) => PART.test(url)))
  await chair({ type: 'phase.go', phase: 'discuss', finish: true })
  await sees(b, 'Notes')
  expect(b.mouse).toEqual([])
})
