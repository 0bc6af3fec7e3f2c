/** A whole group in somebody's hand: carried by its name onto another group, or elsewhere; by mouse, finger and keys. */
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import type { Made } from '../kit/http-client.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { sees, shot } from './actors.ts'
import { keys, standsOn } from './keys.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'
import { lanesOnDesk } from './sorting.ts'
import { fingerOn } from './surface.ts'

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

const cardOf = ({ page }: Visitor, text: string) =>
  page.locator('[data-card]').filter({ has: page.getByText(text, { exact: true }) })
const group = ({ page }: Visitor, name: string, cards: number): Locator =>
  page.getByRole('region', { name: `Group ${name}, ${cards} cards` })
const nameOf = (who: Visitor, name: string): Locator =>
  who.page.locator('[data-group] h3').filter({ hasText: name })
const menuOf = ({ page }: Visitor, name: string): Locator =>
  page.getByRole('button', { name: `More for the group ${name}` })
const groupsOf = async ({ page }: Visitor): Promise<string[]> =>
  page
    .locator('section[data-group]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))

/** A session that sorts eight cards, of which four are in two groups. */
async function begin(): Promise<Made> {
  const made = await seats.begin('pre-mortem', 'sort')
  for (const text of ['Pay', 'Pay late', 'Team', 'Team too small', 'Else'])
    await seats.lead(made, { type: 'card.add', text, to: 'reasons', capture: true })
  return made
}

async function grouped(who: Visitor, name: string, other: string): Promise<void> {
  await until(`${who.name} can choose`, async () => {
    await cardOf(who, name).click({ modifiers: ['Shift'] })
    return (await who.page.getByRole('toolbar', { name: 'Chosen cards' }).count()) > 0
  })
  await cardOf(who, other).click({ modifiers: ['Shift'] })
  await keys(who, 'Control+g')
  await group(who, name, 2).waitFor()
}

async function middleOf(what: Locator): Promise<{ x: number; y: number }> {
  const box = must(await what.boundingBox(), 'on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

it('[HN17] a group that is dropped on another one is put together with it, elsewhere it is moved, and nothing is lost on the way back', async () => {
  const made = await begin()
  const [ash, bo] = [await seats.seated(made, 'Ash'), await seats.seated(made, 'Bo')]
  await grouped(ash, 'Pay', 'Pay late')
  await grouped(ash, 'Team', 'Team too small')
  await ash.page.locator('[data-carries-groups]').waitFor()
  const { mouse } = ash.page
  const liftAt = async (name: string) => {
    const from = await middleOf(nameOf(ash, name))
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(from.x + 10, from.y + 4, { steps: 3 })
  }

  await liftAt('Pay')
  const lane = await middleOf(ash.page.locator('section[aria-label^="Security, "]'))
  await mouse.move(lane.x, lane.y, { steps: 8 })
  await sees(ash, 'The group Pay in hand. At the end of Security.')
  await ash.page.locator('[data-slot]').waitFor()
  await shot(ash, '74-group-lane')
  await mouse.up()
  await until('moved', async () => (await lanesOnDesk(bo))['Security']?.length === 2)
  expect((await lanesOnDesk(bo))['Security']).toEqual(['Pay', 'Pay late'])

  // Esc puts it back.
  await liftAt('Team')
  const there = await middleOf(group(ash, 'Pay', 2))
  await mouse.move(there.x, there.y, { steps: 8 })
  await sees(ash, 'The group Team in hand. On Pay: they will be put together.')
  await keys(ash, 'Escape')
  await mouse.up()
  expect(await ash.page.locator('[data-onto], [data-group-in-hand]').count()).toBe(0)
  expect((await groupsOf(bo)).toSorted()).toEqual(['Group Pay, 2 cards', 'Group Team, 2 cards'])

  await liftAt('Team')
  await mouse.move(there.x, there.y, { steps: 8 })
  await ash.page.locator('[data-group][data-onto]').waitFor()
  await shot(ash, '75-group-onto')
  await mouse.up()
  await group(bo, 'Pay', 4).waitFor()
  expect(await groupsOf(bo)).toEqual(['Group Pay, 4 cards'])
  expect((await lanesOnDesk(bo))['Security']).toHaveLength(4)
  await sees(ash, 'Put together as “Pay”')
  await keys(ash, 'Control+z')
  await group(bo, 'Team', 2).waitFor()
  await keys(ash, 'Control+z')
  await until('back', async () => (await lanesOnDesk(bo))['Still to place']?.length === 5)
  expect((await groupsOf(bo)).toSorted()).toEqual(['Group Pay, 2 cards', 'Group Team, 2 cards'])
  expect(ash.complaints).toEqual([])
})

it('[HN17] by keys M on the menu of a group picks it up, up and down lead to groups, numbers and sideways to places', async () => {
  const made = await begin()
  const [ash, bo] = [await seats.seated(made, 'Ash'), await seats.seated(made, 'Bo')]
  await grouped(ash, 'Pay', 'Pay late')
  await grouped(ash, 'Team', 'Team too small')
  await ash.page.locator('[data-carries-groups]').waitFor()
  await menuOf(ash, 'Team').focus()
  await keys(ash, 'm')
  await sees(ash, 'The group Team in hand. At the end of Still to place.')
  await keys(ash, '2')
  await sees(ash, /The group Team in hand\. At the end of \w+/)
  await keys(ash, 'ArrowUp')
  await sees(ash, 'The group Team in hand. On Pay: they will be put together.')
  await shot(ash, '76-group-keys')
  await keys(ash, 'Escape')
  await sees(ash, 'The group Team put back.')
  await standsOn(ash, /More for the group Team/)
  await keys(ash, 'm', '1', 'Enter')
  await until('moved', async () => (await lanesOnDesk(bo))['Performance']?.length === 2)
  await standsOn(ash, /More for the group Team/)
  await keys(ash, 'm', 'ArrowDown', 'Enter')
  await group(bo, 'Pay', 4).waitFor()
  await standsOn(ash, /More for the group Pay/)
  await keys(ash, 'Control+z')
  await group(bo, 'Team', 2).waitFor()
})

it('[HN17] a finger that rests on the name of a group carries it; one that somebody takes apart meanwhile is let go', async () => {
  const made = await begin()
  const ash = await seats.seated(made, 'Ash', { touch: true })
  const bo = await seats.seated(made, 'Bo')
  await grouped(bo, 'Pay', 'Pay late')
  await grouped(bo, 'Team', 'Team too small')
  await ash.page.locator('[data-carries-groups]').waitFor()
  await group(ash, 'Team', 2).waitFor()
  const finger = await fingerOn(ash.page)
  const liftAt = async (name: string) => {
    const from = await middleOf(nameOf(ash, name))
    await finger.down(from.x, from.y)
    await ash.page.locator('[data-group][data-carried]').waitFor()
  }
  await liftAt('Team')
  const there = await middleOf(group(ash, 'Pay', 2))
  await finger.move(there.x, there.y - 4)
  await finger.move(there.x, there.y)
  await ash.page.locator('[data-group][data-onto]').waitFor()
  await menuOf(bo, 'Team').click()
  await bo.page.getByRole('button', { name: 'Take the group apart' }).click()
  await sees(ash, 'Somebody else changed this group while you moved it.')
  expect(await ash.page.locator('[data-onto], [data-group-in-hand]').count()).toBe(0)
  await finger.up()
  await keys(bo, 'Control+z')
  await group(ash, 'Team', 2).waitFor()

  await liftAt('Team')
  await finger.move(there.x, there.y - 4)
  await finger.move(there.x, there.y)
  await ash.page.locator('[data-group][data-onto]').waitFor()
  await finger.up()
  await group(bo, 'Pay', 4).waitFor()
})
