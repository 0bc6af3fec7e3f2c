/** Leading from the console and from a phone: what the whole sessions of S1 and S3 do not pass. */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import type { Made } from '../kit/http-client.ts'
import { command, makeSession } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { phaseOf } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { button, joinByLink, press, sees } from './actors.ts'
import { enter, keyTo, keys, standsOn } from './keys.ts'

let server: RunningServer
let browser: Browser
let made: Made
let ann: PlainClient
let fay: Visitor
let ben: Visitor

const chair = (body: object) => command(server.url, made.sessionId, made.token, body)

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
  made = await makeSession(server.url, { title: 'Launch', formatId: 'pre-mortem', name: 'Host' })
  ann = await joinPlain({ base: server.url, session: made.joinCode, name: 'Ann' })
  fay = await visit(browser, 'Fay', 'desk')
  await openHostLink(fay)
  ben = await visit(browser, 'Ben', 'desk')
  await joinByLink(ben, server.url, made.joinCode)
})
afterAll(async () => {
  ann?.leave()
  await browser?.close()
  await server?.remove()
})

async function openHostLink({ page, name }: Visitor): Promise<void> {
  await page.goto(`${server.url}${new URL(made.hostUrl).pathname}${new URL(made.hostUrl).hash}`)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your name').press('Enter')
  await page.waitForURL(/\/s\/[\w-]+$/)
}

/** What has the focus, by its words. */
const focused = ({ page }: Visitor): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'nothing'
    return element.getAttribute('aria-label') ?? element.textContent
  })

async function focuses(visitor: Visitor, what: RegExp): Promise<void> {
  await until(`${visitor.name} has the focus on ${String(what)}`, async () =>
    what.test(await focused(visitor)),
  )
}

async function type(visitor: Visitor, at: Locator, typed: readonly string[]): Promise<void> {
  await at.focus()
  for (const key of typed) await visitor.page.keyboard.press(key)
}

it('[LD5] the skip link leads to the console, which is low on a tablet', async () => {
  await chair({ type: 'phase.go', phase: 'sort' })
  await sees(fay, 'Read aloud')
  await type(fay, button(fay.page, 'To the console'), ['Enter'])
  await focuses(fay, /^Console$/)
  const tablet = await visit(browser, 'Tab', 'desk', { width: 900, height: 700 })
  await openHostLink(tablet)
  const console = tablet.page.getByRole('complementary', { name: 'Console' })
  const height = async () => (await console.boundingBox())?.height ?? 0
  await sees(tablet, /Next: Estimate/)
  expect(await height()).toBe(88)
  await press(tablet, button(tablet.page, 'Raise the console'))
  await until('it is half up', async () => (await height()) > 300)
  await tablet.page.keyboard.press('Escape')
  await until('it is low again', async () => (await height()) === 88)
  await tablet.leave()
})

it('[KB5] the agenda is walked through by arrows, and a step is looked at before everyone moves', async () => {
  const step = (name: RegExp) => button(fay.page, name)
  await fay.page.locator('header a').focus()
  await keyTo(fay, step(/^Estimate, 4 of 6, 7 minutes/), 'Tab', 8)
  await keys(fay, 'ArrowRight')
  await standsOn(fay, /^button Discuss, 5 of 6/)
  await keys(fay, 'Home')
  await standsOn(fay, /^button Set the scene, 1 of 6, done/)
  // The present step is no button: there is nowhere to go.
  await keys(fay, 'ArrowRight', 'ArrowRight')
  await standsOn(fay, /^button Estimate/)
  await keys(fay, 'End')
  await standsOn(fay, /^button Actions and close/)
  await keys(fay, 'Enter')
  const dialog = fay.page.getByRole('dialog', { name: 'Move everyone to Actions and close?' })
  await dialog.getByText('Who will take what on, and when do we look again?').waitFor()
  await keys(fay, 'Escape')
  await standsOn(fay, /^button Actions and close/)
  await sees(fay, /Next: Estimate/)
  await keys(fay, 'ArrowLeft', 'ArrowLeft', 'Enter')
  await enter(fay, button(fay.page, 'Move everyone'))
  await sees(ben, /How likely is each one/)
  await chair({ type: 'phase.go', phase: 'sort' })
  await sees(fay, /Next: Estimate/)
})

it('[KB6] what has no room in the agenda is in a menu at its end', async () => {
  const tablet = await visit(browser, 'Tom', 'desk', { width: 900, height: 700 })
  await openHostLink(tablet)
  const { page } = tablet
  const now = page.locator('nav [aria-current="step"]')
  await now.getByText('Read out and sort', { exact: true }).waitFor()
  for (const width of [700, 900]) {
    await page.setViewportSize({ width, height: 700 })
    const { x = -1, width: wide = 0 } = (await now.boundingBox()) ?? {}
    expect([width, x >= 0, x + wide <= width]).toEqual([width, true, true])
  }
  await press(tablet, button(page, '2 steps to come'))
  await press(
    tablet,
    page.getByRole('dialog').getByRole('button', { name: /^Actions and close, 6/ }),
  )
  await page.getByRole('dialog', { name: 'Move everyone to Actions and close?' }).waitFor()
  await press(tablet, button(page, 'Stay'))
  await button(page, '1 step before').waitFor()
  await tablet.leave()
})

it('[LD2] nobody is asked in sorting whether they are done', async () => {
  expect(await button(ben.page, 'I’m done').count()).toBe(0)
  await sees(ben, 'Raise hand')
})

it('[LD4] a card keeps the focus when a key moves it, and its neighbour has it when it is removed', async () => {
  for (const text of ['No tests', 'No users', 'No time'])
    await chair({ type: 'card.add', text, to: 'reasons' })
  await sees(fay, 'No time')
  const card = (text: string) => fay.page.locator('[data-card]').filter({ hasText: text })
  await type(fay, card('No tests'), ['m'])
  await sees(fay, /Moving No tests/)
  await fay.page.keyboard.press('2')
  await sees(fay, /Moving No tests\. Security, 1 of 1/)
  await fay.page.keyboard.press('Enter')
  await focuses(fay, /^No tests, Security$/)
  await type(fay, card('No users'), ['m'])
  await sees(fay, /Moving No users/)
  await fay.page.keyboard.press('ArrowRight')
  await sees(fay, /Moving No users\. Performance/)
  await fay.page.keyboard.press('Enter')
  await focuses(fay, /^No users, Performance$/)
  await chair({ type: 'card.add', text: 'No money', to: 'reasons' })
  await sees(fay, 'No money')
  await type(fay, card('No time'), ['Delete'])
  await focuses(fay, /^No money/)
})

it('[LD4] the question has the focus when the controls of a phase go with it', async () => {
  await chair({ type: 'phase.go', phase: 'estimate' })
  await focuses(ben, /How likely/)
  const radio = ben.page.getByRole('radiogroup', { name: 'Impact of Security' }).getByRole('radio')
  await radio.first().focus()
  await chair({ type: 'phase.go', phase: 'discuss', finish: true })
  await focuses(ben, /What could we have done/)
  await type(fay, button(fay.page, /^Start 15:00/), ['Enter'])
  await focuses(fay, /Pause the timer/)
})

it('[LD4] a note keeps the focus when it has been edited', async () => {
  const box = ben.page.getByRole('textbox', { name: /note/i }).first()
  await box.fill('Ask the users')
  await box.press('Enter')
  await type(ben, button(ben.page, /^More for .Ask the users/), ['Enter'])
  await type(ben, ben.page.getByRole('dialog').getByRole('button', { name: /^(Edit|Reword)/ }), [
    'Enter',
  ])
  await ben.page.keyboard.type(' twice')
  await ben.page.keyboard.press('Enter')
  await focuses(ben, /^More for .Ask the users/)
})

it('[LD12] brings everyone along, except who stays and who writes', async () => {
  const report = `${server.url}/s/${made.sessionId}/report`
  const here = `${server.url}/s/${made.sessionId}`
  await ben.page.goto(report)
  await sees(ben, 'Launch')
  await until('the page hears of it', async () => {
    await press(fay, button(fay.page, 'Bring everyone here'))
    return (await ben.page.getByText('Fay brings everyone here.').count()) > 0
  })
  await press(ben, button(ben.page, 'Stay here'))
  await until('the notice is gone', async () => (await button(ben.page, 'Stay here').count()) === 0)
  expect(ben.page.url()).toBe(report)
  await press(fay, button(fay.page, 'Bring everyone here'))
  await until('Ben is brought along', () => ben.page.url() === here)

  const box = ben.page.getByRole('textbox', { name: /note/i }).first()
  await box.fill('Half a sen')
  await press(fay, button(fay.page, 'Bring everyone here'))
  await sees(ben, 'You come along when you have finished writing.')
  await ben.page.keyboard.type('tence')
  expect(await box.inputValue()).toBe('Half a sentence')
  await box.blur()
  await until('he comes along', async () => (await button(ben.page, 'Stay here').count()) === 0)
})

it('[LD9] asks for more time in private, and the console gives it', async () => {
  await press(ben, button(ben.page, 'More time'))
  await sees(ben, 'Asked for time')
  await sees(fay, 'Someone asks for more time')
  await press(fay, button(fay.page, 'Give 2 minutes more'))
  await sees(ben, 'More time')
  expect(await fay.page.getByText('Someone asks for more time').count()).toBe(0)
})

it('[LD15] the room screen shows what everybody may see, and counts as nobody', async () => {
  const counted = () => /"ready":\{[^}]*\}/.exec(JSON.stringify(ann.fact('live')))?.[0]
  const before = counted()
  const room = await fay.context.newPage()
  await room.goto(`${server.url}/s/${made.sessionId}/room`)
  await room.getByText(/What could we have done/).waitFor()
  const text = await room.innerText('body')
  expect(text).toContain('Launch')
  expect(text.replaceAll(/\s/g, '')).toContain(made.joinCode)
  expect(await room.getByRole('timer').count()).toBe(1)
  expect(await room.getByRole('textbox').count()).toBe(0)
  const sizes = await room.evaluate(() =>
    [...document.querySelectorAll('main *, header p, footer *')]
      .filter((one) => one.textContent !== '' && !one.closest('.unseen, svg'))
      .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
  )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24)
  expect(counted()).toBe(before)
  await room.close()
})

it('[LD16] keys lead where nobody types, and can be turned off', async () => {
  const timer = () => JSON.stringify(ann.fact('timer'))
  await fay.page.locator('aside').focus()
  await fay.page.keyboard.press('t')
  await until('the timer is paused', () => timer().includes('paused'))
  // A key says what its screen shows; Ann may hear of a change before Fay does.
  await button(fay.page, 'Start the timer again').waitFor()
  await fay.page.keyboard.press('t')
  await until('the timer runs', () => timer().includes('running'))
  await button(fay.page, 'Pause the timer').waitFor()
  const before = timer()
  await fay.page.keyboard.press('Shift+T')
  await until('a minute more', () => timer() !== before)
  await fay.page.keyboard.press('p')
  await sees(fay, 'Begin with the highest.')
  const box = fay.page.getByRole('textbox', { name: /note/i }).first()
  await box.fill('')
  await box.press('t')
  expect([await box.inputValue(), timer().includes('running')]).toEqual(['t', true])
  await box.fill('')
  await fay.page.locator('aside').focus()
  await fay.page.keyboard.press('?')
  await press(fay, fay.page.getByRole('switch', { name: 'Single keys act' }))
  await fay.page.keyboard.press('Escape')
  await until('the list is closed', async () => (await fay.page.getByRole('dialog').count()) === 0)
  await fay.page.keyboard.press('?')
  await fay.page.keyboard.press('t')
  expect(await fay.page.getByRole('dialog').count()).toBe(0)
  expect(timer()).toContain('running')
})

it('[LD17] changes the agenda while the session runs', async () => {
  await press(fay, button(fay.page, 'Agenda'))
  const minutes = fay.page.getByLabel('Minutes of Actions and close')
  await minutes.fill('9')
  await minutes.press('Enter')
  await until('everybody knows', () => JSON.stringify(ann.fact('step:actions')).includes('9'))
  await press(fay, button(fay.page, 'Skip Estimate'))
  await until('it is skipped', () =>
    JSON.stringify(ann.fact('step:estimate')).includes('"skipped":true'),
  )
  await until(
    'it is gone for others',
    async () => (await ben.page.getByText('Estimate').count()) === 0,
  )
  await fay.page.keyboard.press('Escape')
})

it('[BF26] words stand in a field of the agenda or about looking again until they are answered for', async () => {
  const { page } = fay
  await press(fay, button(page, 'Agenda'))
  const title = page.getByRole('textbox', { name: /^Title of (?:Discuss|Talk)$/ })
  await title.fill('Talk it o')
  await chair({ type: 'agenda.set', steps: [{ phase: 'discuss', title: 'Talk' }], move: null })
  await page.getByLabel('Title of Talk', { exact: true }).waitFor()
  await page.keyboard.type('ver')
  expect(await title.inputValue()).toBe('Talk it over')
  await title.press('Enter')
  await page.getByLabel('Title of Talk it over', { exact: true }).waitFor()
  await page.keyboard.press('Escape')

  const before = phaseOf(ann)
  await chair({ type: 'phase.go', phase: 'actions' })
  const again = page.getByRole('textbox', { name: 'When do we look again?' })
  await again.waitFor()
  server.freeze()
  await again.fill('In two weeks')
  await again.blur()
  expect(await again.inputValue()).toBe('In two weeks')
  server.thaw()
  await until('it is saved', () => JSON.stringify(ann.fact('notes')).includes('In two weeks'))
  await chair({ type: 'phase.go', phase: before })
})

it('[BF27] two presses move a phase by two, and skipping another one leaves it there', async () => {
  const order = () =>
    Object.entries(ann.session().toJSON())
      .flatMap(([key, step]) => (key.startsWith('step:') ? [{ id: key.slice(5), ...step }] : []))
      .sort((a, b) => a.order - b.order)
      .map(({ id }) => id)
  await press(fay, button(fay.page, 'Agenda'))
  const was = order()
  const at = was.indexOf('actions')
  const earlier = fay.page.getByRole('button', { name: 'Actions and close earlier' })
  server.freeze()
  await press(fay, earlier)
  await press(fay, earlier)
  await press(fay, button(fay.page, 'Skip Estimate'))
  server.thaw()
  await until('it is skipped no longer', () =>
    JSON.stringify(ann.fact('step:estimate')).includes('"skipped":false'),
  )
  const others = was.filter((id) => id !== 'actions')
  expect(order()).toEqual([...others.slice(0, at - 2), 'actions', ...others.slice(at - 2)])
  await fay.page.keyboard.press('Escape')
})

it('[LD7] hands the lead over, and both are told', async () => {
  const ids = Object.entries(ann.session().toJSON())
  const [key = ''] = ids.find(([, fact]) => JSON.stringify(fact).includes('"name":"Fay"')) ?? []
  await chair({ type: 'chair.hand', person: key.slice('person:'.length) })
  await sees(fay, 'You lead now.')
  await press(fay, button(fay.page, /^People/))
  await press(fay, button(fay.page, 'More for Ben'))
  await press(fay, button(fay.page, 'Hand over the lead'))
  await press(fay, button(fay.page, 'Hand over the lead'))
  await sees(fay, 'Ben leads now.')
  await sees(ben, 'You lead now.')
  await sees(ben, 'Read aloud')
})
