/** S1 led wholly from the console; then the laptop dies, and the stand-in finishes it on a small phone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { button, joinByLink, makeSession, next, press, sees, shot, write } from './actors.ts'
import { codeOnScreen } from './company.ts'
import { estimateByCommand } from './estimating.ts'
import { CATEGORIES, SAID } from './pre-mortem-data.ts'
import { entriesOf, textsOf } from './sorting.ts'

/** The stand-in is offered the chair after 15 s; a server at work may be a little later. Milliseconds. */
const OFFERED_WITHIN = 30_000

let server: RunningServer
let browser: Browser
/** Leads at a desk; takes part at a desk; stands in on a small phone. */
let fay: Visitor, ash: Visitor, bo: Visitor
let dee: PlainClient
let session = ''
let hostLink = ''

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
  fay = await visit(browser, 'Fay', 'desk')
  ash = await visit(browser, 'Ash', 'desk')
  bo = await visit(browser, 'Bo', 'phone', { width: 320, height: 640 })
})
afterAll(async () => {
  dee?.leave()
  await browser?.close()
  await server?.remove()
})

describe('S1', () => {
  it('[LD11] is led from the console: stand-in, words, clock, reveal', async () => {
    session = await makeSession(fay, server.url, { format: 'Pre-mortem', title: 'Audience app' })
    const code = await codeOnScreen(fay)
    hostLink = await fay.page.evaluate(
      () =>
        /[^"]*\/s\/[^"]*#key=[^"]*/.exec(localStorage.getItem('plenary.sessions') ?? '')?.[0] ?? '',
    )
    await joinByLink(ash, server.url, code)
    await joinByLink(bo, server.url, code)
    dee = await joinPlain({ base: server.url, session: code, name: 'Dee' })
    await next(fay, /Start with Set the scene/)
    await press(fay, button(fay.page, /^People/))
    await press(fay, button(fay.page, 'More for Bo'))
    await press(fay, button(fay.page, 'Stands in'))
    await sees(fay, 'stands in')
    await fay.page.keyboard.press('Escape')
    await fay.page.keyboard.press('p')
    await press(fay, button(fay.page, 'Show to everyone'))
    await sees(bo, /It didn't maybe fail. It failed./)
    await next(fay, /Next: Write/)
    await press(fay, button(fay.page, /^Start 7:00/))
    const [first = '', second = '', ...rest] = SAID
    await write(ash, first)
    await write(bo, second)
    for (const [n, text] of rest.entries())
      await dee.ask({
        type: 'draft.put',
        draft: `dee-${n}`,
        section: 'reasons',
        text,
        rev: 1,
        state: 'done',
      })
    await next(fay, /Reveal and sort/, 'Reveal')
    await until('all are revealed', () => textsOf(dee).length === SAID.length)
    await press(fay, button(fay.page, /^Start 12:00/))
    await sees(fay, /^Ends /)
  })

  it('[LD11] keeps the chair for a while when the laptop dies, then offers it to the stand-in', async () => {
    await fay.context.close()
    await sees(bo, /Fay’s connection dropped. The timer runs on, nothing is lost./)
    await sees(ash, /Fay’s connection dropped/)
    expect(await button(bo.page, 'Take the chair').count()).toBe(0)
    await shot(bo, 'dropped')
    await button(bo.page, 'Take the chair').waitFor({ timeout: OFFERED_WITHIN })
    expect(await button(ash.page, 'Take the chair').count()).toBe(0)
    await press(bo, button(bo.page, 'Take the chair'))
    await sees(bo, 'You lead now.')
    await sees(ash, 'Bo leads now.')
    await shot(bo, 'took')
  })

  it('[LD11] [LD7] the host comes back beside the stand-in, who has the lead', async () => {
    const again = await visit(browser, 'Fay', 'desk')
    await again.page.goto(hostLink)
    await again.page.getByLabel('Your name').fill('Fay')
    await again.page.getByLabel('Your name').press('Enter')
    await sees(again, 'Read aloud')
    await press(again, button(again.page, /^People/))
    await sees(again, 'leads too')
    const row = again.page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Bo' })
    expect(await row.innerText()).toContain('leads')
    await again.leave()
  })

  it('[LD11] is finished on a phone of 320 by 640', async () => {
    await next(bo, /Next: Estimate/, 'Estimate without them')
    await until('the round is open', () =>
      [...dee.session().keys()].some((key) => key.startsWith('round:')),
    )
    await estimateByCommand(dee, CATEGORIES)
    await sees(bo, 'How likely is it?')
    await fits(bo)
    await shot(bo, 'estimate')
    await next(bo, 'Reveal the numbers')
    await next(bo, /Next: Discuss/)
    // The list offers the same, and moves while it comes.
    const bar = bo.page.getByRole('region', { name: 'Lead the session' })
    await press(bo, bar.getByRole('button', { name: 'Set these topics' }))
    await next(bo, 'Start the first topic')
    await sees(ash, 'Topic 1 of 3')
    await press(bo, button(bo.page, '+1 minute'))
    await write(ash, 'Ask ten customers', 'Add an action')
    await fits(bo)
    await shot(bo, 'discuss')
    await next(bo, 'Next topic')
    await next(bo, 'Next topic')
    await next(bo, /Next: Actions and close/)
    await sees(bo, 'Ask ten customers')
    await fits(bo)
    await next(bo, 'Close the session', 'Close the session')
    await sees(ash, 'Read the report')
    await sees(bo, 'Read the report')
    const report = await fetch(`${server.url}/api/sessions/${session}/report.md`, {
      headers: { Authorization: `Bearer ${dee.token}` },
    })
    const text = await report.text()
    for (const said of [...SAID, 'Ask ten customers']) expect(text).toContain(said.split("'")[0])
    expect(entriesOf(dee, 'action')).toHaveLength(1)
    expect([bo.mouse, ash.complaints, bo.complaints]).toEqual([[], [], []])
  })
})

/** Nothing is wider than the phone, and the chair’s bar stands whole at its lower edge. */
async function fits({ page }: Visitor): Promise<void> {
  const seen = async () => {
    const bar = await page.getByRole('region', { name: 'Lead the session' }).boundingBox()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    return [width, bar === null ? 0 : Math.round(bar.y + bar.height)].join()
  }
  // A part of the screen may still be on its way.
  await until('it fits', async () => (await seen()) === '320,640').catch(() => {})
  expect(await seen()).toBe('320,640')
}
