/** What is measured, on Plenary: each case brings figures with its targets. */
import type { Browser, Page } from 'playwright-core'
import { must } from '@plenary/shared/must'
import * as Y from 'yjs'
import { joinPlain } from '../kit/plain-client.ts'
import { until } from '../kit/until.ts'
import type { Watched } from './browser.ts'
import { openSlow } from './browser.ts'
import type { LargeSession } from './large-session.ts'
import { largeSession } from './large-session.ts'

export interface Figure {
  what: string
  value: number
  unit: 'ms' | 'kB' | 'cards' | 'µs' | 'times'
  /** Nothing above this; absent: no target. */
  most?: number
  /** Nothing below this. */
  least?: number
}

export interface Stand {
  browser: Browser
  /** Address of the server. */
  url: string
  session: (count: number) => Promise<LargeSession>
}

/** Each session once, for all cases and rounds. */
export function standOn(browser: Browser, url: string): Stand {
  const sessions = new Map<number, Promise<LargeSession>>()
  return {
    browser,
    url,
    session(count) {
      const known = sessions.get(count) ?? largeSession(url, count)
      sessions.set(count, known)
      return known
    },
  }
}

/** Comes in as the facilitator, whose seat this browser has. */
async function takeSeat(
  { page }: Pick<Watched, 'page'>,
  url: string,
  { made }: LargeSession,
): Promise<number> {
  const { sessionId, participantId, token, joinCode, hostUrl } = made
  const kept = { sessionId, participantId, token, joinCode, hostUrl, role: 'facilitator', at: 1 }
  await page.addInitScript(
    (own) => localStorage.setItem('plenary.sessions', JSON.stringify([own])),
    kept,
  )
  const began = performance.now()
  await page.goto(`${url}/s/${sessionId}`)
  await page.locator('[data-card]').first().waitFor()
  return performance.now() - began
}

/** Until nothing moves any more. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let calm = 0
        let last = performance.now()
        const look = (now: number): void => {
          calm = now - last < 34 ? calm + 1 : 0
          last = now
          if (calm > 20) done()
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )
}

/** Thirty steps of the wheel with Control, thirty without: the same for everybody who is measured. */
export async function panAndZoom(
  watched: Watched,
  [x, y]: readonly [number, number],
): Promise<{ p95: number; max: number }> {
  const { page } = watched
  await page.mouse.move(x, y)
  await rest(page)
  await watched.begin()
  await page.keyboard.down('Control')
  for (let n = 0; n < 30; n++) await page.mouse.wheel(0, n % 10 < 5 ? 60 : -60)
  await page.keyboard.up('Control')
  for (let n = 0; n < 30; n++) await page.mouse.wheel(n % 2 === 0 ? 90 : 0, n % 2 === 0 ? 0 : 90)
  await rest(page)
  return (await watched.end()).frames
}

export async function panZoom({ browser, url, session }: Stand, count: number): Promise<Figure[]> {
  const large = await session(count)
  const watched = await openSlow(browser, { cpu: 6 })
  await takeSeat(watched, url, large)
  await watched.slowDown()
  const surface = watched.page.locator('[data-surface]')
  const figures: Figure[] = []
  if ((await surface.count()) > 0) {
    const box = must(await surface.boundingBox(), 'the board')
    const { p95, max } = await panAndZoom(watched, [box.x + box.width / 2, box.y + box.height / 2])
    figures.push(
      { what: 'frames, p95', value: p95, unit: 'ms', most: count > 1_000 ? 33 : 20 },
      { what: 'longest frame', value: max, unit: 'ms', ...(count > 1_000 ? {} : { most: 50 }) },
    )
  }
  await watched.leave()
  return figures
}

/** A card is carried over the categories and put down in another one. */
export async function drag({ browser, url, session }: Stand, count: number): Promise<Figure[]> {
  const large = await session(count)
  const watched = await openSlow(browser, { cpu: 6 })
  const { page } = watched
  await takeSeat(watched, url, large)
  await watched.slowDown()
  const card = page.locator('[data-card]').first()
  const from = must(await card.boundingBox(), 'a card')
  const window = must(page.viewportSize(), 'a window')
  await rest(page)
  await page.mouse.move(from.x + 30, from.y + 14)
  await watched.begin()
  await page.mouse.down()
  for (let step = 1; step <= 60; step++) {
    const part = Math.abs(((step / 30) % 2) - 1)
    await page.mouse.move(120 + (window.width - 480) * (1 - part), from.y + 40 + step)
  }
  await page.mouse.up()
  await rest(page)
  const { frames, longest } = await watched.end()
  await watched.leave()
  return [
    { what: 'longest task', value: longest, unit: 'ms', most: 100 },
    { what: 'frames, p95', value: frames.p95, unit: 'ms' },
  ]
}

/** Two others change a hundred cards a second while somebody types. */
export async function remoteChanges(
  { browser, url, session }: Stand,
  count: number,
): Promise<Figure[]> {
  const large = await session(count)
  const watched = await openSlow(browser, { cpu: 4 })
  const { page } = watched
  await takeSeat(watched, url, large)
  await watched.slowDown()
  const others = await Promise.all(
    ['One', 'Two'].map((name) =>
      joinPlain({ base: url, session: large.made.sessionId, name: `${name} ${performance.now()}` }),
    ),
  )
  await rest(page)
  const composer = page.getByRole('textbox').first()
  if ((await composer.count()) > 0) await composer.focus()
  await watched.begin()
  let changed = 0
  const began = performance.now()
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - began) / 10)
    while (changed < Math.min(due, 500)) {
      const other = must(others[changed % others.length], 'somebody')
      const id = must(large.cards[(changed * 37) % large.cards.length], 'a card')
      const card = other.cards().get(id)
      if (card instanceof Y.Map) {
        const lane = must(large.lanes[changed % large.lanes.length], 'a category')
        const [, order = ''] = String(card.get('place')).split('/')
        card.set('place', `${lane}/${order}`)
      }
      changed += 1
    }
  }, 5)
  for (let n = 0; n < 40; n++) await page.keyboard.press('a', { delay: 60 })
  await until('all changes are made', () => changed >= 500)
  clearInterval(timer)
  const { frames, keyWaitP95 } = await watched.end()
  for (const other of others) other.leave()
  await watched.leave()
  return [
    { what: 'wait of a key, p95', value: keyWaitP95, unit: 'ms', most: 100 },
    { what: 'frames, p95', value: frames.p95, unit: 'ms', most: 33 },
    { what: 'longest frame', value: frames.max, unit: 'ms' },
  ]
}

/** From the link to the first screen, over a slow line. */
export async function firstLoad({ browser, url, session }: Stand): Promise<Figure[]> {
  const { made } = await session(50)
  const phone = await openSlow(browser, { cpu: 4, line: true }, 'phone')
  await phone.slowDown()
  await phone.page.goto(`${url}/join#${made.joinCode}`)
  await phone.page.getByLabel('Your name').waitFor()
  await phone.begin()
  const { lcp } = await phone.end()
  await phone.leave()
  const desk = await openSlow(browser, { cpu: 4, line: true })
  await desk.slowDown()
  await takeSeat(desk, url, await session(50))
  await desk.begin()
  const board = await desk.end()
  const bytes = desk.scriptBytes()
  await desk.leave()
  return [
    { what: 'door on a phone, largest paint', value: lcp, unit: 'ms', most: 1_500 },
    { what: 'board, largest paint', value: board.lcp, unit: 'ms' },
    { what: 'board, scripts as they came', value: bytes / 1_024, unit: 'kB' },
  ]
}

/** Opens, and ends in a report that has every card. */
export async function opensAndReports(
  { browser, url, session }: Stand,
  count: number,
): Promise<Figure[]> {
  const large = await session(count)
  const watched = await openSlow(browser, { cpu: 1 })
  const opening = await takeSeat(watched, url, large)
  await watched.leave()
  const began = performance.now()
  const response = await fetch(`${url}/api/sessions/${large.made.sessionId}/report.md`, {
    headers: { Authorization: `Bearer ${large.made.token}` },
  })
  const report = await response.text()
  const numbers = new Set(
    Array.from(report.matchAll(/(?<![\w])(\d+) [a-z]/g), ([, n]) => Number(n)),
  )
  const held = large.cards.filter((_, n) => numbers.has(n)).length
  return [
    { what: 'first card on the screen', value: opening, unit: 'ms' },
    { what: 'report', value: performance.now() - began, unit: 'ms' },
    { what: 'cards in the report', value: held, unit: 'cards', least: count },
  ]
}
