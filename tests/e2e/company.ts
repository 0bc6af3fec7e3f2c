/** Who a session end to end needs: two people at desks, two on phones, and the server that may die under them. */
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { allSaved, joinByLink, makeSession } from './actors.ts'

export interface Company {
  readonly server: RunningServer
  readonly browser: Browser
  /** The facilitator, at a desk. */
  readonly f: Visitor
  /** At a desk. */
  readonly a: Visitor
  /** On phones. */
  readonly b: Visitor
  readonly c: Visitor
  leave(): Promise<void>
}

export async function gather(): Promise<Company> {
  const server = await startServer()
  const browser = await launchChromium()
  const [f, a, b, c] = await Promise.all([
    visit(browser, 'Fay', 'desk'),
    visit(browser, 'Ash', 'desk'),
    visit(browser, 'Bo', 'phone'),
    visit(browser, 'Cleo', 'phone'),
  ])
  return {
    server,
    browser,
    f,
    a,
    b,
    c,
    async leave() {
      await browser.close()
      await server.remove()
    },
  }
}

/** F makes the session from the home page; the others come in by its link, some as plain clients. */
export async function openDoors(
  { server, f, a, b, c }: Company,
  session: { format: string; title: string },
  plain: readonly string[],
): Promise<{ id: string; plain: PlainClient[] }> {
  const id = await makeSession(f, server.url, session)
  const code = await codeOnScreen(f)
  for (const visitor of [a, b, c]) await joinByLink(visitor, server.url, code)
  const strangers: PlainClient[] = []
  for (const name of plain)
    strangers.push(await joinPlain({ base: server.url, session: code, name }))
  return { id, plain: strangers }
}

/** The nine digits that the lobby shows in threes. */
export async function codeOnScreen({ page }: Visitor): Promise<string> {
  const shown = await until('the code on screen', async () =>
    /(\d{3})\s(\d{3})\s(\d{3})/.exec(await page.innerText('body')),
  )
  return shown.slice(1).join('')
}

/** The server comes back where it was, everybody finds it again, and all that waited is saved. */
export async function comesBack(
  { server, f, a, b, c }: Company,
  plain: readonly PlainClient[],
): Promise<void> {
  await server.start()
  for (const one of plain)
    await until(`${one.name} is back`, () => one.provider.wsconnected && one.provider.synced)
  for (const who of [f, a, b, c]) await allSaved(who)
}

/** No console said anything it should not, and no mouse came near a phone. */
export function expectQuiet({ f, a, b, c }: Company): void {
  expect([f, a, b, c].flatMap((one) => one.complaints)).toEqual([])
  expect([b.mouse, c.mouse]).toEqual([[], []])
}
