/** A German browser among English ones. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { visit } from '../kit/visitor.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, shot } from './actors.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'

/** The words of another language. */
const OTHER = /german-.*\.js$/

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

function langOf({ page }: Visitor): Promise<string> {
  return page.evaluate(() => document.documentElement.lang)
}

/** The names of the scripts that a browser is given from now on. */
function scriptsOf({ page }: Visitor): string[] {
  const given: string[] = []
  page.on('response', (response) => given.push(new URL(response.url()).pathname))
  return given
}

it('[WD3] speaks the language of the browser, and the chosen one before it', async () => {
  const ana = await visit(seats.browser, 'Ana', 'desk', { locale: 'de-AT' })
  await ana.page.goto(seats.server.url)
  await sees(ana, 'Worüber müsst ihr reden?')
  expect(await langOf(ana)).toBe('de')
  await shot(ana, 'home-german')
  await sees(ana, 'Retrospektive')
  await press(ana, button(ana.page, 'English'))
  await sees(ana, 'What do you need to talk about?')
  expect(await langOf(ana)).toMatch(/^en/)
  await ana.page.reload()
  await sees(ana, 'What do you need to talk about?')
  expect(ana.complaints).toEqual([])
  await ana.leave()
})

it('[WD4] loads no other language where English is spoken', async () => {
  const [bo, jules] = await Promise.all([
    visit(seats.browser, 'Bo', 'desk'),
    visit(seats.browser, 'Jules', 'phone', { locale: 'fr-FR' }),
  ])
  for (const one of [bo, jules]) {
    const given = scriptsOf(one)
    await one.page.goto(seats.server.url)
    await sees(one, 'What do you need to talk about?')
    expect(given.filter((path) => OTHER.test(path))).toEqual([])
    await one.leave()
  }
})

it('[WD5] changes the language in a session and keeps seat, place and words', async () => {
  const made = await seats.begin('pre-mortem', 'write', 'Auftakt')
  const cleo = await seats.seated(made, 'Cleo', { on: 'phone' })
  await cleo.page.getByRole('textbox', { name: 'Write a card' }).fill('Nobody asks for it')
  await cleo.page.keyboard.press('Enter')
  await sees(cleo, 'Nobody asks for it')
  await press(cleo, button(cleo.page, /^Menu of/))
  await press(cleo, button(cleo.page, 'Deutsch'))
  await sees(cleo, 'Ich bin fertig')
  await sees(cleo, 'Nobody asks for it')
  expect(await langOf(cleo)).toBe('de')
  await shot(cleo, 'write-german')
  const kept = await cleo.page.evaluate(() => localStorage.getItem('plenary.sessions'))
  expect(JSON.parse(kept ?? '')).toEqual([
    expect.objectContaining({ participantId: cleo.seat, token: cleo.token }),
  ])
  expect(cleo.complaints).toEqual([])
})

it('[WD13] words from right to left stand so in the field and on the card', async () => {
  const made = await seats.begin('dot-vote', 'propose', 'Launch')
  const noa = await seats.seated(made, 'Noa', { on: 'phone' })
  const field = noa.page.getByRole('textbox', { name: 'Add a card' })
  await field.fill('שלום, עולם')
  const direction = (element: Element) => getComputedStyle(element).direction
  expect(await field.evaluate(direction)).toBe('rtl')
  await field.press('Enter')
  expect(await noa.page.getByText('שלום, עולם').first().evaluate(direction)).toBe('rtl')
  await field.fill('Hello')
  expect(await field.evaluate(direction)).toBe('ltr')
})
