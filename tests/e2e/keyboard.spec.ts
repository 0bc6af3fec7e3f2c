/**
 * S1 without a mouse: whoever leads and one who takes part have a keyboard only, from the home page to the report.
 * The others are plain clients.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import { launchChromium } from '../kit/chromium.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { button, sees } from './actors.ts'
import { estimateByCommand, tableOnDesk } from './estimating.ts'
import { choose, enter, focusOf, keyTo, keys, standsOn, types } from './keys.ts'
import { CATEGORIES, SAID, SORTED, TABLE, laneFor } from './pre-mortem-data.ts'
import { lanesOnDesk } from './sorting.ts'

const QUESTION = /Our project has failed. What happened\?/

let server: RunningServer
let browser: Browser
let f: Visitor
let a: Visitor
let others: PlainClient[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
  f = await visit(browser, 'Fay', 'desk', { mouseless: true })
  a = await visit(browser, 'Ash', 'desk', { mouseless: true })
})
afterAll(async () => {
  for (const one of others) one.leave()
  await browser?.close()
  await server?.remove()
})

/** By the key that leads to the console, then to Next. */
async function next(label: RegExp, confirm?: string): Promise<void> {
  await keys(f, 'c')
  await standsOn(f, /^aside Console/)
  const console = f.page.getByRole('complementary', { name: 'Console' })
  await keyTo(f, console.getByRole('button', { name: label }), 'Tab', 8)
  await keys(f, 'Enter')
  if (confirm === undefined) return
  const dialog = f.page.getByRole('dialog')
  await enter(f, dialog.getByRole('button', { name: confirm, exact: true }))
}

/** The cards that are still to place, as somebody sees them. */
async function leftOn(who: Visitor): Promise<string[]> {
  return (await lanesOnDesk(who))['Still to place'] ?? []
}

/** Takes the card in focus up, over one category after the other, and puts it down. */
async function carriesTo(lane: string): Promise<void> {
  await keys(a, 'm')
  await sees(a, /^Moving/)
  for (const { name } of CATEGORIES) {
    await keys(a, 'ArrowRight')
    await sees(a, new RegExp(`\\. ${name}, \\d+ of`))
    if (name === lane) break
  }
  await keys(a, 'Enter')
}

describe('S1 by keyboard alone', () => {
  it('[KB1] a session is made and joined', async () => {
    await f.page.goto(server.url)
    await enter(f, button(f.page, /^Pre-mortem/))
    await keyTo(f, f.page.getByLabel('What is it about?'))
    await types(f, 'Audience app')
    await keyTo(f, f.page.getByLabel('Your name'))
    await types(f, 'Fay')
    await keys(f, 'Enter')
    await f.page.waitForURL(/\/s\/[\w-]+$/)
    await standsOn(f, /^h1 Start when everyone is here/)
    const code = must(/\d{3}\s?\d{3}\s?\d{3}/.exec(await f.page.innerText('main'))?.[0], 'a code')

    await a.page.goto(server.url)
    await keyTo(a, a.page.getByLabel(/Join/).first())
    await types(a, code)
    await keys(a, 'Enter')
    await a.page.waitForURL(/\/join/)
    await standsOn(a, /^input Your name/)
    await types(a, 'Ash')
    await keys(a, 'Enter')
    await a.page.waitForURL(/\/s\/[\w-]+$/)
    await standsOn(a, /^h1 Fay starts in a moment/)
    const base = server.url
    const session = code.replaceAll(/\D/g, '')
    for (const name of ['Bo', 'Cy', 'Dee', 'Eli'])
      others.push(await joinPlain({ base, session, name }))
  })

  it('[KB1] everybody writes, and the cards are revealed', async () => {
    await sees(f, /6 people are here/)
    await enter(f, button(f.page, /Start with Set the scene/))
    for (const who of [f, a]) await standsOn(who, QUESTION)
    await next(/Next: Write/)
    await sees(f, /^Start 7:00/)
    for (const who of [f, a]) await standsOn(who, /^(h1|button)/)
    await keys(f, 't')
    await button(f.page, 'Pause the timer').waitFor()
    const [first, ...rest] = others.map((one, at) => ({
      one,
      texts: SAID.slice(at * 2, at * 2 + 2),
    }))
    for (const { one, texts } of [must(first, 'one'), ...rest])
      for (const [at, text] of texts.entries())
        await one.ask({
          type: 'draft.put',
          draft: `${one.name}${at}`,
          section: 'reasons',
          text,
          rev: 1,
          state: 'done',
        })
    await keys(a, 'n')
    await standsOn(a, /^textarea Write a card/)
    await types(a, must(SAID[8], 'the ninth'))
    await keys(a, 'Enter')
    await sees(f, '9 cards so far, from everyone')
    await keyTo(a, button(a.page, 'I’m done'))
    await keys(a, 'Space')
    await next(/Reveal and sort/, 'Reveal')
    await sees(a, 'Still to place')
    await standsOn(a, /^h1 .*Where does each reason belong/)
    await standsOn(f, /^button Next/)
  })

  it('[KB1] [KB2] cards are sorted into categories by M and a number, or carried', async () => {
    await until('nine are there', async () => (await leftOn(a)).length === SAID.length)
    const unplaced = a.page.locator('section[aria-label^="Still to place"] [data-card]')
    await keyTo(a, unplaced)
    for (let left = SAID.length; left > 0; left--) {
      // What was moved kept the focus; arrows lead back to what is left.
      await keyTo(a, unplaced, 'ArrowLeft', 6)
      const text = must(/^group (.*), Still to place$/.exec(await focusOf(a))?.[1], 'a card')
      const lane = laneFor(text)
      const at = CATEGORIES.findIndex(({ name }) => name === lane)
      if (left === 1) await carriesTo(lane)
      else {
        await keys(a, 'm')
        await sees(a, /^Moving/)
        await keys(a, String(at + 1))
        await keys(a, 'Enter')
      }
      await standsOn(a, new RegExp(`^group .*, ${lane}$`))
    }
    await until('F sees them placed', async () => (await leftOn(f)).length === 0)
    expect(await lanesOnDesk(f)).toEqual({ 'Still to place': [], ...SORTED })
  })

  it('[KB1] [KB3] numbers are given', async () => {
    await next(/Next: Estimate/)
    await sees(a, /How likely/)
    for (const one of others) await estimateByCommand(one, CATEGORIES)
    for (const who of [f, a]) {
      await keys(who, 'q')
      await standsOn(who, /^h1/)
      for (const { name, probability, impact } of CATEGORIES)
        for (const [axis, value] of [
          ['Probability', probability],
          ['Impact', impact],
        ] as const) {
          const group = who.page.getByRole('radiogroup', {
            name: `${axis} of ${name}`,
            exact: true,
          })
          await keyTo(who, group.getByRole('radio'))
          await keys(who, String(Math.floor(value)))
          if (!Number.isInteger(value)) await keys(who, 'ArrowRight')
        }
    }
    await sees(f, '6 of 6 in')
    await next(/Reveal the numbers/)
    await sees(a, 'P × I')
    for (const who of [f, a]) await standsOn(who, /^(h1|button)/)
    expect(await tableOnDesk(a)).toEqual(TABLE)
  })

  it('[KB1] topics are talked about, with a note, a decision and an action', async () => {
    await next(/Next: Discuss/)
    await sees(f, 'The top 3, 5 minutes each.')
    await next(/Set these topics/)
    await next(/Start the first topic/)
    for (const who of [f, a]) await sees(who, 'Topic 1 of 3')
    for (const who of [f, a]) await standsOn(who, /^(h1|button)/)

    await keys(f, 'q')
    await keyTo(f, f.page.getByRole('textbox', { name: 'Add a decision' }))
    await types(f, 'We ask before we build')
    await keys(f, 'Enter')
    await keyTo(f, f.page.getByRole('textbox', { name: 'Add a note' }))
    await types(f, 'Support hears of it first')
    await keys(f, 'Enter')
    await sees(a, 'Support hears of it first')
    await keys(f, 'Escape')
    await standsOn(f, /^h1 What could we have done/)

    await keyTo(a, a.page.getByRole('textbox', { name: 'Add an action' }))
    await types(a, 'Ask ten customers')
    await keys(a, 'Enter')
    await choose(a, a.page.getByLabel('Who, Ask ten customers'), 'Ash', 'Shift+Tab')
    await next(/Next topic/)
    await sees(a, 'Topic 2 of 3')
    await next(/Next topic/)
    await next(/Next: Actions and close/)
    for (const who of [f, a]) await standsOn(who, /^(h1|button|select)/)
  })

  it('[KB1] the session is closed, and its report is opened', async () => {
    await choose(f, f.page.getByLabel('Who sends the notes round?'), 'Ash')
    await keyTo(f, f.page.getByRole('textbox', { name: 'When do we look again?' }))
    await types(f, 'At each sprint retrospective')
    await keys(f, 'Tab')
    await sees(a, 'At each sprint retrospective')
    await next(/Close the session/, 'Close the session')
    for (const who of [f, a]) {
      await standsOn(who, /^h1 This session closed at/)
      await enter(who, who.page.getByRole('link', { name: 'Read the report' }))
      await standsOn(who, /^h1 Audience app/)
      await sees(who, 'Ask ten customers')
    }
    expect([f.complaints, a.complaints]).toEqual([[], []])
    expect([f.mouse, a.mouse]).toEqual([[], []])
  })
})
