/** Cards as they are written and read: any script, links, long texts, pasted lists, copies; by key alone too. */
import { readFileSync } from 'node:fs'
import { keysAfter } from '@plenary/shared/order'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { get } from '../kit/http-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, shot, write } from './actors.ts'
import { enter, keys, standsOn, types } from './keys.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

const cardOf = ({ page }: Visitor, text: string) =>
  page.locator('[data-card]').filter({ hasText: text })

/** The words of every card on a desk, in their order. */
const wordsOn = ({ page }: Visitor) =>
  page
    .locator('[data-card]')
    .evaluateAll((all) => all.map((card) => card.querySelector('p')?.textContent ?? ''))

it('[HN12] words in any script are shown as they are, in their order, and stored exactly', async () => {
  const { strings }: { strings: string[] } = JSON.parse(
    readFileSync(new URL('../fixtures/strings.json', import.meta.url), 'utf8'),
  )
  const made = await seats.begin('two-pluses', 'list')
  const dee = await joinPlain({ base: seats.server.url, session: made.joinCode, name: 'Dee' })
  const all = [...strings, 'ش'.repeat(1_000) + '字'.repeat(1_000)]
  const orders = keysAfter(null, all.length)
  for (const [at, text] of all.entries()) dee.addCard(text, `topics/${orders[at]}`)
  const ash = await seats.seated(made, 'Ash')
  await until('all of them', async () => (await wordsOn(ash)).length === all.length)
  expect(await wordsOn(ash)).toEqual(all)
  const stored = await get(
    `${seats.server.url}/api/sessions/${made.sessionId}/report.json`,
    made.token,
  )
  const json = JSON.stringify(await stored.json())
  for (const text of all) expect(json).toContain(JSON.stringify(text))
  const directions = await ash.page
    .locator('[data-card] p:first-of-type')
    .evaluateAll((found) =>
      found.map((one) => `${getComputedStyle(one).direction} ${one.textContent.slice(0, 5)}`),
    )
  expect(directions).toContain('rtl بطاقة')
  expect(directions).toContain('rtl כרטיס')
  expect(directions).toContain('ltr plain')
  await shot(ash, '60-strings')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  for (const text of ['بطاقة عربية 123', '日本語のカード', '<script>alert(1)</script>', '👩‍👩‍👧‍👦'])
    await bo.page.getByText(text, { exact: true }).first().waitFor()
  await shot(bo, '60-strings')
  expect([...ash.complaints, ...bo.complaints]).toEqual([])
  dee.leave()
})

it('[HN9] [HN10] addresses are followed safely and long texts are folded, by key too', async () => {
  const made = await seats.begin('two-pluses', 'list')
  const ash = await seats.seated(made, 'Ash')
  await write(
    ash,
    'See https://example.org/a_(b) and javascript:alert(1) *bold* [x](https://example.org).',
  )
  const links = cardOf(ash, 'See https').getByRole('link')
  await until('two links', async () => (await links.count()) === 2)
  expect(await links.first().getAttribute('href')).toBe('https://example.org/a_(b)')
  expect(await links.first().getAttribute('rel')).toBe('noopener noreferrer nofollow')
  expect(await wordsOn(ash)).toEqual([
    'See https://example.org/a_(b) and javascript:alert(1) *bold* [x](https://example.org).',
  ])

  const long = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')
  await write(ash, long)
  const card = cardOf(ash, 'word59')
  await button(ash.page, 'Show all').waitFor()
  const folded = (await card.boundingBox())?.height ?? 0
  await shot(ash, '61-folded')
  await card.focus()
  await enter(ash, ash.page.getByRole('button', { name: 'Show all' }))
  await button(ash.page, 'Show less').waitFor()
  expect((await card.boundingBox())?.height ?? 0).toBeGreaterThan(folded + 20)
  await shot(ash, '61-unfolded')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  await press(bo, button(bo.page, 'Show all'))
  await button(bo.page, 'Show less').waitFor()
  await shot(bo, '61-unfolded')
})

it('[HN11] a list that is pasted on the board is shown first, and one line is one card', async () => {
  const made = await seats.begin('two-pluses', 'list')
  const ash = await seats.seated(made, 'Ash')
  await sees(ash, 'No cards yet.')
  await ash.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copy = (text: string) =>
    ash.page.evaluate((words) => navigator.clipboard.writeText(words), text)
  const question = ash.page.locator('main h1')
  await copy('Only one')
  await question.focus()
  // Whether the part that hears it has come shows by what happens.
  await until('one card', async () => {
    if ((await wordsOn(ash)).length === 0) await keys(ash, 'Control+v')
    return (await wordsOn(ash)).length > 0
  })
  expect((await wordsOn(ash))[0]).toBe('Only one')
  const before = (await wordsOn(ash)).length
  await copy('- Deploys\n\n2. Reviews\n• Tests')
  await keys(ash, 'Control+v')
  await button(ash.page, 'Add 3 cards').waitFor()
  await shot(ash, '62-paste')
  await enter(ash, ash.page.getByRole('button', { name: 'Add 3 cards' }))
  await until('three more', async () => (await wordsOn(ash)).length === before + 3)
  expect((await wordsOn(ash)).slice(-3)).toEqual(['Deploys', 'Reviews', 'Tests'])
  await keys(ash, 'Control+z')
  await until('one step back', async () => (await wordsOn(ash)).length === before)
})

it('[HN8] a card is duplicated by key and by taps', async () => {
  const made = await seats.begin('two-pluses', 'list')
  const ash = await seats.seated(made, 'Ash')
  for (const text of ['Bikes', 'Trains']) await write(ash, text)
  await cardOf(ash, 'Bikes').first().focus()
  await until('duplicated', async () => {
    await keys(ash, 'Control+d')
    return (await wordsOn(ash)).length > 2
  })
  expect((await wordsOn(ash)).filter((text) => text === 'Bikes').length).toBeGreaterThan(1)
  expect((await wordsOn(ash)).at(-1)).toBe('Trains')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  await press(bo, button(bo.page, 'More for “Trains”'))
  await press(bo, button(bo.page, 'Duplicate'))
  await until('two trains', async () => (await cardOf(ash, 'Trains').count()) === 2)
})

it('[HN13] N waits for the field; Enter saves, Shift and Enter is a line, Esc keeps what was begun', async () => {
  let release = () => {}
  const held = new Promise<void>((go) => (release = go))
  const made = await seats.begin('two-pluses', 'list')
  const ash = await seats.seated(made, 'Ash', {
    before: ({ page }) =>
      page.route(/assets\/(?:Sort|Board)-.*\.js/, async (route) => {
        await held
        await route.continue()
      }),
  })
  await ash.page.getByRole('banner').waitFor()
  await keys(ash, 'n')
  release()
  await standsOn(ash, /^textarea Add a card/)
  await types(ash, 'One')
  await keys(ash, 'Enter')
  await types(ash, 'Two')
  await keys(ash, 'Shift+Enter')
  await types(ash, 'lines')
  await keys(ash, 'Enter')
  await until('both', async () => (await wordsOn(ash)).length === 2)
  expect(await wordsOn(ash)).toEqual(['One', 'Two\nlines'])
  await types(ash, 'Begun')
  await keys(ash, 'Escape')
  await standsOn(ash, /^h1/)
  await keys(ash, 'n')
  await standsOn(ash, /^textarea Add a card/)
  expect(await ash.page.locator('main textarea').first().inputValue()).toBe('Begun')
})
