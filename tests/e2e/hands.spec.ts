/** What a person's hands do at a desk, by key alone too: changes that go back and forth. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, write } from './actors.ts'
import { enter, keys, standsOn, types } from './keys.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'
import { lanesOnDesk } from './sorting.ts'

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

const cardOf = ({ page }: Visitor, text: string) =>
  page.locator('[data-card]').filter({ hasText: text }).first()

it('[HN4] [HN1] the keys that go back and forth wait for the part that acts', async () => {
  let release = () => {}
  const held = new Promise<void>((go) => (release = go))
  const ash = await seats.seated(await seats.begin('pre-mortem', 'sort'), 'Ash', {
    before: ({ page }) =>
      page.route(/assets\/undo-(?!last|2-)/, async (route) => {
        await held
        await route.continue()
      }),
  })
  await write(ash, 'It is slow')
  await sees(ash, 'It is slow')
  await cardOf(ash, 'It is slow').focus()
  await keys(ash, 'm', '1', 'Enter')
  const there = (count: number) =>
    until(`${count} there`, async () => (await lanesOnDesk(ash))['Performance']?.length === count)
  await there(1)
  await keys(ash, 'Control+z')
  release()
  await sees(ash, 'Taken back: Moved to Performance')
  await there(0)
  await keys(ash, 'Control+y')
  await sees(ash, 'Done again: Moved to Performance')
  await there(1)
  await keys(ash, 'Control+z')
  await there(0)
  await keys(ash, 'Control+Shift+z')
  await there(1)
  expect(ash.complaints).toEqual([])
})

it('[HN2] words that were changed by key come back after their field is closed', async () => {
  const ash = await seats.seated(await seats.begin('two-pluses', 'list'), 'Ash')
  await write(ash, 'The build is slow')
  await cardOf(ash, 'The build is slow').focus()
  await keys(ash, 'Enter')
  await standsOn(ash, /^textarea/)
  await types(ash, ' today')
  await keys(ash, 'Enter')
  await standsOn(ash, /^group The build is slow today/)
  await keys(ash, 'Control+z')
  await sees(ash, 'Taken back: Words changed')
  await standsOn(ash, /^group The build is slow(?! today)/)
  await keys(ash, 'Control+y')
  await standsOn(ash, /^group The build is slow today/)
})

it('[HN5] the menu of a card says who moved it last and when, at a desk and on a phone', async () => {
  const made = await seats.begin('two-pluses', 'list')
  const ash = await seats.seated(made, 'Ash')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  for (const text of ['Bikes', 'Trains']) await write(ash, text)
  await sees(bo, 'Trains')
  await cardOf(ash, 'Bikes').focus()
  await keys(ash, 'Tab', 'Enter')
  await enter(ash, ash.page.getByRole('button', { name: 'Down', exact: true }))
  await sees(ash, 'Card moved')
  await press(bo, button(bo.page, 'More for “Bikes”'))
  await sees(bo, /^Moved by Ash at \d/)
  await cardOf(ash, 'Bikes').focus()
  await keys(ash, 'Tab', 'Enter')
  await sees(ash, /^Moved by you at \d/)
})

it('[HN7] removed cards are found and brought back by key at a desk and by taps on a phone', async () => {
  const made = await seats.begin('pre-mortem', 'sort')
  const ash = await seats.seated(made, 'Ash')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  await write(ash, 'It is slow')
  await sees(bo, 'It is slow')
  await cardOf(ash, 'It is slow').focus()
  await keys(ash, 'Delete')
  await until('gone', async () => (await bo.page.getByText('It is slow').count()) === 0)
  await press(bo, button(bo.page, /^Menu of/))
  await sees(bo, 'What changed')
  expect(await bo.page.getByText('Removed cards').count()).toBe(0)
  await keys(bo, 'Escape')

  await button(ash.page, /^Ash/).focus()
  await keys(ash, 'Enter')
  await enter(ash, ash.page.getByRole('button', { name: 'Bring back “It is slow”' }))
  await sees(ash, 'No card is removed.')
  await standsOn(ash, /Removed cards/)
  await sees(bo, 'It is slow')
  await keys(ash, 'Escape', 'Control+z')
  await until('gone again', async () => (await bo.page.getByText('It is slow').count()) === 0)

  await seats.lead(made, { type: 'person.role', person: bo.seat, role: 'facilitator' })
  await press(bo, button(bo.page, /^Menu of/))
  await press(bo, button(bo.page, 'Bring back “It is slow”'))
  await cardOf(ash, 'It is slow').waitFor()
})
