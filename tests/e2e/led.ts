/** A session led by commands, with screens of every kind around it: a chair and a participant at desks, one on a phone. */
import type { Browser } from 'playwright-core'
import { launchChromium } from '../kit/chromium.ts'
import type { Made } from '../kit/http-client.ts'
import { makeSession } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { allowed, phaseOf } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { joinByLink } from './actors.ts'

export interface Led {
  readonly made: Made
  /** Leads by commands, and takes part where the format lets her. */
  readonly fay: PlainClient
  /** The same chair on a screen: a second facilitator, by the host link. */
  readonly f: Visitor
  readonly a: Visitor
  readonly b: Visitor
  /** Participants by commands. */
  readonly plain: PlainClient[]
  enter: (phase: string, finish?: boolean) => Promise<void>
  leave(): Promise<void>
}

export interface House {
  readonly server: RunningServer
  readonly browser: Browser
  leave(): Promise<void>
}

export async function house(): Promise<House> {
  const server = await startServer()
  const browser = await launchChromium()
  return {
    server,
    browser,
    async leave() {
      await browser.close()
      await server.remove()
    },
  }
}

export async function led(
  { server, browser }: House,
  formatId: string,
  names: readonly string[] = [],
  title = 'A test',
): Promise<Led> {
  const base = server.url
  const made = await makeSession(base, { title, formatId, name: 'Fay' })
  const as = { ...made, role: 'facilitator' }
  const fay = await joinPlain({ base, session: made.sessionId, name: 'Fay', as })
  const [f, a, b] = await Promise.all([
    visit(browser, 'Fran', 'desk'),
    visit(browser, 'Ash', 'desk'),
    visit(browser, 'Bo', 'phone'),
  ])
  const { pathname, hash } = new URL(made.hostUrl)
  await f.page.goto(`${base}${pathname}${hash}`)
  await f.page.getByLabel('Your name').fill(f.name)
  await f.page.getByLabel('Your name').press('Enter')
  await f.page.waitForURL(/\/s\/[\w-]+$/)
  for (const visitor of [a, b]) await joinByLink(visitor, base, made.joinCode)
  const plain: PlainClient[] = []
  for (const name of names) plain.push(await joinPlain({ base, session: made.joinCode, name }))
  return {
    made,
    fay,
    f,
    a,
    b,
    plain,
    enter: async (phase, finish = false) => {
      await allowed(fay, { type: 'phase.go', phase, finish })
      for (const client of [fay, ...plain])
        await until(`${client.name} sees ${phase}`, () => phaseOf(client) === phase)
    },
    async leave() {
      for (const client of [fay, ...plain]) client.leave()
      await Promise.all([f, a, b].map((visitor) => visitor.leave()))
    },
  }
}
