/** A window of 640 px beside a call, with mouse and keyboard and no touch: a whole session taken part in, and led. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import type { Table } from '../kit/table.ts'
import { allowed, table } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { allSaved, button, joinByLink, press, sees, shot, times, write } from './actors.ts'
import { keys } from './keys.ts'
import { entriesOf } from './sorting.ts'
import type { House } from './led.ts'
import { house } from './led.ts'
import { keepsSeat } from './seats.ts'

const BESIDE = { width: 640, height: 800 }
const NARROW = { width: 320, height: 640 }
const PHASES = ['scene', 'write', 'sort', 'estimate', 'discuss', 'actions'] as const

let home: House
beforeAll(async () => {
  home = await house()
})
afterAll(async () => {
  await home?.leave()
})

/** The same person as the one who leads by commands, at a screen. */
async function leadsAt({ made, base }: Table, size: typeof BESIDE): Promise<Visitor> {
  const fay = await visit(home.browser, 'Fay', 'desk', size)
  const { sessionId, participantId, token, joinCode } = made
  await keepsSeat(fay, { sessionId, participantId, token, joinCode, role: 'facilitator' })
  await fay.page.goto(`${base}/s/${sessionId}`)
  await sees(fay, 'Join code')
  return fay
}

async function expectNarrow(visitor: Visitor, what: string): Promise<void> {
  const { page, name } = visitor
  const size = must(page.viewportSize(), 'a size')
  await shot({ ...visitor, name: `${name}-${size.width}` }, `beside-${what}`)
  // What cuts off beside the page would hide it from the page's own width.
  const over = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, header, footer, section')]
      .filter((one) => one.scrollWidth > Math.max(one.clientWidth, 1) + 1)
      .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} > ${one.clientWidth}`),
  )
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect([name, what, width <= size.width, over]).toEqual([name, what, true, []])
}

const cards = (room: Table): string[] =>
  entriesOf(room.fay, 'card').map(({ map }) => String(map.get('text')))

describe('640 px beside a call', () => {
  let room: Table
  let lu: Visitor
  let fay: Visitor

  beforeAll(async () => {
    room = await table(home.server.url, 'pre-mortem')
    fay = await leadsAt(room, BESIDE)
    lu = await visit(home.browser, 'Lu', 'desk', BESIDE)
    await joinByLink(lu, home.server.url, room.made.joinCode)
    await sees(lu, /people are here/)
  })
  afterAll(async () => {
    await lu?.leave()
    await fay?.leave()
    room?.leave()
  })

  it('[LD30] [LD31] writes, sends with Enter, and finds the field and the list of keys by keys', async () => {
    await room.enter('scene')
    for (const who of [lu, fay]) await sees(who, 'Our project has failed.')
    for (const who of [lu, fay]) await expectNarrow(who, 'scene')
    await room.enter('write')
    const { page } = lu
    const field = page.getByRole('textbox', { name: 'Write a card' })
    await field.waitFor()
    const list = page.getByRole('dialog', { name: 'Keys' })
    await until('the list of keys', async () => {
      if (!(await list.isVisible())) await page.keyboard.press('?')
      return list.isVisible()
    })
    expect(await list.getByText('Next words to read aloud').count()).toBe(0)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    await page.keyboard.press('n')
    await until('the field has the focus', () =>
      field.evaluate((one) => one === document.activeElement),
    )
    await page.keyboard.type('Nobody tested it? No')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The budget ran out')
    await page.keyboard.press('Enter')
    await sees(lu, 'Nobody tested it? No')
    await sees(lu, /2 cards/)
    for (const who of [lu, fay]) await expectNarrow(who, 'write')
  })

  it('[LD30] sorts by pressing a category, with the mouse and with the keyboard', async () => {
    // One more than Lu places: another screen is dealt one too.
    await allowed(room.ann, {
      type: 'draft.put',
      draft: 'of-ann',
      section: 'reasons',
      text: 'Hard to roll out',
      rev: 1,
      state: 'done',
    })
    await allSaved(lu)
    await room.enter('sort', true)
    await until('the cards', () => cards(room).length === 3)
    const { page } = lu
    await sees(lu, '3 of 3 still to place')
    for (const who of [lu, fay]) await expectNarrow(who, 'sort')
    await press(lu, page.getByRole('button', { name: /^Performance 0 cards/ }))
    await sees(lu, '2 of 3 still to place')
    const security = page.getByRole('button', { name: /^Security 0 cards/ })
    await security.focus()
    await keys(lu, 'Enter')
    await sees(lu, '1 of 3 still to place')
    await press(lu, button(page, 'See all'))
    await sees(lu, 'One by one')
    await expectNarrow(lu, 'sorted')
  })

  it('[LD30] estimates with the arrow keys and the mouse', async () => {
    await room.enter('estimate')
    const { page } = lu
    await sees(lu, 'How likely is it?')
    for (const who of [lu, fay]) await expectNarrow(who, 'estimate')
    const likely = page.getByRole('radiogroup', { name: 'Probability of Performance' })
    await likely.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await until('1½ is chosen', () => likely.getByRole('radio').nth(1).isChecked())
    const bad = page.getByRole('radiogroup', { name: 'Impact of Performance' })
    await bad.locator('label').last().click()
    await until('3 is chosen', () => bad.getByRole('radio').last().isChecked())
    await press(lu, button(page, 'Next: Security'))
    await sees(lu, 'Security')
    await press(lu, button(page, 'Pass on this'))
  })

  it('[LD30] votes, talks and writes actions', async () => {
    const { page } = lu
    const { round } = await allowed(room.fay, {
      type: 'round.open',
      section: 'reasons',
      rules: { budget: 3, cap: null, live: false },
    })
    await sees(lu, '3 dots left')
    for (const who of [lu, fay]) await expectNarrow(who, 'vote')
    await page.getByRole('button', { name: 'Add a dot to The budget ran out' }).click()
    await sees(lu, '2 dots left')
    await page.getByRole('button', { name: 'Add a dot to The budget ran out' }).focus()
    await page.keyboard.press('Enter')
    await sees(lu, '1 dot left')
    await allowed(room.fay, { type: 'round.close', round })
    await room.enter('discuss', true)
    await sees(lu, 'What could we have done')
    for (const who of [lu, fay]) await expectNarrow(who, 'discuss')
    await room.enter('actions')
    await write(lu, 'Ask ten customers', 'Add an action')
    await sees(lu, 'Ask ten customers')
    for (const who of [lu, fay]) await expectNarrow(who, 'actions')
  })

  it('[LD30] leads by T, Shift+T and P', async () => {
    const { page } = fay
    await sees(fay, 'Who will take what on')
    await page.keyboard.press('p')
    await sees(fay, 'Who will take what on, and when do we look again?')
    await page.keyboard.press('p')
    await sees(fay, 'Who sends the notes round?')
    await page.keyboard.press('p')
    await sees(fay, 'When do we ask which of these worries has changed?')
    expect(await times(lu, 'When do we ask which of these worries has changed?')).toBe(0)
    await page.keyboard.press('t')
    await until('the clock runs', () => timer(room).is === 'running')
    const before = timer(room).endsAt ?? 0
    await page.keyboard.press('Shift+T')
    await until('a minute more', () => (timer(room).endsAt ?? 0) > before)
    await page.keyboard.press('t')
    await until('the clock stands', () => timer(room).is === 'paused')
    // A participant has none of them.
    await lu.page.keyboard.press('t')
    for (const who of [fay, lu]) expect(who.complaints).toEqual([])
  })
})

function timer({ fay }: Table): { is?: string; endsAt?: number } {
  const fact: unknown = fay.fact('timer')
  return typeof fact === 'object' && fact !== null ? fact : {}
}

describe('320 px', () => {
  it('[LD31] no phase scrolls sideways, for whoever leads and for whoever takes part', async () => {
    const room = await table(
      home.server.url,
      'pre-mortem',
      'A session with a long name for a small screen',
    )
    const fay = await leadsAt(room, NARROW)
    const bo = await visit(home.browser, 'Bo', 'phone', NARROW)
    await joinByLink(bo, home.server.url, room.made.joinCode)
    await sees(bo, /people are here/)
    for (const who of [fay, bo]) await expectNarrow(who, 'lobby')
    for (const phase of PHASES) {
      if (phase === 'write') {
        await room.enter(phase)
        await allowed(room.ann, {
          type: 'draft.put',
          draft: 'of-ann',
          section: 'reasons',
          text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikationsgebäude',
          rev: 1,
          state: 'done',
        })
      } else await room.enter(phase, true)
      const question = must(PHASE_SAYS[phase], phase)
      for (const who of [fay, bo]) await sees(who, question)
      for (const who of [fay, bo]) await expectNarrow(who, phase)
    }
    await allowed(room.fay, { type: 'session.close' })
    for (const who of [fay, bo]) await sees(who, 'Read the report')
    for (const who of [fay, bo]) await expectNarrow(who, 'closed')
    await fay.leave()
    await bo.leave()
    room.leave()
  })
})

const PHASE_SAYS: Readonly<Record<string, RegExp>> = {
  scene: /What happened/,
  write: /Write a card|Only you can see/,
  sort: /still to place|Every card has a place/,
  estimate: /How likely is it/,
  discuss: /What could we have done/,
  actions: /Who will take what on/,
}
