/** What a vote or an estimate came to, on every screen of Discuss, and what the chair makes of it. */
import { must } from '@plenary/shared/must'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { PlainClient } from '../kit/plain-client.ts'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import { button, next, press, sees, shot, write } from './actors.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'
import { openRound, queueOf, tallyOn } from './voting.ts'

let home: House
let session: Led | undefined

beforeAll(async () => {
  home = await house()
})
afterEach(async () => {
  await session?.leave()
  session = undefined
})
afterAll(() => home?.leave())

const TOPICS = ['Slow builds', 'Flaky tests', 'Late reviews', 'Cold coffee']

/** Topics written by the first of the plain clients; returns their ids in order. */
async function topics({ plain, enter }: Led, section = 'topics'): Promise<string[]> {
  await enter('list')
  const author = must(plain[0], 'somebody')
  const ids = TOPICS.map((text, index) => author.addCard(text, `${section}/a${index}`))
  const last = must(plain.at(-1), 'somebody')
  await until('the topics are everywhere', () => ids.every((id) => last.cards().has(id)))
  return ids
}

async function dots(client: PlainClient, targets: readonly (string | undefined)[]): Promise<void> {
  const round = await openRound(client)
  for (const target of targets)
    await allowed(client, { type: 'dot.add', round, target: must(target, 'a topic') })
}

it('[EV3] shows everybody what the dots came to when the vote is left by Next', async () => {
  session = await led(home, 'two-pluses', ['Cem', 'Dee'])
  const { f, a, b, plain, enter } = session
  const [first, second, third] = await topics(session)
  await enter('vote')
  await dots(must(plain[0], 'Cem'), [first, third])
  await dots(must(plain[1], 'Dee'), [third, second])
  await next(f, 'Close the vote and discuss')
  const rows = [
    '1 | Late reviews | 2 dots',
    '2= | Slow builds | 1 dot',
    '2= | Flaky tests | 1 dot',
    '4 | Cold coffee | 0 dots',
  ]
  for (const who of [f, a, b]) {
    await until(`${who.name} sees the dots`, async () => (await tallyOn(who)).length === 4)
    expect(await tallyOn(who)).toEqual(rows)
    await shot(who, 'e1-tally')
  }
})

it('[EV4] says that nobody gave a dot, and lets the facilitator choose topics, order and minutes', async () => {
  session = await led(home, 'two-pluses', ['Cem'])
  const { f, a, b, plain, enter } = session
  const [first, second] = await topics(session)
  await enter('vote')
  await next(f, 'Close the vote and discuss')
  for (const who of [f, a, b]) await sees(who, 'Nobody placed a dot, so there is no order.')
  await sees(f, 'Choose what to talk about.')
  await f.page.getByRole('checkbox', { name: 'Flaky tests' }).check()
  await f.page.getByRole('checkbox', { name: 'Slow builds' }).check()
  await f.page.getByLabel('Minutes for “Slow builds”').fill('12')
  const earlier = button(f.page, 'Talk about “Slow builds” earlier')
  await press(f, earlier)
  expect(await earlier.evaluate((element) => element === document.activeElement)).toBe(true)
  await shot(f, 'e2-choose')
  await press(f, button(f.page, 'Set these topics'))
  const cem = must(plain[0], 'Cem')
  await until('the queue is set', () => queueOf(cem).length === 2)
  expect(queueOf(cem)).toEqual([
    { target: first, minutes: 12, is: 'waiting' },
    { target: second, minutes: 30, is: 'waiting' },
  ])
  for (const who of [f, a, b]) await sees(who, '12 min')
  await next(f, 'Start the first topic')
})

it('[EV5] brings a note that was added on a phone to its screen', async () => {
  session = await led(home, 'pre-mortem')
  const { b, enter } = session
  await enter('discuss')
  for (let n = 1; n <= 9; n++) await write(b, `Note ${n}`, 'Add a note')
  await until('the last note is on the screen', () =>
    b.page.getByText('Note 9').evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top > 0 && bottom < window.innerHeight - 120
    }),
  )
})

it('[EV6] moves who gave numbers to the question when they are revealed', async () => {
  session = await led(home, 'pre-mortem')
  const { f, a, enter } = session
  await enter('estimate')
  const group = a.page.getByRole('radiogroup', { name: 'Impact of Security' })
  await group.getByRole('radio', { name: '2½' }).press('Space')
  await sees(a, 'Hidden until revealed')
  await next(f, 'Reveal the numbers')
  await sees(a, 'Numbers revealed')
  await until('the question has the focus', () =>
    a.page.evaluate(() => document.activeElement?.tagName === 'H1'),
  )
})

it('[EV10, EV11] asks everybody at zero, and goes on with minutes from a topic that waits', async () => {
  session = await led(home, 'two-pluses', ['Cem', 'Dee'])
  const { fay, f, a, b, plain, enter } = session
  const targets = await topics(session)
  await enter('discuss')
  const [first, second] = targets.map((target, at) => ({ target, minutes: at === 0 ? 1 : 10 }))
  await allowed(fay, { type: 'queue.set', topics: [first, second] })
  await allowed(fay, { type: 'queue.next' })
  for (const who of [f, a, b]) await sees(who, 'Topic 1 of 2')
  expect(await a.page.getByText('Keep going?').count()).toBe(0)
  await allowed(fay, { type: 'timer.add', minutes: -1 })
  for (const who of [f, a, b]) await sees(who, 'Time’s up for Slow builds. Go on, or next?')
  await press(a, button(a.page, /^\d+ Go on/))
  await press(b, button(b.page, /^\d+ Next/))
  await allowed(must(plain[0], 'Cem'), { type: 'thumb', thumb: 'up' })
  for (const who of [a, b]) await sees(who, '3 of 4 have answered. Nobody sees whose.')
  // A facilitator who does not take part reads the counts.
  await sees(f, 'Go on 2 · Either way 0 · Next 1')
  for (const who of [f, a, b]) await shot(who, 'e3-zero')
  await sees(f, /^\d+ spare minutes become \d+/)
  await f.page.getByLabel('From').selectOption({ label: 'Flaky tests' })
  await sees(f, 'Flaky tests goes from 10 to 7 min.')
  await press(f, button(f.page, 'Keep going, +3 min'))
  for (const who of [a, b])
    await until(`${who.name} is not asked any more`, async () =>
      (await who.page.getByText('Keep going?').count()) === 0 ? true : undefined,
    )
  expect(queueOf(must(plain[1], 'Dee')).map((topic) => topic.minutes)).toEqual([4, 7])
})

it('[EV12, EV13] the scribe has the lists first and writes down notes, decisions and actions', async () => {
  session = await led(home, 'pre-mortem')
  const { f, a, b, enter } = session
  await enter('discuss')
  expect(await b.page.getByRole('button', { name: 'Decisions' }).count()).toBe(0)
  await f.page.getByLabel('Scribe').selectOption({ label: 'Bo' })
  await sees(b, 'You write down what is said: notes, decisions and actions.')
  await sees(a, 'Bo writes down what is said.')
  await press(b, button(b.page, 'Decisions'))
  await write(b, 'We ask ten customers first', 'Add a decision')
  for (const who of [f, a, b]) await sees(who, 'We ask ten customers first')
  expect(await a.page.getByRole('textbox', { name: 'Add a decision' }).count()).toBe(0)
  await press(f, button(f.page, 'Change “We ask ten customers first”'))
  await f.page.getByRole('textbox', { name: /^Change/ }).fill('We ask twenty customers first')
  await press(f, button(f.page, 'Save'))
  await sees(b, 'We ask twenty customers first')
  await press(f, button(f.page, 'Remove “We ask twenty customers first”'))
  await sees(f, 'Decision removed.')
  await press(f, button(f.page, 'Undo'))
  await sees(a, 'We ask twenty customers first')
  for (const who of [f, b]) await shot(who, 'e4-scribe')
})
