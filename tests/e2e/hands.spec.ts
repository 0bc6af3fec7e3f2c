/** What a person's hands do at a desk, by key alone too: changes that go back and forth. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { command, makeSession } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { joinByLink, sees, write } from './actors.ts'
import { keys, standsOn, types } from './keys.ts'
import { lanesOnDesk } from './sorting.ts'

let server: RunningServer
let browser: Browser
const visitors: Visitor[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
})
afterAll(async () => {
  for (const one of visitors) await one.leave()
  await browser?.close()
  await server?.remove()
})

async function begin(formatId: string, phase: string): Promise<Made> {
  const made = await makeSession(server.url, { title: 'Hands', formatId, name: 'Fay' })
  await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase, finish: true })
  return made
}

async function seated(made: Made, name: string, before?: (one: Visitor) => Promise<unknown>) {
  const one = await visit(browser, name, 'desk')
  visitors.push(one)
  await before?.(one)
  await joinByLink(one, server.url, made.joinCode)
  return one
}

const cardOf = ({ page }: Visitor, text: string) =>
  page.locator('[data-card]').filter({ hasText: text }).first()

it('[HN4] [HN1] the keys that go back and forth wait for the part that acts', async () => {
  let release = () => {}
  const held = new Promise<void>((go) => (release = go))
  const ash = await seated(await begin('pre-mortem', 'sort'), 'Ash', (one) =>
    one.page.route(/assets\/undo-/, async (route) => {
      await held
      await route.continue()
    }),
  )
  await write(ash, 'It is slow')
  await sees(ash, 'It is slow')
  await cardOf(ash, 'It is slow').focus()
  await keys(ash, 'm')
  await ash.page.getByRole('button', { name: /^Performance/ }).waitFor()
  await keys(ash, '1')
  const there = (count: number) =>
    until(`${count} there`, async () => (await lanesOnDesk(ash))['Performance']?.length === count)
  await there(1)
  await keys(ash, 'Control+z')
  release()
  await sees(ash, 'Taken back: Moved to Performance')
  await there(0)
  await keys(ash, 'Control+y')
  await sees(ash, 'Done again: Moved to Performance')
  await there(1)
  await keys(ash, 'Control+z')
  await there(0)
  await keys(ash, 'Control+Shift+z')
  await there(1)
  expect(ash.complaints).toEqual([])
})

it('[HN2] words that were changed by key come back after their field is closed', async () => {
  const ash = await seated(await begin('dot-vote', 'propose'), 'Ash')
  await write(ash, 'The build is slow')
  await cardOf(ash, 'The build is slow').focus()
  await keys(ash, 'Enter')
  await standsOn(ash, /^textarea/)
  await types(ash, ' today')
  await keys(ash, 'Enter')
  await standsOn(ash, /^group The build is slow today/)
  await keys(ash, 'Control+z')
  await sees(ash, 'Taken back: Words changed')
  await standsOn(ash, /^group The build is slow(?! today)/)
  await keys(ash, 'Control+y')
  await standsOn(ash, /^group The build is slow today/)
})
