/** The same set-up again: from the home page, the end, the report and the set-up page, at a desk and on a phone. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { command, makeSession } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { visit } from '../kit/visitor.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, shot } from './actors.ts'
import type { House } from './led.ts'
import { house } from './led.ts'
import { keepsSeat } from './seats.ts'

let home: House
beforeAll(async () => {
  home = await house()
})
afterAll(async () => {
  await home?.leave()
})

/** A session that was set up with care, held and closed; its maker sits at this screen. */
async function held(visitor: Visitor, close = true): Promise<Made> {
  const base = home.server.url
  const made = await makeSession(base, {
    title: 'Sprint 12',
    formatId: 'start-stop',
    name: 'Doris',
    setup: { anonymous: false },
  })
  const asks = async (body: object) => {
    const answer = await command(base, made.sessionId, made.token, body)
    if (!answer.ok) throw new Error(answer.reason)
  }
  await asks({ type: 'plan.set', expected: 7, standin: 'Naz', startsAt: 1_900_000_000_000 })
  await asks({
    type: 'agenda.set',
    steps: [{ phase: 'write', minutes: 11, question: 'What now?' }],
  })
  if (close) {
    await asks({ type: 'session.open' })
    await asks({ type: 'phase.go', phase: 'write' })
    await asks({ type: 'session.close' })
  }
  await keepsSeat(visitor, { ...made, role: 'facilitator', title: 'Sprint 12' }, true)
  return made
}

async function makes(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await sees(visitor, 'The same set-up again')
  await shot(visitor, 'again')
  expect(await page.getByLabel('Title').inputValue()).toBe('Sprint 12')
  expect(await page.getByLabel('Your name').inputValue()).toBe('Doris')
  await page.getByLabel('Title').fill('Sprint 13')
  const before = page.url()
  await press(visitor, button(page, 'Make it and set the date'))
  await page.waitForURL((url) => /\/s\/[\w-]+$/.test(url.pathname) && url.href !== before)
  await sees(visitor, 'What do people need to know before they come?')
  await shot(visitor, 'again-made')
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Sprint 13')
  expect(await page.getByLabel('Start', { exact: true }).inputValue()).toBe('')
  expect(await page.getByLabel('How many people do you expect?').inputValue()).toBe('7')
  expect(await page.getByLabel(/^Stand-in/).inputValue()).toBe('Naz')
  expect(await page.getByLabel(/^Minutes of Write/).inputValue()).toBe('11')
  expect(await page.getByRole('radio', { name: /^Cards with names/ }).isChecked()).toBe(true)
}

const WAYS: [string, 'desk' | 'phone', (visitor: Visitor, made: Made) => Promise<void>][] = [
  [
    'home',
    'desk',
    async (doris) => {
      await doris.page.goto(home.server.url)
      const link = doris.page.getByRole('link', {
        name: /^New session from the set-up of Sprint 12/,
      })
      await link.waitFor()
      await shot(doris, 'again-home')
      await press(doris, link)
    },
  ],
  [
    'home',
    'phone',
    async (doris) => {
      await doris.page.goto(home.server.url)
      const link = doris.page.getByRole('link', {
        name: /^New session from the set-up of Sprint 12/,
      })
      await link.waitFor()
      await link.scrollIntoViewIfNeeded()
      await shot(doris, 'again-home')
      await press(doris, link)
    },
  ],
  ...(['desk', 'phone'] as const).flatMap((on): typeof WAYS => [
    [
      'the end',
      on,
      async (doris, { sessionId }) => {
        await doris.page.goto(`${home.server.url}/s/${sessionId}`)
        await press(doris, doris.page.getByRole('link', { name: 'New session from this set-up' }))
      },
    ],
    [
      'the report',
      on,
      async (doris, { sessionId }) => {
        await doris.page.goto(`${home.server.url}/s/${sessionId}/report`)
        await press(doris, doris.page.getByRole('link', { name: 'New session from this set-up' }))
      },
    ],
  ]),
]

it.each(WAYS)('[BF23] [BF24] from %s on a %s', async (_, on, way) => {
  const doris = await visit(home.browser, 'Doris', on)
  await way(doris, await held(doris))
  await makes(doris)
  expect(doris.complaints).toEqual([])
  await doris.leave()
})

it('[BF24] from the set-up page, while nothing has begun', async () => {
  const doris = await visit(home.browser, 'Doris', 'desk')
  const { sessionId } = await held(doris, false)
  await doris.page.goto(`${home.server.url}/s/${sessionId}`)
  await press(doris, doris.page.getByRole('link', { name: 'New session from this set-up' }))
  await makes(doris)
  await doris.leave()
})
