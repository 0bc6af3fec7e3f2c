/** A German browser among English ones. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { visit } from '../kit/visitor.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, shot } from './actors.ts'

/** The words of another language. */
const OTHER = /german-.*\.js$/

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

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
  const ana = await visit(browser, 'Ana', 'desk', { locale: 'de-AT' })
  await ana.page.goto(server.url)
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
    visit(browser, 'Bo', 'desk'),
    visit(browser, 'Jules', 'phone', { locale: 'fr-FR' }),
  ])
  for (const one of [bo, jules]) {
    const given = scriptsOf(one)
    await one.page.goto(server.url)
    await sees(one, 'What do you need to talk about?')
    expect(given.filter((path) => OTHER.test(path))).toEqual([])
    await one.leave()
  }
})

it('[WD5] changes the language in a session and keeps seat, place and words', async () => {
  const made = await makeSession(server.url, {
    title: 'Auftakt',
    formatId: 'pre-mortem',
    name: 'Fay',
  })
  const seat = await join(server.url, made.joinCode, { name: 'Cleo' })
  await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase: 'write' })
  const cleo = await visit(browser, 'Cleo', 'phone')
  await cleo.context.addInitScript(
    (kept) => localStorage.setItem('plenary.sessions', JSON.stringify([kept])),
    { ...seat, at: 1 },
  )
  await cleo.page.goto(`${server.url}/s/${made.sessionId}`)
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
    expect.objectContaining({ participantId: seat.participantId, token: seat.token }),
  ])
  expect(cleo.complaints).toEqual([])
  await cleo.leave()
})

it('[WD13] words from right to left stand so in the field and on the card', async () => {
  const made = await makeSession(server.url, { title: 'Launch', formatId: 'dot-vote', name: 'Fay' })
  const seat = await join(server.url, made.joinCode, { name: 'Noa' })
  await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase: 'propose' })
  const noa = await visit(browser, 'Noa', 'phone')
  await noa.context.addInitScript(
    (kept) => localStorage.setItem('plenary.sessions', JSON.stringify([kept])),
    { ...seat, at: 1 },
  )
  await noa.page.goto(`${server.url}/s/${made.sessionId}`)
  const field = noa.page.getByRole('textbox', { name: 'Add a card' })
  await field.fill('שלום, עולם')
  const direction = (element: Element) => getComputedStyle(element).direction
  expect(await field.evaluate(direction)).toBe('rtl')
  await field.press('Enter')
  expect(await noa.page.getByText('שלום, עולם').first().evaluate(direction)).toBe('rtl')
  await field.fill('Hello')
  expect(await field.evaluate(direction)).toBe('ltr')
  await noa.leave()
})
