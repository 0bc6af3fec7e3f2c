/** Where others point on the board: their cursors, what they have chosen, and the card in their hand. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import type { LargeSession } from '../bench/large-session.ts'
import { largeSession } from '../bench/large-session.ts'
import { launchChromium } from '../kit/chromium.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { joinByLink, sees, shot } from './actors.ts'

let server: RunningServer
let browser: Browser
let large: LargeSession
let ann: Visitor, ben: Visitor, cleo: Visitor

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
  large = await largeSession(server.url, 24)
  ;[ann, ben, cleo] = await Promise.all([
    visit(browser, 'Ann', 'desk'),
    visit(browser, 'Ben', 'desk'),
    visit(browser, 'Cleo', 'phone'),
  ])
  for (const visitor of [ann, ben, cleo]) await joinByLink(visitor, server.url, large.made.joinCode)
  for (const { page } of [ann, ben]) await page.locator('[data-card]').first().waitFor()
}, 180_000)
afterAll(async () => {
  large?.fay.leave()
  await browser?.close()
  await server?.remove()
})

/** Cursors as a screen shows them: whose, where, and with which card. */
const cursorsOf = ({ page }: Visitor) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-cursors] > *')].map((one) => {
      const { left, top } = one.getBoundingClientRect()
      const tag = one.querySelector('svg + div')
      const card = one.querySelector('[data-carried]')
      return {
        name: tag?.textContent ?? '',
        left,
        top,
        seen: Number(getComputedStyle(one).opacity) > 0.5,
        card: card?.textContent ?? null,
      }
    }),
  )

/** Where a point of one card lies on a screen. */
async function onCard({ page }: Visitor, card: string): Promise<{ x: number; y: number }> {
  const box = must(await page.locator(`[data-card="${card}"]`).boundingBox(), 'a card')
  return { x: box.x + 20, y: box.y + 12 }
}

const first = (): string => must(large.cards[0], 'a card')

describe('pointing at a board', () => {
  it('[PT8] a cursor is seen with its name where it points, on a board that lies otherwise', async () => {
    await ben.page.keyboard.press('0')
    const at = await onCard(ann, first())
    await ann.page.mouse.move(at.x - 30, at.y + 90)
    await ann.page.mouse.move(at.x, at.y)
    const [cursor] = await until('the cursor of Ann', async () => {
      const seen = await cursorsOf(ben)
      const there = await onCard(ben, first())
      const near = seen.some(
        ({ left, top, seen: drawn }) =>
          drawn && Math.abs(left - there.x) < 22 && Math.abs(top - there.y) < 14,
      )
      return near ? seen : null
    })
    expect(cursor).toMatchObject({ name: 'Ann', seen: true, card: null })
    await shot(ben, '70-cursor')
    // On the small map she is a dot, and nobody sees their own.
    await until('one dot', async () => (await ben.page.locator('[data-dots] > *').count()) === 1)
    expect(await cursorsOf(ann)).toEqual([])
  })

  it('[PT8] what somebody has chosen is framed in their colour, with their name', async () => {
    await ann.page.locator(`[data-card="${first()}"]`).focus()
    const framed = () =>
      ben.page.evaluate((card) => {
        const element = document.querySelector(`[data-card="${card}"]`)
        if (element === null) return null
        const { outlineStyle } = getComputedStyle(element)
        return outlineStyle === 'solid' ? getComputedStyle(element, '::before').content : null
      }, first())
    const name = await until('the frame', framed)
    expect(name).toContain('Ann')
    await shot(ben, '71-chosen')
    await ann.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    await until('no frame', async () => (await framed()) === null)
  })

  it('[PT9] a card in somebody’s hand is seen to move with it; the document is written once, when it is put down', async () => {
    const { page } = ann
    await ben.page.keyboard.press('1')
    const from = await onCard(ann, first())
    const before = large.fay.received.length
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    for (let step = 1; step <= 12; step++)
      await page.mouse.move(from.x + step * 12, from.y + step * 4)
    const cursor = await until('her card on his screen', async () => {
      const [seen] = await cursorsOf(ben)
      return seen?.card === null || seen === undefined ? null : seen
    })
    const text = String(must(large.fay.cards().get(first()), 'a card') && cursor.card)
    expect(text).toBe(await ben.page.locator(`[data-card="${first()}"] > p`).first().innerText())
    await shot(ben, '72-carried')
    const updates = large.fay.received
      .slice(before)
      .filter(([type, kind]) => type === 0 && kind === 2)
    expect(updates).toEqual([])
    await page.mouse.up()
    await until('it is put down', async () => (await cursorsOf(ben))[0]?.card === null)
  })

  it('[PT8] a phone draws none', async () => {
    expect(await cleo.page.locator('[data-cursors]').count()).toBe(0)
  })

  it('[PT8] one that rests for five seconds fades', async () => {
    await until(
      'it has faded',
      async () => (await cursorsOf(ben)).every(({ seen }) => !seen),
      10_000,
    )
    const at = await onCard(ann, first())
    await ann.page.mouse.move(at.x + 40, at.y + 40)
    await until('it is back', async () => (await cursorsOf(ben)).some(({ seen }) => seen))
  })

  it('[PT8] nothing of it is left in a phase in which people write unseen', async () => {
    await allowed(large.fay, { type: 'phase.go', phase: 'write', finish: true })
    await sees(ben, /Only you can see these/)
    await ann.page.mouse.move(300, 300)
    await allowed(large.fay, { type: 'phase.go', phase: 'group', finish: true })
    await ben.page.locator('[data-card]').first().waitFor()
    await ann.page.locator('[data-card]').first().waitFor()
    await ben.page.locator('[data-cursors]').waitFor({ state: 'attached' })
    const names = (await cursorsOf(ben)).map(({ name }) => name)
    expect(names.filter((name) => name !== 'Ann')).toEqual([])
    for (const visitor of [ann, ben, cleo]) expect(visitor.complaints).toEqual([])
  })
})
