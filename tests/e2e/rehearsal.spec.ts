/** A rehearsal that ran into the session, cleared from a phone. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { visit } from '../kit/visitor.ts'
import { cast, testSeat } from '../tour/cast.ts'
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

it('[BF25] whoever leads clears it in the menu of a phone, and is in the lobby', async () => {
  const here = await cast(home.server.url, {
    formatId: 'pre-mortem',
    title: 'Audience Builder',
    names: [],
    setup: {},
  })
  await testSeat(here)
  await here.leads({ type: 'phase.go', phase: 'scene' })
  const doris = await visit(home.browser, 'Doris', 'phone')
  const { page } = doris
  await keepsSeat(doris, here.lead.joined)
  await page.goto(`${home.server.url}/s/${here.made.sessionId}`)
  await press(doris, button(page, /^Menu of/))
  await sees(doris, 'This is a rehearsal, with one test seat.')
  await shot(doris, 'rehearsal')
  await press(doris, button(page, 'Clear and open the lobby'))
  const asks = page.getByRole('dialog', { name: 'Clear the rehearsal?' })
  await press(doris, asks.getByRole('button', { name: 'Clear and open the lobby' }))
  await sees(doris, 'Join code')
  await sees(doris, '1 person is here')
  await shot(doris, 'rehearsal-cleared')
  expect(doris.complaints).toEqual([])
  here.leave()
  await doris.leave()
})
