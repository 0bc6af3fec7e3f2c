/** Sixty people in a retrospective: plain clients as the crowd, whoever leads at desks of two widths and a phone in the crowd. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import { makeSession } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { allowed, phaseOf } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { button, joinByLink, press, sees, shot } from './actors.ts'
import type { House } from './led.ts'
import { house } from './led.ts'
import { keepsSeat } from './seats.ts'

const NAMES = Array.from({ length: 57 }, (_, n) => `Person ${n + 1}`)
/** Long enough for a machine with two cores and many others; a list that is drawn anew with every frame takes far longer. */
const QUICK = 3_000

let home: House
let made: Made
let fay: PlainClient
const crowd: PlainClient[] = []
/** Leads, at a wide desk and at a narrow one. */
let wide: Visitor, narrow: Visitor
/** Takes part, at a desk and on a phone. */
let ash: Visitor, bo: Visitor

beforeAll(async () => {
  home = await house()
  const base = home.server.url
  made = await makeSession(base, { title: 'All hands', formatId: 'start-stop', name: 'Fay' })
  const as = { ...made, role: 'facilitator' }
  fay = await joinPlain({ base, session: made.sessionId, name: 'Fay', as })
  for (const name of NAMES) crowd.push(await joinPlain({ base, session: made.joinCode, name }))
  ;[wide, narrow, ash, bo] = await Promise.all([
    visit(home.browser, 'Fay', 'desk'),
    visit(home.browser, 'Fay', 'desk', { width: 900, height: 700 }),
    visit(home.browser, 'Ash', 'desk'),
    visit(home.browser, 'Bo', 'phone'),
  ])
  const { sessionId, participantId, token, joinCode, hostUrl } = made
  const kept = { sessionId, participantId, token, joinCode, hostUrl, role: 'facilitator' }
  for (const leads of [wide, narrow]) {
    await keepsSeat(leads, kept)
    await leads.page.goto(`${base}/s/${sessionId}`)
  }
  for (const visitor of [ash, bo]) await joinByLink(visitor, base, joinCode)
}, 180_000)
afterAll(async () => {
  for (const client of [fay, ...crowd]) client?.leave()
  await home?.leave()
})

const screens = (): Visitor[] => [wide, narrow, ash, bo]

async function enter(phase: string): Promise<void> {
  await allowed(fay, { type: 'phase.go', phase, finish: true })
  await until(`all are in ${phase}`, () => crowd.every((client) => phaseOf(client) === phase))
}

/** Nothing runs out of the width, and nobody draws sixty faces. */
async function expectFits(what: string): Promise<void> {
  for (const visitor of screens()) {
    const { page, name } = visitor
    const size = must(page.viewportSize(), 'a size')
    await shot({ ...visitor, name: `${name}-${size.width}` }, `60-${what}`)
    const [width, faces] = await measured(page)
    expect([name, what, width]).toEqual([name, what, size.width])
    expect(faces).toBeLessThanOrEqual(16)
  }
}

/** What is as wide as the page, and the faces on it. */
const measured = (page: Page): Promise<[number, number]> =>
  page.evaluate(() => [
    Math.max(document.documentElement.scrollWidth, innerWidth),
    document.querySelectorAll('span[title^="Person "]').length,
  ])

/** Opens a list of everybody and reads its last name. */
async function readsAll({ page }: Visitor): Promise<number> {
  const began = performance.now()
  const list = page.getByRole('dialog').getByText('Person 57', { exact: true }).first()
  await list.waitFor()
  await list.scrollIntoViewIfNeeded()
  expect(await list.isVisible()).toBe(true)
  return performance.now() - began
}

describe('sixty people', () => {
  it('[EB18] are a number in the lobby', async () => {
    await sees(wide, '59 people')
    await sees(narrow, '59 people')
    await sees(bo, '60 people are here')
    expect(await bo.page.getByText('Person 57').count()).toBe(0)
    await expectFits('lobby')
  })

  it('[EB18] [WS6] write three cards each; ticks are a count, with names behind a press', async () => {
    await enter('write')
    for (const visitor of [ash, bo]) await sees(visitor, 'Up to 3 cards each.')
    await sees(wide, '0 of 60 done')
    expect(await wide.page.getByText('Person 57').count()).toBe(0)
    await expectFits('write')
    for (const [n, client] of crowd.slice(0, 40).entries())
      await allowed(client, {
        type: 'draft.put',
        draft: `of-${n}`,
        section: 'thoughts',
        text: `What number ${n + 1} thinks of the way we work together`,
        rev: 1,
        state: 'done',
      })
    await allowed(must(crowd[0], 'somebody'), { type: 'ready', on: true })
    await sees(wide, '1 of 60 done')

    await press(wide, button(wide.page, 'Show everyone'))
    expect(await readsAll(wide)).toBeLessThan(QUICK)
    await shot(wide, '60-people')
    await wide.page.keyboard.press('Escape')

    await press(bo, button(bo.page, /^Menu of/))
    await bo.page.getByText('60 of 60 here').waitFor()
    expect(await bo.page.getByText('Person 57').count()).toBe(0)
    await press(bo, button(bo.page, 'Show everyone'))
    expect(await readsAll(bo)).toBeLessThan(QUICK)
    await shot(bo, '60-people')
    await press(bo, button(bo.page, 'Close'))
  })

  it('[WS17] [EB18] sort; only whoever leads makes categories, and the screens say so', async () => {
    await enter('group')
    await until('the cards are there', () => cardsOf(fay) === 40)
    await sees(ash, 'In a group this large the facilitator makes the categories.')
    expect(await button(ash.page, 'New category').count()).toBe(0)
    await button(wide.page, /New category/).waitFor()
    await press(bo, button(bo.page, 'See all'))
    await sees(bo, 'In a group this large the facilitator makes the categories.')
    await expectFits('sort')
  })

  it('[EB18] vote, and the votes are a count', async () => {
    await enter('vote')
    await sees(bo, /dots? left/)
    await sees(ash, '0 of 60 have voted')
    await expectFits('vote')
    for (const visitor of screens()) expect(visitor.complaints).toEqual([])
  })
})

function cardsOf(client: PlainClient): number {
  return Object.values<Record<string, unknown>>(client.cards().toJSON()).filter(
    (entry) => entry['kind'] === 'card',
  ).length
}
