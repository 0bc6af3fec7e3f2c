/** One phone, two people: private writing and a vote, with the screen covered between them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import type { Made } from '../kit/http-client.ts'
import { command, makeSession } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { button, joinByLink, press, sees, shot, times, write } from './actors.ts'

let server: RunningServer
let browser: Browser
let made: Made
let d: PlainClient

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
  made = await makeSession(server.url, { title: 'One phone', formatId: 'pre-mortem', name: 'Fay' })
  d = await joinPlain({ base: server.url, session: made.joinCode, name: 'Dee' })
})
afterAll(async () => {
  d?.leave()
  await browser?.close()
  await server?.remove()
})

async function chair(body: object): Promise<void> {
  expect(await command(server.url, made.sessionId, made.token, body)).toMatchObject({ ok: true })
}

/** Everything that the page shows, holds in fields, or keeps. */
async function everything({ page }: Visitor): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('textarea, input')].map((one) =>
        one instanceof HTMLTextAreaElement || one instanceof HTMLInputElement ? one.value : '',
      ),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
    ]),
  )
}

const ready = (): string => JSON.stringify(d.fact('live'))

it('[EB10] [EB11] two people share a phone, and neither sees, nor loses, what is the other’s', async () => {
  const phone = await visit(browser, 'Ana', 'phone')
  const { page } = phone
  const frames: { url: string; sent: number }[] = []
  page.on('websocket', (socket) => {
    const one = { url: socket.url(), sent: 0 }
    frames.push(one)
    socket.on('framesent', () => (one.sent += 1))
  })
  await joinByLink(phone, server.url, made.joinCode)
  await chair({ type: 'phase.go', phase: 'write' })
  await sees(phone, 'Only you can see these')
  await write(phone, 'Ana thinks of money')

  await press(phone, button(page, /^Menu of/))
  await press(phone, button(page, 'Pass this phone'))
  await sees(phone, 'Hidden. Pass it to the next person.')
  await shot(phone, 'pass-new')
  expect(await everything(phone)).not.toContain('money')
  await page.getByLabel('Your name').fill('Bo')
  await press(phone, button(page, 'Join'))
  await sees(phone, 'Bo’s screen')
  await sees(phone, 'Only you can see these')
  expect(await everything(phone)).not.toContain('money')
  // Fay, Dee, Ana and Bo: who is covered is here.
  await until('four count', () => ready().includes('"of":4'))
  await write(phone, 'Bo thinks of time')
  await shot(phone, 'pass-strip')

  await press(phone, button(page, 'Pass'))
  await sees(phone, 'Hidden. Pass to Ana.')
  await shot(phone, 'pass-cover')
  const covered = await everything(phone)
  expect(covered).not.toContain('money')
  expect(covered).not.toContain('thinks of time')

  await page.reload()
  await sees(phone, 'Hidden. Who has it now?')
  expect(await everything(phone)).not.toMatch(/thinks of/)
  const before = frames.length
  await until('both are still here', () => frames.length >= before && ready().includes('"of":4'))
  await press(phone, button(page, 'I’m Ana'))
  await sees(phone, 'Ana thinks of money')
  expect(await times(phone, 'Bo thinks of time')).toBe(0)
  // The connection of the covered one has said nothing, not even hello.
  await until('Bo is here in silence', () => frames.some(({ sent }) => sent === 0))

  await chair({ type: 'phase.go', phase: 'sort', finish: true })
  await sees(phone, 'Ana’s screen')
  await until('two cards', () => d.cardBy('Bo thinks of time') !== null)
  await chair({
    type: 'round.open',
    section: 'reasons',
    rules: { budget: 2, cap: null, live: false },
  })
  await sees(phone, '2 dots left')
  await press(phone, page.getByRole('button', { name: /^Add a dot/ }).first())
  await sees(phone, '1 dot left')
  await press(phone, button(page, 'Pass'))
  await press(phone, button(page, 'I’m Bo'))
  await sees(phone, '2 dots left')
  await press(phone, page.getByRole('button', { name: /^Add a dot/ }).first())
  await until('two have voted', () => ready().includes('"voted":{"n":2,"of":4}'))
  expect(phone.complaints).toEqual([])
  expect(phone.mouse).toEqual([])
  await phone.leave()
})
