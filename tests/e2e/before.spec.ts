/** Before a session: the way in that phones can use, who is here, and the way back to it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { button, joinByLink, makeSession, press, sees, shot } from './actors.ts'
import { codeOnScreen } from './company.ts'

/** At a desk, through the sheet of one's own seat. */
async function openDeviceLink(visitor: Visitor): Promise<void> {
  await press(visitor, button(visitor.page, /^Fay, you/))
  await press(visitor, button(visitor.page, 'Use another device'))
  await visitor.page.getByLabel('Link to your own seat').waitFor()
}

/** Nobody opens it here: it is only shown. */
const NETWORK = 'http://192.0.2.7:3000'

describe('before a session', () => {
  let server: RunningServer
  let browser: Browser
  let fay: Visitor
  let bo: Visitor
  let code: string

  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: NETWORK })
    browser = await launchChromium()
    ;[fay, bo] = await Promise.all([visit(browser, 'Fay', 'desk'), visit(browser, 'Bo', 'phone')])
    await makeSession(fay, server.url, { format: 'Dot vote', title: 'Where to eat' })
    code = await codeOnScreen(fay)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.remove()
  })

  it('[BF8] a page on localhost offers phones an address they can open, in one press', async () => {
    await sees(fay, 'Phones can’t open this page')
    expect(await fay.page.locator('svg[viewBox="0 0 25 25"]').count()).toBe(0)
    await press(fay, button(fay.page, 'Use 192.0.2.7:3000'))
    await sees(fay, '192.0.2.7:3000')
    await sees(fay, /point your phone’s camera/)
    await shot(fay, 'lobby-qr')
    expect(await fay.page.getByText('Phones can’t open this page').count()).toBe(0)
    await fay.page.reload()
    await sees(fay, /point your phone’s camera/)
    await openDeviceLink(fay)
    const link = fay.page.getByLabel('Link to your own seat')
    expect(await link.inputValue()).toMatch(/^http:\/\/192\.0\.2\.7:3000\/.*#key=/)
    await fay.page.keyboard.press('Escape')
  })

  it('[BF8] a device link made on localhost can be given an address too', async () => {
    await fay.page.evaluate(() => localStorage.removeItem('plenary.address'))
    await fay.page.reload()
    await openDeviceLink(fay)
    await sees(fay, /address that only this machine knows/)
    await press(
      fay,
      fay.page.getByRole('dialog').getByRole('button', { name: 'Use 192.0.2.7:3000' }),
    )
    await sees(fay, 'Scan this with the other device, or open the link there.')
    await shot(fay, 'device-qr')
    await fay.page.keyboard.press('Escape')
  })

  it('[BF9] the join page and the lobby count the same people', async () => {
    await sees(fay, '1 here')
    await joinByLink(bo, server.url, code)
    await sees(fay, '2 here')
    const cleo = await visit(browser, 'Cleo', 'phone')
    await cleo.page.goto(`${server.url}/join#${code}`)
    await sees(cleo, '2 people here already')
    await cleo.leave()
  })

  it('[BF10] the home page leads back to the lobby, and names what is gone', async () => {
    const ash = await visit(browser, 'Ash', 'desk')
    await ash.page.goto(server.url)
    await ash.page.evaluate(() => {
      const gone = {
        sessionId: 'AAAAAAAAAAAAAAAAAAAAAA',
        token: 'x',
        participantId: 'y',
        role: 'participant',
        title: 'Long ago',
        at: 0,
      }
      localStorage.setItem('plenary.sessions', JSON.stringify([gone]))
    })
    await ash.page.reload()
    await sees(ash, /no longer on this server/)
    await press(ash, button(ash.page, 'Take Long ago off this list'))
    await sees(ash, 'Sessions you start or join on this device are listed here.')
    await ash.leave()

    await fay.page.goto(server.url)
    await shot(fay, 'home-recent')
    await press(fay, fay.page.getByRole('link', { name: 'Open lobby: Where to eat' }))
    await sees(fay, 'Start when everyone is here.')
    expect(fay.complaints).toEqual([])
  })
})

describe('setting a session up', () => {
  let server: RunningServer
  let browser: Browser
  let fay: Visitor

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium()
    fay = await visit(browser, 'Fay', 'desk')
    const { page } = fay
    await page.goto(server.url)
    await press(fay, page.getByRole('button', { name: /Pre-mortem/ }).first())
    await page.getByLabel('What is it about?').fill('Audience Builder')
    await page.getByLabel('Your name').fill('Fay')
    await press(fay, button(page, 'Set it up first'))
    await sees(fay, 'What has failed?')
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.remove()
  })

  const fills = async (label: string, text: string): Promise<void> => {
    const field = fay.page.getByLabel(label, { exact: true })
    await field.fill(text)
    await field.blur()
  }

  it('[BF18] day, time, people and agenda are kept as they are typed, over a reload', async () => {
    await fills('By which date?', '2026-12-01')
    await sees(fay, 'It is 1 December. Audience Builder has failed. What happened?')
    await fills('Start', '2026-11-26T10:00')
    await press(fay, button(fay.page, '45 min'))
    await sees(fay, '10:00 to 10:45.')
    await fills('How many people do you expect?', '9')
    await fills('Title of Estimate', 'Weigh')
    await press(fay, button(fay.page, 'Skip Weigh'))
    await press(fay, button(fay.page, 'Move Write up'))
    await sees(fay, 'All saved')
    await fay.page.reload()
    await sees(fay, 'It is 1 December. Audience Builder has failed. What happened?')
    await button(fay.page, 'Bring Weigh back').waitFor()
    const titles = fay.page.getByRole('textbox', { name: /^Title of / })
    expect(await titles.first().inputValue()).toBe('Write')
    expect(await fay.page.getByLabel('How many people do you expect?').inputValue()).toBe('9')
  })

  it('[BF19] what cannot be is said beside the field, and nothing typed is lost', async () => {
    await fills('Minutes of Discuss', '0')
    await sees(fay, 'A phase takes 1 to 600 whole minutes. Choose a number in between.')
    expect(await fay.page.getByLabel('Minutes of Discuss').inputValue()).toBe('0')
    await fills('Minutes of Discuss', '16')
    await fills('How many people do you expect?', '2000')
    await sees(fay, /Up to 1,000 people can be expected/)
    await fills('How many people do you expect?', '3')
    await press(fay, button(fay.page, 'Until'))
    await fills('End', '10:12')
    await sees(fay, /The phases need at least \d+ minutes/)
  })

  it('[BF26] what is typed while a field is being saved stays', async () => {
    const field = fay.page.getByRole('textbox', { name: /^Title of (?:Actions|Talk)/ })
    server.freeze()
    await field.fill('Talk')
    await field.press('Enter')
    await field.fill('Talk it over')
    server.thaw()
    await fay.page.getByLabel('Title of Talk', { exact: true }).waitFor()
    await sees(fay, 'All saved')
    expect(await field.inputValue()).toBe('Talk it over')
    await field.blur()
    await fay.page.getByLabel('Title of Talk it over', { exact: true }).waitFor()
  })

  it('[BF28] title and day changed one right after the other are both in the questions, and the next change finds them', async () => {
    server.freeze()
    await fills('What has failed?', 'Campaign Builder')
    await fills('By which date?', '2027-01-15')
    server.thaw()
    await sees(fay, 'It is 15 January. Campaign Builder has failed. What happened?')
    await sees(fay, 'All saved')
    await fills('What has failed?', 'Audience Builder')
    await sees(fay, 'It is 15 January. Audience Builder has failed. What happened?')
  })

  it('[BF20] the invitation says when, what, how and where', async () => {
    await fills('Who gets the notes?', 'the team')
    await sees(fay, 'The notes go to the team.')
    const text = await fay.page.getByText('We imagine Audience Builder has failed').innerText()
    expect(text).toMatch(
      /^Thu,? 26 Nov 10:00 to \d\d:\d\d\. We imagine Audience Builder has failed/,
    )
    expect(text).toContain(`No account; laptop or phone: ${server.url}/join#`)
    await shot(fay, 'set-up')
  })

  it('[BF21] a test seat opens in a tab of its own, and ends when the rehearsal is cleared', async () => {
    await press(fay, button(fay.page, 'Ask a question'))
    const [tab] = await Promise.all([
      fay.context.waitForEvent('page'),
      press(fay, button(fay.page, 'Open as a participant')),
    ])
    await tab.getByRole('button', { name: 'Come in' }).click()
    await tab.getByText('Fay is setting the session up.').waitFor()
    await sees(fay, 'This is a rehearsal, with one test seat.')
    await press(fay, button(fay.page, 'Clear and open the lobby'))
    const dialog = fay.page.getByRole('dialog')
    await press(fay, dialog.getByRole('button', { name: 'Clear and open the lobby' }))
    await sees(fay, '3 still to come')
    await sees(fay, '1 here')
    await tab.getByText('Fay is setting the session up.').waitFor({ state: 'detached' })
    await tab.close()
  })

  it('[BF22] the question in the lobby is the same on every screen, and another one is a press away', async () => {
    const first = 'What’s a small thing that went better than you expected this month?'
    await sees(fay, first)
    const bo = await visit(browser, 'Bo', 'phone')
    await joinByLink(bo, server.url, await codeOnScreen(fay))
    await sees(bo, first)
    await press(fay, button(fay.page, 'Another question'))
    const second = 'Where are you, and what can you see from there?'
    await sees(fay, second)
    await sees(bo, second)
    await sees(fay, '2 still to come')
    expect([...fay.complaints, ...bo.complaints]).toEqual([])
    await bo.leave()
  })
})
