/** How a session ends: actions, what is asked before the close, the report and what leaves with people. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { button, joinByLink, next, press, sees, shot } from './actors.ts'
import type { Ended } from './finishing.ts'
import { leadByLink, toTheEnd } from './finishing.ts'

let server: RunningServer
let browser: Browser
let ended: Ended
let f: Visitor
let b: Visitor

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
  ended = await toTheEnd(server.url, 'Audience Builder kick-off')
  f = await visit(browser, 'Fay', 'desk')
  b = await visit(browser, 'Ben', 'phone')
  await leadByLink(f, ended)
  await joinByLink(b, server.url, ended.made.joinCode)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

describe('the end of a session', () => {
  it('[FN2] shows the board of a closed session to look at, and the way back to the report', async () => {
    await next(f, 'Close the session', 'Close the session')
    for (const who of [f, b]) {
      await sees(who, 'Read the report')
      await shot(who, 'closed')
      await press(who, who.page.getByRole('link', { name: 'See the board' }))
      await sees(who, 'Solves the wrong problem')
      const board = who.page.getByRole('main')
      expect(await board.getByRole('button').count()).toBe(0)
      await shot(who, 'board')
      await press(who, who.page.getByRole('link', { name: 'Report', exact: true }))
      await sees(who, 'What was said')
      await shot(who, 'report')
    }
    expect([...f.complaints, ...b.complaints]).toEqual([])
  })

  it('[FN3] is taken up again by a facilitator', async () => {
    await f.page.goto(`${server.url}/s/${ended.made.sessionId}`)
    await press(f, button(f.page, 'Reopen the session'))
    await sees(f, 'Close the session')
  })
})
