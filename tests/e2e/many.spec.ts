/** Several cards at once: chosen with Shift, a frame or keys, and moved, grouped, copied and removed together. */
import { must } from '@plenary/shared/must'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Made } from '../kit/http-client.ts'
import { rendersSince, watchRenders } from '../kit/renders.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, shot } from './actors.ts'
import { keys, standsOn } from './keys.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'
import { carry, lanesOnDesk } from './sorting.ts'

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

/** A session that sorts, with numbered cards still to place. */
async function begin(count: number): Promise<Made> {
  const made = await seats.begin('pre-mortem', 'sort', 'Many')
  for (let n = 1; n <= count; n += 1)
    await seats.lead(made, {
      type: 'card.add',
      text: `Card ${n}`,
      to: 'reasons',
      capture: true,
    })
  return made
}

async function seated(made: Made, name: string): Promise<Visitor> {
  const one = await seats.seated(made, name, { before: ({ page }) => watchRenders(page) })
  await sees(one, 'Card 1')
  // What chooses comes behind the first screen.
  await until('it can choose', async () => {
    await cardOf(one, 1).click({ modifiers: ['Shift'] })
    return (await one.page.getByRole('toolbar', { name: 'Chosen cards' }).count()) > 0
  })
  await keys(one, 'Escape')
  await bar(one).waitFor({ state: 'detached' })
  await one.page.locator('[data-drags]').waitFor()
  return one
}

const bar = ({ page }: Visitor) => page.getByRole('toolbar', { name: 'Chosen cards' })
const cardOf = ({ page }: Visitor, n: number) =>
  page.locator('[data-card]').filter({ has: page.getByText(`Card ${n}`, { exact: true }) })
const choose = (one: Visitor, ...cards: number[]) =>
  cards.reduce(
    (before, n) => before.then(() => cardOf(one, n).click({ modifiers: ['Shift'] })),
    Promise.resolve(),
  )
const laneOf = async (one: Visitor, lane: string) => (await lanesOnDesk(one))[lane] ?? []

it('[HN15] cards chosen with Shift are moved, copied and removed together, each in one step back', async () => {
  const made = await begin(6)
  const [ash, bo] = [await seated(made, 'Ash'), await seated(made, 'Bo')]
  await choose(ash, 1, 3, 5)
  await sees(ash, '3 cards chosen')
  await shot(ash, '70-chosen')
  await press(ash, bar(ash).getByRole('button', { name: 'Move…' }))
  await press(ash, ash.page.getByRole('dialog').getByRole('button', { name: /^Performance/ }))
  await until('moved', async () => (await laneOf(bo, 'Performance')).length === 3)
  expect(await laneOf(bo, 'Performance')).toEqual(['Card 1', 'Card 3', 'Card 5'])
  await bar(ash).waitFor({ state: 'detached' })
  await keys(ash, 'Control+z')
  await until('back', async () => (await laneOf(bo, 'Still to place')).length === 6)

  await choose(ash, 2, 4)
  await press(ash, bar(ash).getByRole('button', { name: 'Duplicate' }))
  await until('copied', async () => (await laneOf(bo, 'Still to place')).length === 8)
  await sees(ash, '2 cards chosen')
  await press(ash, button(ash.page, 'Choose none'))
  await choose(ash, 1, 6)
  await keys(ash, 'Control+g')
  await ash.page.getByRole('region', { name: 'Group Card 1, 2 cards' }).waitFor()
  await keys(ash, 'Control+z')
  await until(
    'apart',
    async () => (await ash.page.getByRole('region', { name: /^Group/ }).count()) === 0,
  )
})

it('[HN15] a frame drawn with Shift on empty ground chooses what it touches, and draws nothing else', async () => {
  const made = await begin(12)
  const ash = await seated(made, 'Ash')
  const zone = ash.page.locator('section[aria-label^="Still to place"]')
  const first = must(await cardOf(ash, 1).boundingBox(), 'the first')
  const third = must(await cardOf(ash, 3).boundingBox(), 'the third')
  const place = must(await zone.boundingBox(), 'the place')
  await rendersSince(ash.page)
  await ash.page.keyboard.down('Shift')
  await ash.page.mouse.move(place.x + 3, first.y + 4)
  await ash.page.mouse.down()
  await ash.page.mouse.move(third.x + 30, third.y + third.height / 2, { steps: 8 })
  await shot(ash, '71-frame')
  await ash.page.mouse.up()
  await ash.page.keyboard.up('Shift')
  await sees(ash, '3 cards chosen')
  const chosen = await ash.page
    .locator('[data-card]')
    .evaluateAll((all) =>
      all
        .filter((one) => one.getAttribute('aria-label')?.includes('chosen'))
        .map((one) => one.getAttribute('data-card')),
    )
  expect(chosen).toHaveLength(3)
  const drawn = await rendersSince(ash.page)
  const others = new Set(
    await ash.page
      .locator('[data-card]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-card') ?? '')),
  )
  for (const id of chosen) others.delete(id ?? '')
  expect(drawn.filter((id) => others.has(id))).toEqual([])
  expect(drawn.length).toBeGreaterThan(0)
})

it('[HN15] a chosen card that is dragged, or carried by keys, takes the others with it', async () => {
  const made = await begin(5)
  const [ash, bo] = [await seated(made, 'Ash'), await seated(made, 'Bo')]
  await choose(ash, 1, 2, 4)
  await rendersSince(ash.page)
  await carry(ash, 'Card 2', 'Security')
  await shot(ash, '72-carried')
  const drawn = await rendersSince(ash.page)
  const ids = await ash.page
    .locator('[data-card]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-card') ?? ''))
  const carried = await cardOf(ash, 3).getAttribute('data-card')
  expect(ids).toContain(carried)
  // The card in hand is drawn as it is taken up; the others stand as they stood.
  expect(drawn.filter((id) => ids.includes(id)).length).toBeLessThanOrEqual(5)
  expect(drawn).not.toContain(carried)
  await ash.page.mouse.up()
  await until('all three', async () => (await laneOf(bo, 'Security')).length === 3)
  await sees(ash, '3 cards chosen')
  await cardOf(ash, 4).focus()
  await keys(ash, 'm', '1')
  await keys(ash, 'Enter')
  await until('moved on', async () => (await laneOf(bo, 'Performance')).length === 3)
  expect(await laneOf(bo, 'Performance')).toEqual(['Card 1', 'Card 2', 'Card 4'])
  await keys(ash, 'Escape', 'Control+z', 'Control+z')
  await until('back', async () => (await laneOf(bo, 'Still to place')).length === 5)
})

it('[HN15] by keys alone: Space chooses, Ctrl+A the place, Delete removes, Esc chooses none', async () => {
  const made = await begin(4)
  const ash = await seated(made, 'Ash')
  await cardOf(ash, 1).focus()
  await keys(ash, ' ', 'ArrowDown', ' ')
  await sees(ash, '2 cards chosen')
  await standsOn(ash, /chosen/)
  await keys(ash, ' ')
  await sees(ash, '1 card chosen')
  await keys(ash, 'Escape')
  await bar(ash).waitFor({ state: 'detached' })
  await keys(ash, 'Control+a')
  await sees(ash, '4 cards chosen')
  // They are nobody's, so that only whoever leads removes them.
  expect(await bar(ash).getByRole('button', { name: 'Remove' }).count()).toBe(0)
  await keys(ash, 'Control+d')
  await until('copied', async () => (await laneOf(ash, 'Still to place')).length === 8)
  await sees(ash, '4 cards chosen')
  await keys(ash, 'Delete')
  await until('removed', async () => (await laneOf(ash, 'Still to place')).length === 4)
  await keys(ash, 'Control+z')
  await until('back', async () => (await laneOf(ash, 'Still to place')).length === 8)
})

it('[HN16] a card that rests on another is grouped with it, one that is only passed over is not', async () => {
  const made = await begin(5)
  const [ash, bo] = [await seated(made, 'Ash'), await seated(made, 'Bo')]
  const { mouse } = ash.page
  const group = (cards: number) =>
    bo.page.getByRole('region', { name: new RegExp(`^Group .*, ${cards} cards$`) })
  const dragOnto = async (card: number, mate: number) => {
    const from = must(await cardOf(ash, card).boundingBox(), 'the card')
    await mouse.move(from.x + 30, from.y + 20)
    await mouse.down()
    await mouse.move(from.x + 40, from.y + 24, { steps: 3 })
    const to = must(await cardOf(ash, mate).boundingBox(), 'the other')
    await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 })
    // Room is made for it at first, and the other may have moved aside.
    await until('it rests on it', async () => {
      const now = must(await cardOf(ash, mate).boundingBox(), 'the other')
      await mouse.move(now.x + now.width / 2, now.y + now.height / 2)
      return ash.page.locator('[data-card][data-onto]').isVisible()
    })
  }
  await dragOnto(2, 4)
  await sees(ash, 'On Card 4: they will be grouped.')
  await shot(ash, '73-onto')
  await mouse.up()
  await group(2).waitFor()
  await dragOnto(1, 4)
  await mouse.up()
  await group(3).waitFor()
  await keys(ash, 'Control+z')
  await group(2).waitFor()
  await dragOnto(5, 3)
  await keys(ash, 'Escape')
  await mouse.up()
  await until('nothing is left of it', async () => {
    return (await ash.page.locator('[data-onto]').count()) === 0
  })
  expect(await group(2).count()).toBe(1)
})
