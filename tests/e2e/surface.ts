/** The board as a mouse, a finger or a key finds it: where it lies, where a card is, where it would land. */
import type { Page } from 'playwright-core'
import { must } from '@plenary/shared/must'
import { until } from '../kit/until.ts'

export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Seen {
  x: number
  y: number
  k: number
}

/** Where the camera is, as the world is drawn. */
export async function cameraOf(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const world = document.querySelector('[data-world]')
    if (world === null) throw new Error('no board')
    const { a, e, f } = new DOMMatrix(getComputedStyle(world).transform)
    return { x: e, y: f, k: a }
  })
}

/** Waits until the board has come to rest. */
export async function rests(page: Page): Promise<Seen> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let [calm, last] = [0, '']
        const look = () => {
          const world = document.querySelector('[data-world]')
          const now = world === null ? '' : getComputedStyle(world).transform
          calm = now === last && now !== '' ? calm + 1 : 0
          last = now
          if (calm > 24) done()
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  return cameraOf(page)
}

/** Turns the wheel with Ctrl over a point until the zoom is as near to `k` as one step can be. */
export async function zoomTo(page: Page, k: number, at: { x: number; y: number }): Promise<void> {
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (let tries = 0; tries < 60; tries++) {
    const now = (await cameraOf(page)).k
    if (Math.abs(now / k - 1) < 0.005) break
    // One px of the wheel is one hundredth, up to 25.
    await page.mouse.wheel(0, Math.max(-25, Math.min(25, -100 * Math.log(k / now))))
    await until('it has zoomed', async () => (await cameraOf(page)).k !== now)
  }
  await page.keyboard.up('Control')
  await rests(page)
}

export async function rectOf(page: Page, selector: string): Promise<Rect> {
  const box = await page.evaluate((what) => {
    const found = document.querySelector(what)
    if (found === null) return null
    const { x, y, width, height } = found.getBoundingClientRect()
    return { x, y, width, height }
  }, selector)
  return must(box, `${selector} on the board`)
}

/** The card with this text, as a selector. */
export async function cardOf(page: Page, text: string): Promise<string> {
  const id = await until(`${text} is on the board`, () =>
    page.evaluate((words) => {
      for (const card of document.querySelectorAll<HTMLElement>('[data-surface] [data-card]'))
        if (card.querySelector('p')?.textContent === words) return card.dataset['card'] ?? null
      return null
    }, text),
  )
  return `[data-surface] [data-card="${id}"]`
}

/** The zone with this name. */
export function zoneOf(name: string): string {
  return `[data-surface] section[aria-label^="${name}, "]`
}

export const SLOT = '[data-surface] li[data-slot]'
export const IN_HAND = '[data-in-hand]'

/** What a finger does, as the browser itself would hear it. */
export interface Finger {
  down(x: number, y: number): Promise<void>
  move(x: number, y: number): Promise<void>
  /** Two fingers at once. */
  pinch(points: readonly { x: number; y: number }[]): Promise<void>
  up(): Promise<void>
}

export async function fingerOn(page: Page): Promise<Finger> {
  const cdp = await page.context().newCDPSession(page)
  const send = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly Omit<Rect, 'width' | 'height'>[],
  ) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    })
  let fingers = 0
  return {
    async down(x, y) {
      fingers = 1
      await send('touchStart', [{ x, y }])
    },
    async move(x, y) {
      await send('touchMove', [{ x, y }])
    },
    async pinch(points) {
      await send(fingers === points.length ? 'touchMove' : 'touchStart', points)
      fingers = points.length
    },
    async up() {
      fingers = 0
      await send('touchEnd', [])
    },
  }
}
