/** What React draws again while a card is carried, told by the hook that its developer tools use: nothing is built in for it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import * as z from 'zod'
import { largeSession } from '../bench/large-session.ts'
import { launchChromium } from '../kit/chromium.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import { visit } from '../kit/visitor.ts'
import { joinByLink } from './actors.ts'
import { rests } from './surface.ts'

/** Components outside the dragged card that may be drawn again. */
const MOST = 5

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

const seen = z.array(z.object({ name: z.string(), times: z.number() }))

/** Runs in the page before React: counts what a commit has drawn below the board, the card `window.dragged` left out. */
function countRenders(): void {
  interface Fiber {
    tag: number
    flags: number
    type: unknown
    memoizedProps: unknown
    stateNode: unknown
    alternate: Fiber | null
    child: Fiber | null
    sibling: Fiber | null
  }
  const PERFORMED_WORK = 1
  const HOST = 5
  const COMPONENTS = new Set([0, 1, 11, 14, 15])
  const counts = new Map<string, number>()
  const nameOf = (type: unknown): string =>
    typeof type === 'function'
      ? type.name
      : typeof type === 'object' && type !== null && 'type' in type
        ? nameOf(type.type)
        : '?'
  const isDragged = ({ tag, memoizedProps, stateNode }: Fiber): boolean => {
    const card: unknown = Reflect.get(window, 'dragged')
    if (typeof card !== 'string') return false
    if (tag === HOST)
      return stateNode instanceof Element && stateNode.closest(`[data-card="${card}"]`) !== null
    return (
      typeof memoizedProps === 'object' &&
      memoizedProps !== null &&
      'id' in memoizedProps &&
      memoizedProps.id === card
    )
  }
  function walk(fiber: Fiber, inside: boolean): void {
    const isBoard =
      fiber.tag === HOST &&
      fiber.stateNode instanceof Element &&
      fiber.stateNode.hasAttribute('data-surface')
    const within = inside || isBoard
    if (isDragged(fiber)) return
    if (within && COMPONENTS.has(fiber.tag) && (fiber.flags & PERFORMED_WORK) !== 0) {
      const name = nameOf(fiber.type)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    // What stands below as it stood before was not drawn.
    if (fiber.alternate !== null && fiber.child === fiber.alternate.child) return
    for (let child = fiber.child; child !== null; child = child.sibling) walk(child, within)
  }
  Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot(_id: number, root: { current: Fiber }) {
      walk(root.current, false)
    },
  })
  Reflect.set(window, 'renders', {
    begin(card: string) {
      counts.clear()
      Reflect.set(window, 'dragged', card)
    },
    end: () => Array.from(counts, ([name, times]) => ({ name, times })),
  })
}

const rendersIn = async (page: Page) => seen.parse(await page.evaluate('renders.end()'))

it('[SF20] a card that is carried over five zones draws at most five components outside itself again', async () => {
  const large = await largeSession(server.url, 200)
  const ann = await visit(browser, 'Ann', 'desk')
  const { page } = ann
  await page.addInitScript(countRenders)
  await joinByLink(ann, server.url, large.made.joinCode)
  const card = must(large.cards[0], 'a card')
  await page.locator(`[data-card="${card}"]`).waitFor()
  // What carries comes behind the first screen.
  await page.locator('[data-drags]').waitFor()
  await rests(page)
  const from = must(await page.locator(`[data-card="${card}"]`).boundingBox(), 'the card')
  await page.mouse.move(from.x + 20, from.y + 12)
  // The hook hears of React: a card under the pointer may draw itself, and another one that is chosen.
  await page.evaluate((id) => Reflect.get(window, 'renders').begin(id), card)
  await page.mouse.down()
  const zones = await page.evaluate(() =>
    [...document.querySelectorAll('[data-surface] section[aria-label]')].map((zone) => {
      const { x, y, width } = zone.getBoundingClientRect()
      return { x: x + width / 2, y: y + 60 }
    }),
  )
  const onScreen = zones.filter(({ x, y }) => x > 0 && x < 1440 && y > 0 && y < 860)
  expect(onScreen.length).toBeGreaterThanOrEqual(4)
  for (const { x, y } of onScreen) {
    await page.mouse.move(x, y, { steps: 8 })
    await page.mouse.move(x, y + 80, { steps: 4 })
  }
  await until('the slot is shown', async () => (await page.locator('li[data-slot]').count()) > 0)
  const drawn = await rendersIn(page)
  await page.mouse.up()
  expect(ann.complaints).toEqual([])
  expect(
    drawn.reduce((sum, { times }) => sum + times, 0),
    JSON.stringify(drawn),
  ).toBeLessThanOrEqual(MOST)
  // The counter counts: once it lies elsewhere, its category has been drawn.
  await until('it is counted', async () => (await rendersIn(page)).length > 0)
  large.fay.leave()
  await ann.leave()
})
