/** The door, and one person on two devices, in browsers. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { command } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { allSaved, button, joinByLink, makeSession, press, sees, shot, write } from './actors.ts'
import { codeOnScreen } from './company.ts'

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

async function knocks(visitor: Visitor, code: string): Promise<void> {
  await visitor.page.goto(`${server.url}/join#${code}`)
  await visitor.page.getByLabel('Your name').fill(visitor.name)
  await press(visitor, button(visitor.page, 'Ask to come in'))
}

const isIn = (visitor: Visitor): Promise<void> => visitor.page.waitForURL(/\/s\/[\w-]+$/)

describe('a locked door', () => {
  it('[EB2] [EB3] waits over a reload and a lost server, is let in, refused or given up', async () => {
    const f = await visit(browser, 'Fay', 'desk')
    await makeSession(f, server.url, { format: 'Dot vote', title: 'Locked' })
    const code = await codeOnScreen(f)
    const id = f.page.url().split('/s/')[1] ?? ''
    await lock(f, id)

    const b = await visit(browser, 'Bo', 'phone')
    const c = await visit(browser, 'Cleo', 'phone')
    await b.page.goto(`${server.url}/join#${code}`)
    await sees(b, 'The door is locked. Fay will be asked to let you in.')
    await shot(b, 'door-locked')
    await knocks(b, code)
    await sees(b, 'Fay has been asked to let you in.')
    await shot(b, 'door-asked')
    await sees(f, 'Bo asks to come in')
    await knocks(c, code)
    await sees(f, 'Cleo asks to come in')
    await sees(f, 'Let all 2 in')
    await shot(f, 'door-asked')

    await b.page.reload()
    await sees(b, 'Fay has been asked to let you in.')
    await server.kill()
    await sees(b, /Your request stays, and we keep asking/)
    await shot(b, 'door-offline')
    await server.start()
    await sees(b, 'Stay on this page. It opens by itself.')
    await sees(f, 'Bo asks to come in')
    await press(f, button(f.page, 'Let Bo in'))
    await isIn(b)
    await sees(b, /people are here/)

    await press(f, button(f.page, 'Not now for Cleo'))
    await sees(c, 'Fay didn’t let you in just now.')
    await shot(c, 'door-refused')
    await press(c, button(c.page, 'Ask again'))
    await press(c, button(c.page, 'Ask to come in'))
    await sees(f, 'Cleo asks to come in')
    await press(c, button(c.page, 'Stop asking'))
    await until(
      'nobody asks',
      async () => (await f.page.getByText('asks to come in').count()) === 0,
    )
    expect([b.mouse, c.mouse]).toEqual([[], []])
    expect([...f.complaints, ...b.complaints].filter((one) => !/ 40\d | 40\d/.test(one))).toEqual(
      [],
    )
    await Promise.all([f, b, c].map((one) => one.leave()))
  })
})

describe('names', () => {
  it('[EB7] [EB9] equal names are told apart, and who dropped out comes back or is somebody else', async () => {
    const f = await visit(browser, 'Fay', 'desk')
    await makeSession(f, server.url, { format: 'Dot vote', title: 'Names' })
    const code = await codeOnScreen(f)
    const b = await visit(browser, 'Pepe', 'phone')
    await joinByLink(b, server.url, code)
    await sees(f, /2 people are here/)

    const c = await visit(browser, 'Cleo', 'phone')
    await c.page.goto(`${server.url}/join#${code}`)
    await c.page.getByLabel('Your name').fill('pépé')
    await press(c, button(c.page, 'Join'))
    await sees(c, 'pépé who? Somebody here has that name.')
    await shot(c, 'name-taken')

    await b.leave()
    await sees(f, /1 person is here/)
    await press(c, button(c.page, 'Join'))
    await sees(c, 'Are you pépé, who dropped out?')
    await sees(f, 'pépé asks to come back in')
    await shot(c, 'name-back')
    await press(c, button(c.page, 'I’m somebody else'))
    await until('nobody asks', async () => (await f.page.getByText('asks to come').count()) === 0)
    await sees(c, 'Choose another name, so that you can be told apart.')
    await c.page.getByLabel('Your name').fill('Pepe K')
    await press(c, button(c.page, 'Join'))
    await isIn(c)

    const again = await visit(browser, 'Pepe', 'phone')
    await again.page.goto(`${server.url}/join#${code}`)
    await again.page.getByLabel('Your name').fill('Pepe')
    await press(again, button(again.page, 'Join'))
    await press(f, button(f.page, 'Let Pepe in'))
    await isIn(again)
    await sees(f, /3 people are here/)
    await press(again, button(again.page, /^Menu of/))
    await again.page.getByLabel('Your name').fill('PEPE k')
    await press(again, button(again.page, 'Change name'))
    await sees(again, 'Somebody here has that name already.')
    await Promise.all([f, c, again].map((one) => one.leave()))
  })
})

describe('who watches', () => {
  it('[EB12] [EB13] asks to take part, is let, and leaves', async () => {
    const f = await visit(browser, 'Fay', 'desk')
    const id = await makeSession(f, server.url, { format: 'Pre-mortem', title: 'Watching' })
    const code = await codeOnScreen(f)
    const b = await visit(browser, 'Bo', 'phone')
    await b.page.goto(`${server.url}/join#${code}`)
    await b.page.getByLabel('Your name').fill('Bo')
    await press(b, button(b.page, 'Just watch'))
    await sees(b, 'You’re watching.')
    await go(f, id, 'write')
    await press(b, button(b.page, 'Ask to take part'))
    await sees(b, 'You asked to take part.')
    await shot(b, 'watching')
    await press(f, button(f.page, 'Let Bo take part'))
    await sees(b, 'Only you can see these')
    expect(await b.page.getByText('You asked to take part.').count()).toBe(0)
    await press(b, button(b.page, /^Menu of/))
    await press(b, button(b.page, 'Leave this session'))
    await press(b, b.page.getByRole('button', { name: 'Leave', exact: true }))
    await sees(b, 'Join with a code')
    expect(await b.page.evaluate(() => localStorage.getItem('plenary.sessions'))).toBe('[]')
    expect(b.mouse).toEqual([])
    await Promise.all([f, b].map((one) => one.leave()))
  })
})

async function lock({ page }: Visitor, id: string): Promise<void> {
  const token = await page.evaluate(
    (): unknown => JSON.parse(localStorage.getItem('plenary.sessions') ?? '[]')[0].token,
  )
  await command(server.url, id, String(token), { type: 'session.lock', door: true })
}

describe('two devices of one person', () => {
  it('[EB4] [EB5] are one person with the same drafts and dots, under a new name on both', async () => {
    const f = await visit(browser, 'Fay', 'desk')
    const id = await makeSession(f, server.url, { format: 'Pre-mortem', title: 'Two devices' })
    const code = await codeOnScreen(f)
    const d: PlainClient = await joinPlain({ base: server.url, session: code, name: 'Dee' })
    const b = await visit(browser, 'Bo', 'phone')
    await joinByLink(b, server.url, code)
    const link = await deviceLink(b)
    const laptop = await visit(browser, 'Bo', 'desk')
    await laptop.page.goto(link)
    await sees(laptop, 'Go on as yourself here')
    await shot(laptop, 'device-door')
    await press(laptop, button(laptop.page, 'Come in'))
    await isIn(laptop)
    expect(laptop.page.url()).toBe(`${server.url}/s/${id}`)
    await sees(f, /3 people are here/)

    const again = await visit(browser, 'Eve', 'desk')
    await again.page.goto(link)
    await press(again, button(again.page, 'Come in'))
    await sees(again, 'This link has been used or is too old. Make a new one.')
    await again.leave()

    await go(f, id, 'write')
    await sees(b, 'Only you can see these')
    await write(b, 'From the phone')
    await sees(laptop, 'From the phone')
    await write(laptop, 'From the laptop')
    await sees(b, 'From the laptop')
    await allSaved(b)
    await allSaved(laptop)
    expect(JSON.stringify(d.fact('live'))).toContain('"ready":{"n":0,"of":3}')

    await go(f, id, 'sort')
    await openVote(f, id)
    await sees(b, /5 dots left/)
    await press(b, b.page.getByRole('button', { name: /^Add a dot/ }).first())
    await sees(laptop, /4 dots left/)
    await until('one has voted', () =>
      JSON.stringify(d.fact('live')).includes('"voted":{"n":1,"of":3}'),
    )

    await press(laptop, button(laptop.page, /Bo, you/))
    await shot(laptop, 'you')
    await laptop.page.getByLabel('Your name').fill('Bosse')
    await press(laptop, button(laptop.page, 'Change name'))
    await sees(laptop, 'You are Bosse now')
    await press(b, button(b.page, /^Menu of/))
    await until(
      'the phone knows the name',
      async () => (await b.page.getByLabel('Your name').inputValue()) === 'Bosse',
    )
    expect([f, b, laptop].flatMap((one) => one.complaints)).toEqual([])
    expect(b.mouse).toEqual([])
    d.leave()
    await Promise.all([f, b, laptop].map((one) => one.leave()))
  })
})

async function deviceLink(visitor: Visitor): Promise<string> {
  const { page } = visitor
  await press(visitor, button(page, /^Menu of/))
  await shot(visitor, 'menu')
  await press(visitor, button(page, 'Use another device'))
  const link = await page.getByLabel('Link to your own seat').inputValue()
  await shot(visitor, 'device')
  for (let sheet = 0; sheet < 2; sheet++)
    await press(visitor, page.getByRole('button', { name: 'Close', exact: true }).last())
  return link
}

async function chair({ page }: Visitor, id: string, body: object): Promise<void> {
  const token = await page.evaluate(
    (): unknown => JSON.parse(localStorage.getItem('plenary.sessions') ?? '[]')[0].token,
  )
  expect(await command(server.url, id, String(token), body)).toMatchObject({ ok: true })
}

const go = (f: Visitor, id: string, phase: string): Promise<void> =>
  chair(f, id, { type: 'phase.go', phase, finish: true })

const openVote = (f: Visitor, id: string): Promise<void> =>
  chair(f, id, {
    type: 'round.open',
    section: 'reasons',
    rules: { budget: 5, cap: null, live: false },
  })
