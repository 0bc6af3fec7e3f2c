/** The board in the hand: moved, zoomed, and cards carried over it by mouse, finger and keys, with two people on it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees } from './actors.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'
import type { Rect } from './surface.ts'
import {
  IN_HAND,
  SLOT,
  cameraOf,
  cardOf,
  fingerOn,
  rectOf,
  rests,
  zoneOf,
  zoomTo,
} from './surface.ts'

let home: House
let room: Led
let f: Visitor
let a: Visitor

const TEXTS = ['It is slow', 'It leaks', 'Nobody asked', 'The date moves', 'It is ugly', 'No tests']

beforeAll(async () => {
  home = await house()
  room = await led(home, 'pre-mortem')
  f = room.f
  a = room.a
  await room.enter('sort')
  for (const text of TEXTS) await allowed(room.fay, { type: 'card.add', text, to: 'reasons' })
  for (const { page } of [f, a]) await cardOf(page, 'No tests')
  // In the list nothing is dealt to the phone, and so nothing is in its hand.
  await press(room.b, button(room.b.page, 'See all'))
  await sees(room.b, 'One by one')
}, 120_000)
afterAll(async () => {
  await room?.leave()
  await home?.leave()
})
const CORNER = { x: 36, y: 18 }
const middle = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 })

/** On the same px: what is dragged is moved by whole ones, and cards lie between them. */
function near(one: Rect, other: Rect): void {
  expect(Math.abs(one.x - other.x)).toBeLessThan(0.75)
  expect(Math.abs(one.y - other.y)).toBeLessThan(0.75)
  expect(Math.abs(one.width - other.width)).toBeLessThan(0.75)
}

/** Grips a card near its upper left corner and carries it to a point, held. */
async function carries(page: Page, text: string, to: { x: number; y: number }): Promise<Rect> {
  await page.locator('[data-drags]').waitFor()
  const from = await rectOf(page, await cardOf(page, text))
  await page.mouse.move(from.x + CORNER.x, from.y + CORNER.y)
  await page.mouse.down()
  await page.mouse.move(from.x + CORNER.x + 9, from.y + CORNER.y + 6, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.locator(SLOT).waitFor()
  return from
}

/** Where the slot lies once it has followed the pointer. */
async function settled(page: Page): Promise<Rect> {
  let last = await rectOf(page, SLOT)
  return until('the slot stays', async () => {
    // Two frames: one for the pointer, one for the slot.
    await page.evaluate(
      () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))),
    )
    const now = await rectOf(page, SLOT)
    const same = now.x === last.x && now.y === last.y
    last = now
    return same ? now : null
  })
}

/** Lets go, and the card must lie where the slot was. */
async function lands(page: Page, text: string, letGo = () => page.mouse.up()): Promise<void> {
  const slot = await settled(page)
  await letGo()
  await page.locator(SLOT).waitFor({ state: 'detached' })
  const card = await cardOf(page, text)
  await until(`${text} lies in its slot`, async () => {
    const now = await rectOf(page, card)
    return Math.abs(now.x - slot.x) < 1 && Math.abs(now.y - slot.y) < 1
  })
  near(await rectOf(page, card), slot)
}

async function standsIn(page: Page, text: string, lane: string): Promise<void> {
  const card = page.locator(`${zoneOf(lane)} [data-card]`).filter({ hasText: text })
  await card.first().waitFor()
}

async function fit(): Promise<void> {
  for (const { page } of [f, a]) {
    await page.mouse.up()
    await page.keyboard.press('1')
    await rests(page)
  }
}

describe('the camera', () => {
  beforeEach(fit)

  it('[SF5] the wheel pans, with Ctrl it zooms where the pointer is', async () => {
    const { page } = f
    const before = await cameraOf(page)
    await page.mouse.move(600, 400)
    await page.mouse.wheel(30, 50)
    await until('it has moved', async () => (await cameraOf(page)).y !== before.y)
    const panned = await rests(page)
    expect(panned).toEqual({ x: before.x - 30, y: before.y - 50, k: before.k })
    const window = await rectOf(page, '[data-surface]')
    const on = (seen: typeof panned) => (600 - window.x - seen.x) / seen.k
    await zoomTo(page, 1.5, { x: 600, y: 400 })
    expect(on(await cameraOf(page))).toBeCloseTo(on(panned), 1)
  })

  it('[SF5] keys move it, zoom it, and show the section or all of it', async () => {
    const { page } = f
    const fitted = await cameraOf(page)
    await page.locator('[data-surface]').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    const moved = await rests(page)
    expect(moved).toEqual({ x: fitted.x - 80, y: fitted.y - 80, k: fitted.k })
    await page.keyboard.press('+')
    expect((await rests(page)).k).toBeCloseTo(fitted.k * 1.25, 2)
    await page.keyboard.press('0')
    expect((await rests(page)).k).toBeLessThan(fitted.k)
    await page.keyboard.press('1')
    expect(await rests(page)).toEqual(fitted)
  })

  it('[SF5] the hand, the space bar, the middle button and empty board take hold of it', async () => {
    const { page } = f
    const ground = { x: 620, y: 742 }
    const drags = async (by: 'left' | 'middle', from = ground): Promise<number> => {
      const before = await cameraOf(page)
      await page.mouse.move(from.x, from.y)
      await page.mouse.down({ button: by })
      await page.mouse.move(from.x + 20, from.y, { steps: 4 })
      await page.mouse.up({ button: by })
      return (await rests(page)).x - before.x
    }
    expect(await drags('left')).toBe(20)
    expect(await drags('middle')).toBe(20)
    const card = middle(await rectOf(page, await cardOf(page, 'It leaks')))
    expect(await drags('middle', card)).toBe(20)
    await page.keyboard.down('Space')
    await until('the hand', () =>
      page.evaluate(() => document.querySelector('[data-tool="hand"]') !== null),
    )
    expect(await drags('left', { x: card.x + 20, y: card.y })).toBe(20)
    await page.keyboard.up('Space')
    await page.keyboard.press('h')
    expect(await drags('left', { x: card.x + 40, y: card.y })).toBe(20)
    await page.keyboard.press('v')
    expect(await page.locator(IN_HAND).count()).toBe(0)
  })

  it('[SF8] what gets the focus is brought into sight', async () => {
    const { page } = f
    await zoomTo(page, 2.5, { x: 700, y: 300 })
    const card = await cardOf(page, 'No tests')
    await page.locator(card).focus()
    await until('it is in sight', async () => {
      const [at, window] = [await rectOf(page, card), await rectOf(page, '[data-surface]')]
      return at.x >= window.x && at.y >= window.y && at.y + at.height <= window.y + window.height
    })
    await until('the window lies in the middle again', () =>
      page.evaluate(() => document.querySelector('[data-surface]')?.scrollLeft === 500_000),
    )

    // Further down than the browser can scroll, and looked for before anything has been laid out anew.
    await page.locator('[data-surface]').focus()
    const pushDown = (by: string, focused: boolean) =>
      page.locator(card).evaluate(
        (element, [px, isFocused]) => {
          const item = element.closest('li')
          if (item !== null) item.style.marginTop = px
          if (isFocused && element instanceof HTMLElement) element.focus()
        },
        [by, focused] as const,
      )
    await pushDown('1500000px', true)
    await until('it is in sight too', async () => {
      const [at, window] = [await rectOf(page, card), await rectOf(page, '[data-surface]')]
      return at.y >= window.y && at.y + at.height <= window.y + window.height
    })
    await pushDown('', false)
  })

  it('[SF12] the map leads to every section', async () => {
    const { page } = f
    const before = await cameraOf(page)
    await button(page, 'Go to Parking lot').click()
    await sees(f, 'Back to Reasons')
    expect((await rests(page)).x).toBeLessThan(before.x - 500)
    await page.keyboard.press('1')
    expect(await rests(page)).toEqual(before)
  })

  it('[SF5] two fingers zoom and one pans, also from a card', async () => {
    const context = await home.browser.newContext({
      viewport: { width: 1100, height: 800 },
      hasTouch: true,
      reducedMotion: 'reduce',
    })
    await context.addInitScript(
      (kept) => localStorage.setItem('plenary.sessions', JSON.stringify([kept])),
      { ...room.made, role: 'facilitator', name: 'Fay', title: 'A test', at: 1 },
    )
    const page = await context.newPage()
    await page.goto(`${home.server.url}/s/${room.made.sessionId}`)
    const card = await cardOf(page, 'It is slow')
    const before = await rests(page)
    const finger = await fingerOn(page)
    const at = middle(await rectOf(page, card))
    await finger.down(at.x, at.y)
    for (const step of [12, 24, 36]) await finger.move(at.x + step, at.y)
    await finger.up()
    const panned = await rests(page)
    expect(panned.x).toBeGreaterThan(before.x + 20)
    expect(await page.locator(IN_HAND).count()).toBe(0)
    const spread = (away: number) => [
      { x: 500 - away, y: 420 },
      { x: 500 + away, y: 420 },
    ]
    await finger.pinch([spread(50)[0]!].flatMap((one) => one))
    await finger.pinch(spread(50))
    for (const away of [60, 70, 80, 100]) await finger.pinch(spread(away))
    await finger.up()
    expect((await rests(page)).k).toBeCloseTo(panned.k * 2, 1)
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)

    // A finger that rests takes the card up, and it stays where it was gripped.
    await page.keyboard.press('1')
    const home_ = await rests(page)
    const start = await rectOf(page, card)
    const grip = { x: start.x + CORNER.x, y: start.y + CORNER.y }
    await finger.down(grip.x, grip.y)
    await until('it is in the hand', async () => {
      await finger.move(grip.x + 1, grip.y)
      return (await page.locator(IN_HAND).count()) > 0
    })
    const to = middle(await rectOf(page, zoneOf('Security')))
    await finger.move(to.x - 30, to.y)
    await finger.move(to.x, to.y)
    await page.locator(SLOT).waitFor()
    const held = await rectOf(page, IN_HAND)
    near(held, { ...start, x: to.x - CORNER.x, y: to.y - CORNER.y })
    await lands(page, 'It is slow', () => finger.up())
    await standsIn(page, 'It is slow', 'Security')
    expect(await cameraOf(page)).toEqual(home_)
    await context.close()
  })
})

describe('a card in the hand', () => {
  beforeEach(fit)

  it.each([
    [0.5, 'It leaks', 'Performance'],
    [1, 'Nobody asked', 'Security'],
    [1.5, 'The date moves', 'Performance'],
  ])(
    '[SF6] at zoom %d it stays where it was gripped and lands in the slot',
    async (k, text, lane) => {
      const { page } = f
      await zoomTo(page, k, { x: 60, y: 200 })
      const to = middle(await rectOf(page, zoneOf(lane)))
      const aim = { x: Math.min(to.x, 900), y: Math.min(to.y, 600) }
      const from = await carries(page, text, aim)
      near(await rectOf(page, IN_HAND), { ...from, x: aim.x - CORNER.x, y: aim.y - CORNER.y })
      await lands(page, text)
      await standsIn(page, text, lane)
      await standsIn(a.page, text, lane)
    },
  )

  it('[SF7] the board moves under it with the wheel, and it lands where the slot shows', async () => {
    const { page } = f
    await carries(page, 'It is ugly', middle(await rectOf(page, zoneOf('Timeline'))))
    const before = await cameraOf(page)
    await page.mouse.wheel(0, 60)
    await until('it has moved', async () => (await cameraOf(page)).y !== before.y)
    await rests(page)
    await lands(page, 'It is ugly')
    await page.mouse.move(500, 200)
  })

  it('[SF4] [SF7] held at the edge it moves the board, and lands beyond it', async () => {
    const { page } = f
    await zoomTo(page, 1.4, { x: 60, y: 200 })
    const window = await rectOf(page, '[data-surface]')
    await carries(page, 'No tests', { x: 700, y: 400 })
    const before = await cameraOf(page)
    await page.mouse.move(window.x + window.width - 8, 400, { steps: 4 })
    await until('the board comes', async () => (await cameraOf(page)).x < before.x - 300)
    await page.mouse.move(700, 400, { steps: 4 })
    await rests(page)
    await page.locator(SLOT).waitFor()
    await lands(page, 'No tests')
  })

  it('[SF7] somebody else changes the lane meanwhile', async () => {
    const { page } = f
    await carries(page, 'It leaks', middle(await rectOf(page, zoneOf('Timeline'))))
    // Another card comes in and pushes the others about.
    await a.page.locator(await cardOf(a.page, 'Nobody asked')).focus()
    await a.page.keyboard.press('m')
    await a.page.keyboard.press('3')
    await a.page.keyboard.press('Enter')
    await standsIn(page, 'Nobody asked', 'Timeline')
    await page.mouse.move(640, 330, { steps: 3 })
    await page.mouse.move(900, 330, { steps: 3 })
    await page.locator(SLOT).waitFor()
    await lands(page, 'It leaks')
  })

  it('[SF11] is let go with a sentence when somebody removes it', async () => {
    const { page } = f
    const gone = await allowed(room.fay, { type: 'card.add', text: 'Not for long', to: 'reasons' })
    await cardOf(page, 'Not for long')
    await carries(page, 'Not for long', middle(await rectOf(page, zoneOf('Non-Use'))))
    await allowed(room.fay, { type: 'card.remove', card: String(gone['card']) })
    await sees(f, /removed/)
    await until('the hand is empty', async () => (await page.locator(IN_HAND).count()) === 0)
    expect(await page.locator(SLOT).count()).toBe(0)
    await page.mouse.up()
  })

  it('[SF8] is carried by keys alone, each step told', async () => {
    const { page } = a
    await page.locator(await cardOf(page, 'It is ugly')).focus()
    await page.keyboard.press('m')
    await sees(a, /Moving It is ugly/)
    await page.keyboard.press('5')
    await sees(a, /Moving It is ugly\. Non-Use, 1 of 1/)
    await page.keyboard.press('Escape')
    await sees(a, 'It is ugly put back')
    await page.keyboard.press('m')
    await page.keyboard.press('5')
    await lands(page, 'It is ugly', () => page.keyboard.press('Enter'))
    await standsIn(f.page, 'It is ugly', 'Non-Use')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^It is ugly, Non-Use/,
    )
  })

  it('[SF7] two people carry at once, and each card lands where its own slot shows', async () => {
    await carries(f.page, 'It leaks', middle(await rectOf(f.page, zoneOf('Feature Gap'))))
    await carries(a.page, 'No tests', middle(await rectOf(a.page, zoneOf('Feature Gap'))))
    await sees(f, /Ash/)
    await lands(f.page, 'It leaks')
    await standsIn(a.page, 'It leaks', 'Feature Gap')
    await a.page.mouse.move(700, 400, { steps: 2 })
    await carriesOn(a.page)
    await lands(a.page, 'No tests')
  })
})

/** A little further over its zone, so that the slot is that of now. */
async function carriesOn(page: Page): Promise<void> {
  const to = middle(await rectOf(page, zoneOf('Feature Gap')))
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.locator(SLOT).waitFor()
}

describe('where everybody is', () => {
  it('[SF10] a desk looks at the board in another phase, and goes back', async () => {
    await room.enter('estimate')
    await sees(a, 'Estimate')
    await press(a, button(a.page, 'Board'))
    await cardOf(a.page, 'It leaks')
    await press(a, button(a.page, 'Back to Estimate'))
    await until(
      'the board is gone',
      async () => (await a.page.locator('[data-surface]').count()) === 0,
    )
  })

  it('[SF9] who looks elsewhere is told before a phase takes them along, and can stay', async () => {
    await press(a, button(a.page, 'Board'))
    await button(a.page, 'Go to Parking lot').click()
    await rests(a.page)
    await room.enter('sort')
    await sees(a, /begins\. You are taken there/)
    await press(a, button(a.page, 'Stay here'))
    await sees(a, 'You stay here, whatever begins.')
    const there = await rests(a.page)
    await room.enter('estimate')
    await room.enter('sort')
    await sees(f, 'Where does each reason belong?')
    await press(a, button(a.page, 'Back to Reasons'))
    expect((await rests(a.page)).x).not.toBe(there.x)
    await until(
      'it is said no more',
      async () => (await a.page.getByText('You stay here').count()) === 0,
    )
  })
})
