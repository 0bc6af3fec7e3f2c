/** The chair in one hand: what leads a session, on phones of 390 and 320 px. */
import { must } from '@plenary/shared/must'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { button, next, press, sees, shot, write } from './actors.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'

let home: House

beforeAll(async () => {
  home = await house()
})
afterAll(() => home?.leave())

describe.each([390, 320])('a phone of %i px', (width) => {
  let session: Led
  let chair: Visitor

  beforeAll(async () => {
    session = await led(home, 'pre-mortem', ['Cem'])
    chair = await visit(home.browser, 'Doris', 'phone', { width })
    const { pathname, hash } = new URL(session.made.hostUrl)
    await chair.page.goto(`${home.server.url}${pathname}${hash}`)
    await chair.page.getByLabel('Your name').fill('Doris')
    await chair.page.getByLabel('Your name').press('Enter')
    await chair.page.waitForURL(/\/s\/[\w-]+$/)
  })
  afterAll(async () => {
    await chair?.leave()
    await session?.leave()
  })

  const menu = () => chair.page.getByRole('dialog')
  async function open(): Promise<void> {
    await press(chair, button(chair.page, /^More to lead|^Lead:|^More/))
    await menu().waitFor()
  }
  async function fits(what: string): Promise<void> {
    const wide = await chair.page.evaluate(() => document.documentElement.scrollWidth)
    expect([what, wide]).toEqual([what, width])
    await shot(chair, `p${width}-${what}`)
  }
  async function standsThere(): Promise<void> {
    const bar = chair.page.getByRole('region', { name: 'Lead the session' })
    const box = must(await bar.boundingBox(), 'the bar')
    expect(Math.round(box.y + box.height)).toBe(844)
  }

  it('[LD22] has clock and Next in every phase, and the rest behind one tap', async () => {
    const { a, enter } = session
    await enter('scene')
    await button(chair.page, /^Start 4:00/).waitFor()
    await fits('scene')
    await open()
    for (const heading of ['Read aloud', 'Raised hands', 'Agenda', 'People', 'Dot vote'])
      await menu().getByRole('heading', { name: heading }).scrollIntoViewIfNeeded()
    await fits('menu')
    await press(chair, menu().getByRole('button', { name: 'Show to everyone' }).first())
    await sees(a, /It didn't maybe fail. It failed./)
    await press(chair, menu().getByRole('button', { name: 'Close', exact: true }))
    await next(chair, /^Next: Write/)
    await write(a, 'No tests')
    await button(chair.page, /Reveal and sort/).waitFor()
    await standsThere()
    await fits('write')
    await press(chair, button(chair.page, /Reveal and sort/))
    await fits('reveal')
    await press(chair, menu().getByRole('button', { name: 'Reveal', exact: true }))
    // The words stand on their writer's screen already; the phase is entered when the cards have turned over.
    await button(chair.page, /^Next: Estimate/).waitFor()
    await sees(a, 'Everyone can move cards')
    await standsThere()
    await fits('sort')
  })

  it('[LD22] [EV19] opens a dot vote with the most on one card, and everybody sees what it came to', async () => {
    const { a, b } = session
    await open()
    await menu().getByLabel('Dots for each person').fill('4')
    await menu().getByLabel('Most on one card').selectOption('2')
    await menu().getByLabel('Most on one card').scrollIntoViewIfNeeded()
    await fits('vote-menu')
    await press(chair, menu().getByRole('button', { name: 'Open a dot vote here' }))
    await sees(a, /At most 2 on one card/)
    for (let n = 0; n < 2; n++) await press(a, button(a.page, 'Add a dot to No tests'))
    await until('the card is full', async () => {
      const greyed = button(a.page, 'Add a dot to No tests')
      return (await greyed.getAttribute('aria-disabled')) === 'true'
    })
    await open()
    expect(await menu().getByLabel('Most on one card').inputValue()).toBe('2')
    await menu().getByLabel('Most on one card').selectOption({ label: 'No limit' })
    await press(chair, menu().getByRole('button', { name: 'Change the rules' }))
    await press(a, button(a.page, 'Add a dot to No tests'))
    await sees(a, '1 dot left')
    await next(chair, 'Close the vote')
    for (const who of [a, b, chair]) await sees(who, /3 dots/)
    await fits('voted')
    for (const who of [a, b, chair]) {
      await press(who, button(who.page, 'Back to Read out and sort'))
      await sees(who, /Still to place|still to place/)
    }
    await standsThere()
    expect([chair.complaints, chair.mouse]).toEqual([[], []])
    await allowed(session.fay, { type: 'session.close' })
  })
})
