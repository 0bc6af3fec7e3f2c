/** What a screen says when there is nothing, when nothing may be done, and when nothing arrives. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { until } from '../kit/until.ts'
import { button, press, sees, times, write } from './actors.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

it('[WD17] an empty section shows two ways on, and nobody is told that every card has a place', async () => {
  const made = await seats.begin('pre-mortem', 'sort')
  const ash = await seats.seated(made, 'Ash')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  for (const who of [ash, bo]) {
    await sees(who, 'No cards yet.')
    expect(await times(who, 'Every card has a place.')).toBe(0)
    await press(who, button(who.page, 'Write a card'))
    await until(`${who.name} is in the field`, () =>
      who.page.getByRole('textbox', { name: 'Add a card' }).evaluate((field) => {
        return field === document.activeElement
      }),
    )
  }
  await press(bo, button(bo.page, 'Paste a list'))
  await bo.page.getByLabel('Your list').fill('- Deploys\n\n2. Reviews')
  await press(bo, button(bo.page, 'Add 2 cards'))
  for (const text of ['Deploys', 'Reviews']) await sees(ash, text)
  expect(await times(ash, 'No cards yet.')).toBe(0)
})

it('[WD19] [WD20] who locked the cards is said, and at zero that the time is up', async () => {
  const made = await seats.begin('pre-mortem', 'sort')
  const ash = await seats.seated(made, 'Ash')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  await seats.lead(made, { type: 'session.lock', cards: true })
  for (const who of [ash, bo]) await sees(who, 'Fay locked the cards')
  await seats.lead(made, { type: 'session.lock', cards: false })
  for (const who of [ash, bo])
    await until('unlocked', async () => (await times(who, 'Fay locked the cards')) === 0)
  await seats.lead(made, { type: 'timer.start' })
  await seats.lead(made, { type: 'timer.add', minutes: -600 })
  for (const who of [ash, bo]) await sees(who, 'Time’s up. Finish your sentence.')
})

it('[WD18] what waits for a lost connection is marked, and is there for everybody afterwards', async () => {
  const named = await seats.begin('two-pluses', 'list')
  const nameless = await seats.begin('pre-mortem', 'sort')
  const ash = await seats.seated(named, 'Ash')
  const bo = await seats.seated(named, 'Bo', { on: 'phone' })
  const cleo = await seats.seated(nameless, 'Cleo', { on: 'phone' })
  for (const who of [ash, bo, cleo]) {
    await sees(who, 'No cards yet.')
    await sees(who, 'All saved')
  }
  await seats.server.kill()
  for (const who of [ash, bo, cleo]) {
    await write(who, `From ${who.name}`)
    await sees(who, `From ${who.name}`)
    await who.page.getByText('waiting', { exact: true }).waitFor()
  }
  await seats.server.start()
  for (const who of [ash, bo])
    for (const text of ['From Ash', 'From Bo']) await sees(who, text, 20_000)
  await sees(cleo, 'From Cleo', 20_000)
  for (const who of [ash, bo, cleo])
    await until(`nothing waits for ${who.name}`, async () => (await times(who, 'waiting')) === 0)
})

it('[WS21] [WS18] a last change is taken back by key at a desk and from the menu of a phone, which says what others did', async () => {
  const made = await seats.begin('pre-mortem', 'sort')
  const ash = await seats.seated(made, 'Ash')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  await write(ash, 'It is slow')
  const lane = (count: number) =>
    bo.page.getByRole('button', { name: `Performance ${count} card${count === 1 ? '' : 's'}` })
  await sees(bo, 'Where does this one belong?')
  const card = ash.page.locator('[data-card]').filter({ hasText: 'It is slow' })
  await card.click({ button: 'right' })
  await ash.page.getByRole('button', { name: /^Performance/ }).waitFor()
  await ash.page.keyboard.press('1')
  await lane(1).waitFor()
  await ash.page.keyboard.press('Control+z')
  await sees(ash, 'Taken back: Moved to Performance')
  await lane(0).waitFor()
  await ash.page.getByRole('button', { name: /^Ash/ }).click()
  await ash.page.getByRole('dialog').getByRole('button', { name: 'What changed' }).click()
  await sees(ash, /nothing has changed on the board/)

  // The card that Bo was dealt did not change under the finger.
  await press(bo, lane(0))
  await until('placed', async () => (await times(ash, 'Every card has a place.')) > 0)
  await press(bo, button(bo.page, /^Menu of/))
  await press(bo, button(bo.page, 'Undo my last change'))
  await until('back', async () => (await times(ash, 'Every card has a place.')) === 0)
  await press(bo, button(bo.page, /^Menu of/))
  await press(bo, button(bo.page, 'What changed'))
  await sees(bo, /1 card moved/)
})

it('[WS19] a card that belongs nowhere goes back marked, and whoever leads finds it', async () => {
  const made = await seats.begin('pre-mortem', 'sort')
  const ash = await seats.seated(made, 'Ash')
  for (const text of ['It is slow', 'It is late']) await write(ash, text)
  await sees(ash, 'It is late')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  await seats.lead(made, { type: 'person.role', person: bo.seat, role: 'facilitator' })
  await sees(bo, 'Where does this one belong?')
  const dealt = bo.page.locator('p[aria-live="polite"]')
  const first = await dealt.innerText()
  await press(bo, button(bo.page, 'Not here'))
  await until('the other one', async () => (await dealt.innerText()) !== first)
  const card = ash.page.locator('[data-card]').filter({ hasText: first })
  await card.getByText('to talk about').waitFor()
  await press(bo, button(bo.page, /^Performance 0/))
  // All others have a place: now it comes again, with its mark.
  await until('it comes again', async () => (await dealt.innerText()) === first)
  await sees(bo, 'to talk about')
  await press(bo, button(bo.page, /^Menu of/))
  await sees(bo, '1 card to talk about')
  await press(bo, bo.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }))
  await card.click({ button: 'right' })
  await ash.page.getByRole('button', { name: /^Performance/ }).waitFor()
  await ash.page.keyboard.press('2')
  await until('no mark', async () => (await times(ash, 'to talk about')) === 0)
})

it('[U10] [U11] a dealt card stays and says who placed it; categories are named and put in order on a phone', async () => {
  const made = await seats.begin('pre-mortem', 'sort')
  const ash = await seats.seated(made, 'Ash')
  await write(ash, 'It is slow')
  await sees(ash, 'It is slow')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  await sees(bo, 'Where does this one belong?')
  const card = ash.page.locator('[data-card]').filter({ hasText: 'It is slow' })
  await card.getByText('In Bo’s hand').waitFor()
  const cleo = await seats.seated(made, 'Cleo', { on: 'phone' })
  await sees(cleo, 'The last cards are in others’ hands.')
  await press(cleo, button(cleo.page, 'See all'))
  await press(cleo, button(cleo.page, 'More for “It is slow”'))
  await press(cleo, cleo.page.getByRole('dialog').getByRole('button', { name: /^Security/ }))
  // Cleo was not seen to have it in hand.
  await sees(bo, 'Someone put this in Security')
  await sees(bo, 'It is slow')
  await press(bo, button(bo.page, 'Fine'))
  await sees(bo, 'Every card has a place.')

  const more = button(cleo.page, 'More for Performance')
  await press(cleo, more)
  await press(cleo, cleo.page.getByRole('dialog').getByRole('button', { name: 'Rename' }))
  const name = cleo.page.getByRole('textbox', { name: 'Name of the category' })
  await name.fill('Speed')
  await name.press('Enter')
  await ash.page.getByRole('heading', { name: 'Speed' }).waitFor()
  await press(cleo, button(cleo.page, 'More for Speed'))
  await press(cleo, cleo.page.getByRole('dialog').getByRole('button', { name: 'Move back' }))
  await until('the second', async () => {
    const names = await ash.page.getByRole('heading', { level: 2 }).allInnerTexts()
    return names.indexOf('Security') < names.indexOf('Speed')
  })
})
