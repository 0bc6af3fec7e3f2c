/** S1 and S3 led by a facilitator at a desk who presses nothing but what the console has and opens. */
import { must } from '@plenary/shared/must'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainClient } from '../kit/plain-client.ts'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import { button, next, press, sees, shot, write } from './actors.ts'
import { estimateByCommand } from './estimating.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'
import { CATEGORIES, SAID, SORTED, laneFor } from './pre-mortem-data.ts'
import { laneIds, lanesOf, textsOf } from './sorting.ts'
import { endOfTimer, openRound, plus, queueOf, topic } from './voting.ts'

let home: House
let session: Led
/** What the console says, and its controls. */
const console = (): Locator => session.f.page.getByRole('complementary', { name: 'Console' })
const dialog = (): Locator => session.f.page.getByRole('dialog').last()

beforeAll(async () => {
  home = await house()
})
afterAll(async () => {
  await session?.leave()
  await home?.leave()
})

/** The facilitator presses a control of the console, and of the dialog it opens. */
async function lead(name: string | RegExp, ...then: readonly (string | RegExp)[]): Promise<void> {
  const exact = typeof name === 'string'
  await press(session.f, console().getByRole('button', { name, exact }).first())
  for (const one of then)
    await press(
      session.f,
      dialog().getByRole('button', { name: one, exact: typeof one === 'string' }),
    )
}

/** The console shows a text. */
async function reads(text: string | RegExp): Promise<void> {
  await console().getByText(text).first().waitFor()
}

async function draft(client: PlainClient, text: string, n = 0): Promise<void> {
  const put = { type: 'draft.put', section: 'reasons', rev: 1, state: 'done' }
  await allowed(client, { ...put, draft: `${client.name}-${n}`, text })
}

describe('S1', () => {
  it('[LD19] begins, is read aloud, written and revealed from the console', async () => {
    session = await led(home, 'pre-mortem', ['Dee', 'Eli', 'Gus'], 'Audience app')
    const { f, a, b, plain } = session
    // The lobby is before the console: its one button begins.
    await next(f, /Start with Set the scene/)
    await lead(/^Start 4:00/)
    await lead('Next words')
    await lead('Show to everyone')
    for (const who of [a, b]) await sees(who, /It didn't maybe fail. It failed./)
    await shot(f, 'c1-scene')
    await lead(/^Next: Write/)
    await lead(/^Start 7:00/)
    await lead('Pause the timer')
    const clock = b.page.getByRole('timer').first()
    await until('the phone’s clock stands', async () =>
      /paused/i.test((await clock.getAttribute('aria-label')) ?? ''),
    )
    await lead('Start the timer again')
    await lead('+1 min')
    await reads(/^(8:00|7:5\d)$/)
    const [first = '', second = '', ...rest] = SAID
    await write(a, first)
    await write(b, second)
    for (const [n, text] of rest.entries())
      await draft(must(plain[n % plain.length], 'somebody'), text, n)
    await press(a, button(a.page, 'More time'))
    await reads('Someone asks for more time')
    await lead('Give 2 minutes more')
    await shot(f, 'c1-write')
    await lead(/^Reveal and sort/, 'Reveal')
    await until('all are revealed', () => textsOf(must(plain[0], 'Dee')).length === SAID.length)
  })

  it('[LD19] late cards are poured, cards read out and locked from the console', async () => {
    const { f, a, b, plain } = session
    const late = ['Too late', 'Too little', 'Too dear']
    for (const [n, text] of late.entries()) await draft(must(plain[n], 'somebody'), text, 99)
    await lead('Pour late cards')
    for (const text of late) await sees(a, text)
    await lead('Read out one by one')
    await reads('1 of 12')
    const shown = () => b.page.getByRole('region', { name: 'Read out' }).getByRole('status')
    const before = await shown().innerText()
    await lead('Next card')
    await until('the phone shows the next', async () => (await shown().innerText()) !== before)
    await shot(f, 'c1-read')
    await lead('Done reading')
    await press(f, console().getByRole('switch', { name: 'Lock cards' }))
    await sees(b, /locked/i)
    await press(f, console().getByRole('switch', { name: 'Lock cards' }))
    const dee = must(plain[0], 'Dee')
    await until('cards can be moved again', () => dee.fact('cardsLocked') === false)
    for (const text of SAID) {
      const { card } = must(dee.cardBy(text), text)
      card.set('place', `${must(laneIds(dee).get(laneFor(text)), 'its lane')}/a5`)
    }
    await until('all are in their lanes', () =>
      Object.entries(SORTED).every(([lane, texts]) => lanesOf(dee)[lane]?.length === texts.length),
    )
    await sees(f, '3 of 12')
    await shot(f, 'c1-sort')
    await lead(/^Next: Estimate/, 'Estimate without them')
  })

  it('[LD19] numbers are revealed, and estimated again where people differ', async () => {
    const { f, a, b, fay, plain } = session
    const everybody = [fay, ...plain]
    await until('the round is open', () => Boolean(plain.at(-1)?.fact('live')))
    await openRound(must(plain.at(-1), 'Gus'))
    await lead(/^Start 7:00/)
    const split = CATEGORIES.map((row) => ({ ...row, impact: 3 }))
    for (const [n, one] of everybody.entries())
      await estimateByCommand(
        one,
        CATEGORIES.map((row, at) =>
          row.name === 'Timeline' ? { ...row, impact: n < 2 ? 1 : 3 } : must(split[at], 'a row'),
        ),
      )
    await reads(/4 of \d in/)
    await shot(f, 'c1-estimate')
    await lead('Reveal the numbers')
    for (const who of [f, b]) await sees(who, /Impact is split/)
    await reads('Agenda for Discuss')
    expect(await console().getByLabel('Estimate again').innerText()).toContain('Timeline')
    await shot(f, 'c1-revealed')
    await lead('Reopen')
    await sees(a, /Estimate again|Hidden/)
    for (const one of everybody)
      await estimateByCommand(
        one,
        CATEGORIES.filter(({ name }) => name === 'Timeline'),
      )
    await lead('Reveal the numbers')
    await until(
      'nobody differs any more',
      async () => (await f.page.getByText(/is split/).count()) === 0,
    )
    await lead(/^Next: Discuss/)
  })

  it('[LD19] [LD20] topics are set and talked about, and more minutes have a source', async () => {
    const { f, a, b, fay, plain } = session
    const dee = must(plain[0], 'Dee')
    await reads('The top 3, 5 minutes each.')
    await shot(f, 'c1-proposed')
    await lead('Set these topics')
    await lead('Start the first topic')
    for (const who of [a, b]) await sees(who, 'Topic 1 of 3')
    await press(b, button(b.page, /^Menu of/))
    await press(b, b.page.getByRole('dialog').getByRole('button', { name: /Raise/ }))
    await press(b, b.page.getByRole('dialog').getByRole('button', { name: 'Close' }))
    await reads(/Bo has a hand up/)
    await lead('Heard: lower the hand of Bo')
    // The time of the topic passes.
    await allowed(fay, { type: 'timer.add', minutes: -5 })
    await reads('Keep going?')
    await press(a, button(a.page, /^\d+ Go on/))
    await press(b, button(b.page, /^\d+ Go on/))
    await reads('Go on 2 · Either way 0 · Next 0')
    await reads(/^\d+ spare minutes become \d+. The end stays.$/)
    await shot(f, 'c1-zero')
    await console().getByLabel('From').selectOption({ label: 'Actions and close' })
    await reads('Actions and close goes from 7 to 4 min.')
    await lead('Keep going, +3 min')
    await until('the last phase gives them', () =>
      JSON.stringify(dee.fact('step:actions')).includes('"minutes":4'),
    )
    expect(queueOf(dee).map((one) => one.minutes)).toEqual([8, 5, 5])
    await lead('Next topic')
    for (const who of [a, b]) await sees(who, 'Topic 2 of 3')
    await shot(f, 'c1-talk')
  })

  it('[LD19] people, agenda and parking lot are one press away, and it is closed', async () => {
    const { f, a, b } = session
    await lead(/^People/, 'More for Ash', 'Writes down what is said')
    await sees(a, 'You write down what is said: notes, decisions and actions.')
    await f.page.keyboard.press('Escape')
    await lead(/^People/)
    await press(f, dialog().getByRole('switch', { name: /Lock/ }))
    await f.page.keyboard.press('Escape')
    await lead('Agenda')
    const minutes = dialog().getByLabel('Minutes of Actions and close')
    await minutes.fill('6')
    await minutes.press('Enter')
    await f.page.keyboard.press('Escape')
    await lead(/^Parking lot/)
    await dialog().getByRole('textbox').first().fill('Who owns the import?')
    await f.page.keyboard.press('Enter')
    await dialog().getByText('Who owns the import?').waitFor()
    await f.page.keyboard.press('Escape')
    await write(a, 'Ask ten customers', 'Add an action')
    await lead('Next topic')
    await lead(/^Next: Actions and close/)
    await lead(/^Start 6:00/)
    await shot(f, 'c1-actions')
    await lead('Close the session')
    await dialog().getByLabel('Who sends the notes round?').selectOption({ label: 'Ash' })
    await dialog().getByText('Filled in').first().waitFor()
    await shot(f, 'c1-close')
    await press(f, dialog().getByRole('button', { name: 'Close the session' }))
    for (const who of [a, b]) await sees(who, 'Read the report')
    expect([f.complaints, a.complaints, b.complaints, b.mouse]).toEqual([[], [], [], []])
    await session.leave()
  })
})

describe('S3', () => {
  /** T1 to T8 are listed; everybody gives their pluses; the vote is closed from the console. */
  async function votes(given: Readonly<Record<string, readonly number[]>>): Promise<PlainClient> {
    session = await led(home, 'two-pluses', Object.keys(given), 'Sprint 12')
    const { f, a, plain } = session
    await next(f, /Start with List topics/)
    await lead(/^Start 5:00/)
    const author = must(plain[0], 'somebody')
    await until('the topics are open', () => author.fact('phase') !== null)
    for (let n = 1; n <= 8; n++) author.addCard(topic(n), `topics/a${n}`)
    for (const who of [f, a]) await sees(who, topic(8))
    await lead(/^Next: Vote/)
    await lead(/^Start 3:00/)
    for (const one of plain)
      for (const n of given[one.name] ?? []) {
        await until('the topic is there', () => one.cardBy(topic(n)))
        await plus(one, n)
      }
    return author
  }

  it('[LD19] three tie for two places: the console shows 2 × 30 as 3 × 20, and it is confirmed there', async () => {
    const author = await votes({
      Ada: [1, 2],
      Ben: [1, 1],
      Cem: [2, 3],
      Dee: [3, 4],
      Eli: [5, 3],
      Gus: [2, 6],
    })
    const { f, b } = session
    await reads(/2 dots each/)
    await lead('Close the vote')
    const sum = 'Three topics tie for two places: 2 × 30 becomes 3 × 20 minutes.'
    await reads('Agenda for Discuss')
    await reads(sum)
    await shot(f, 'c3-tie')
    await lead(/^Next: Discuss/)
    await reads(sum)
    await lead('Set these topics')
    await lead('Start the first topic')
    await sees(b, 'Topic 1 of 3')
    expect(queueOf(author).map((one) => one.minutes)).toEqual([20, 20, 20])
    const since = must(queueOf(author)[0]?.since, 'its beginning')
    expect(endOfTimer(author) - since).toBe(20 * 60_000)
    await lead(`Start “${topic(3)}”`)
    await sees(b, 'Topic 3 of 3')
    await shot(f, 'c3-talk')
    await session.leave()
  })

  it('[LD19] two stand out: the console proposes two of thirty minutes, or others of one’s own', async () => {
    const author = await votes({
      Ada: [1, 2],
      Ben: [1, 1],
      Cem: [2, 3],
      Dee: [3, 4],
      Eli: [5, 3],
      Gus: [6, 4],
    })
    const { f, b } = session
    await lead('Close the vote and discuss')
    await reads('The top 2, 30 minutes each.')
    await lead('I choose')
    await dialog()
      .getByRole('checkbox', { name: topic(3) })
      .check()
    await dialog()
      .getByLabel(/^Minutes for/)
      .fill('40')
    await shot(f, 'c3-choose')
    await press(f, dialog().getByRole('button', { name: 'Set these topics' }))
    await until('the queue is set', () => queueOf(author).length === 1)
    expect(queueOf(author).map((one) => one.minutes)).toEqual([40])
    await lead('Change')
    await dialog().getByRole('button', { name: 'Close' }).click()
    await lead('Start the first topic')
    await sees(b, 'Topic 1 of 1')
    expect([f.complaints, b.complaints]).toEqual([[], []])
  })
})
