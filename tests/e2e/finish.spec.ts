/** How a session ends: actions, what is asked before the close, the report and what leaves with people. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { until } from '../kit/until.ts'
import { button, joinByLink, next, press, sees, shot, write } from './actors.ts'
import type { Ended } from './finishing.ts'
import { leadByLink, toTheEnd } from './finishing.ts'

let server: RunningServer
let browser: Browser
let ended: Ended
let f: Visitor
let b: Visitor

beforeAll(async () => {
  server = await startServer({ EXPIRE_DAYS: '90' })
  browser = await launchChromium()
  ended = await toTheEnd(server.url, 'Audience Builder kick-off')
  f = await visit(browser, 'Fay', 'desk')
  b = await visit(browser, 'Ben', 'phone')
  await leadByLink(f, ended)
  await joinByLink(b, server.url, ended.made.joinCode)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

const INTERVIEW = 'Interview three client teams'
const FORMAT = 'Agree a data format'
const PAGE = 'Write a page for support'

describe('actions', () => {
  it('[FN8] have an owner, a date and a ticket; somebody who is not here is asked first', async () => {
    for (const text of [INTERVIEW, FORMAT, PAGE]) await write(f, text, 'Add an action')
    await f.page.getByLabel(`Who, ${INTERVIEW}`).selectOption({ label: 'Ash' })
    await f.page.getByLabel(`Due, ${INTERVIEW}`).fill('2030-03-20')
    await press(f, button(f.page, `Add ticket, ${INTERVIEW}`))
    const ticket = f.page.getByLabel(`Ticket, ${INTERVIEW}`)
    await ticket.fill('https://tickets.example.org/browse/AUD-31')
    await ticket.press('Enter')
    await f.page.getByRole('link', { name: /AUD-31/ }).waitFor()
    await press(b, b.page.getByLabel(`Who, ${FORMAT}`))
    await b.page.getByLabel(`Who, ${FORMAT}`).selectOption({ label: 'Somebody else…' })
    const name = b.page.getByLabel(`Name of the owner, ${FORMAT}`)
    await name.fill('Zoe')
    await name.press('Enter')
    for (const who of [f, b]) {
      await sees(who, 'Not here. Ask them first.')
      await shot(who, 'actions')
    }
    await f.page.getByLabel(`Who, ${FORMAT}`).selectOption({ label: 'Bo' })
    await b.page.getByText('Not here. Ask them first.').waitFor({ state: 'detached' })
  })

  it('[FN10] are put in order by key and removed with a way back, and the focus stays', async () => {
    const more = button(f.page, `More for “${PAGE}”`)
    await more.focus()
    await f.page.keyboard.press('Enter')
    await button(f.page, 'Move up').focus()
    await shot(f, 'action-menu')
    await f.page.keyboard.press('Enter')
    const order = () => f.page.locator('tbody tr td:first-child > button').allInnerTexts()
    await until('it moved', async () => (await order())[1] === PAGE)
    await until('the focus is there', () => more.evaluate((one) => one === document.activeElement))
    await press(b, button(b.page, `More for “${PAGE}”`))
    await shot(b, 'action-sheet')
    await press(b, b.page.getByRole('dialog').getByRole('button', { name: 'It’s done' }))
    await f.page.getByText('Done', { exact: true }).waitFor()
    await press(f, more)
    await press(f, button(f.page, 'Remove'))
    await until('it is gone', async () => (await order()).length === 2)
    expect(await f.page.evaluate(() => document.activeElement?.hasAttribute('data-more'))).toBe(
      true,
    )
    await press(f, button(f.page, 'Undo'))
    await until('it is back', async () => (await order()).length === 3)
  })
})

describe('the end of a session', () => {
  it('[FN7] [FN3] asks once for what is missing, and says what is deleted', async () => {
    await press(f, button(f.page, 'Close the session'))
    const dialog = f.page.getByRole('dialog')
    await dialog.getByText('1 action has no owner or no date').waitFor()
    await shot(f, 'close')
    await dialog.getByLabel(`Due, ${FORMAT}`).fill('2030-04-01')
    await dialog.getByLabel('Who sends the notes round?').selectOption({ label: 'Ash' })
    await press(f, dialog.getByRole('button', { name: 'Add a date' }))
    await dialog.getByLabel('Check-in 1').fill('2030-05-02')
    await dialog.getByLabel('Check-in 1').press('Enter')
    await until('all is filled in', async () => (await dialog.getByText('Filled in').count()) === 3)
    await shot(f, 'close-filled')
    await dialog.getByText(/single votes are deleted for good.*can reopen the session/).waitFor()
    await press(f, dialog.getByRole('button', { name: 'Back' }))
  })

  it('[FN2] [OP15] shows the board of a closed session to look at, and the way back to the report', async () => {
    await next(f, 'Close the session', 'Close the session')
    for (const who of [f, b]) {
      await sees(who, 'Read the report')
      await sees(who, /deleted by itself on/)
      await shot(who, 'closed')
      await press(who, who.page.getByRole('link', { name: 'See the board' }))
      await sees(who, 'Solves the wrong problem')
      const board = who.page.getByRole('main')
      expect(await board.getByRole('button').count()).toBe(0)
      await shot(who, 'board')
      await press(who, who.page.getByRole('link', { name: 'Report', exact: true }))
      await sees(who, 'What was said')
      await shot(who, 'report')
    }
    expect([...f.complaints, ...b.complaints]).toEqual([])
  })

  it('[FN13] copies the notes as formatted and as plain text', async () => {
    await f.page.goto(`${server.url}/s/${ended.made.sessionId}/report`)
    await f.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await press(f, button(f.page, 'Copy for mail or chat'))
    await sees(f, 'Copied. Paste it where people read it.')
    const copied = await f.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const get = async (type: string) => (await item?.getType(type))?.text()
      return { html: await get('text/html'), text: await get('text/plain') }
    })
    expect(copied.html).toContain('<h3>Actions</h3>')
    for (const words of [INTERVIEW, 'Feature Gap · 6.25', '2 May 2030'])
      expect(copied.text).toContain(words)
  })

  it('[FN15] gives files, marks what is read, and on paper shows no controls', async () => {
    const { page } = f
    await press(f, button(page, 'Export'))
    await shot(f, 'export')
    const download = page.waitForEvent('download')
    await press(f, button(page, 'Actions'))
    expect((await download).suggestedFilename()).toBe('Audience-Builder-kick-off-actions.csv')
    const calendar = page.waitForEvent('download')
    await press(f, button(page, 'Check-in for my calendar'))
    expect((await calendar).suggestedFilename()).toBe('check-ins.ics')
    const outline = page.getByRole('navigation', { name: 'On this page' })
    await press(f, outline.getByRole('link', { name: /How it ran/ }))
    await outline.locator('[aria-current]', { hasText: 'How it ran' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    for (const control of [outline, button(page, 'Export'), button(page, 'Copy for mail or chat')])
      expect(await control.isVisible()).toBe(false)
    expect(await page.getByText('Split on impact').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })

  it('[FN15] leads from what is missing to reopening, and then it is filled in on the page', async () => {
    const { page } = f
    await press(f, button(page, 'Add ticket'))
    const dialog = page.getByRole('dialog')
    await press(f, dialog.getByRole('button', { name: 'Reopen the session' }))
    await press(f, button(page, `Add ticket, ${FORMAT}`))
    await page.getByLabel(`Ticket, ${FORMAT}`).fill('AUD-32')
    await page.getByLabel(`Ticket, ${FORMAT}`).press('Enter')
    await sees(f, 'AUD-32')
    await shot(f, 'report-open')
    expect(f.complaints).toEqual([])
  })

  it('[FN3] is taken up again by a facilitator', async () => {
    await f.page.goto(`${server.url}/s/${ended.made.sessionId}`)
    await press(f, button(f.page, 'Close the session'))
    await press(f, f.page.getByRole('dialog').getByRole('button', { name: 'Close the session' }))
    await press(f, button(f.page, 'Reopen the session'))
    await sees(f, 'Close the session')
  })

  it('[C43] [C74] [OP9] is deleted for good by key, after a question that names it, and everybody is told', async () => {
    const { page } = f
    await press(f, button(page, 'Close the session'))
    await press(f, page.getByRole('dialog').getByRole('button', { name: 'Close the session' }))
    const { sessionId, token } = ended.made
    // Of a page of the same person that is no more.
    await page.evaluate(
      (key) => localStorage.setItem(key, 'Not sent'),
      `plenary.unsaved.${sessionId}.${token.slice(0, 8)}.gone`,
    )
    const way = button(page, 'Delete the session')
    await way.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', {
      name: 'Delete “Audience Builder kick-off” for good?',
    })
    await dialog.waitFor()
    await shot(f, 'delete')
    await page.keyboard.press('Escape')
    await until('the focus is back', () => way.evaluate((one) => one === document.activeElement))
    await page.keyboard.press('Enter')
    // While nobody answers there is nothing to press, and later nothing happens by itself.
    await server.kill()
    const told = dialog.getByText('The server isn’t answering or saving.')
    await told.waitFor()
    await shot(f, 'delete-lost')
    await dialog.getByRole('button', { name: 'Delete for good' }).focus()
    await page.keyboard.press('Enter')
    await server.start()
    await told.waitFor({ state: 'detached' })
    // Nobody who has said it is told that it can be kept.
    server.freeze()
    await page.keyboard.press('Enter')
    await dialog.locator('button[aria-busy]').waitFor()
    for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key)
    await dialog.getByRole('button', { name: 'Keep it' }).press('Enter')
    expect(await dialog.isVisible()).toBe(true)
    server.thaw()
    await page.waitForURL(`${server.url}/`)
    await until('nothing of it is left on the device', () =>
      page.evaluate(
        (id) =>
          ![localStorage, sessionStorage].some((one) =>
            JSON.stringify(Object.entries(one)).includes(id),
          ),
        sessionId,
      ),
    )
    await sees(b, 'There is no such session here')
    await b.page.goto(`${server.url}/s/${ended.made.sessionId}/report`)
    await sees(b, 'There is no such session here')
    expect(await button(b.page, 'Delete the session').count()).toBe(0)
  })
})
