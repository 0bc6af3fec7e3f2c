/** Who writes down what is said: the scribe at a desk and on a phone, and a facilitator who does not take part. */
import { must } from '@plenary/shared/must'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { PlainClient } from '../kit/plain-client.ts'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, shot, write } from './actors.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'
import { openRound } from './voting.ts'

const ALOUD = 'Type what somebody said aloud'

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

/** The card with these words names nobody. */
async function isNobodys(client: PlainClient, text: string): Promise<void> {
  const { card } = await until(`${text} is on the board`, () => client.cardBy(text))
  expect([text, card.get('by')]).toEqual([text, undefined])
}

/** By a scribe who also writes cards of their own. */
async function capture(scribe: Visitor, text: string): Promise<void> {
  const tick = scribe.page.getByRole('checkbox', { name: /said it aloud/ }).first()
  await press(scribe, tick)
  await write(scribe, text, ALOUD)
  await sees(scribe, text)
  await press(scribe, tick)
}

it('[EV18] what was said aloud is nobody’s, typed by the neutral facilitator and by the scribe', async () => {
  session = await led(home, 'two-pluses', ['Cem'])
  const { f, fay, a, b, plain, enter } = session
  const cem = must(plain[0], 'Cem')
  await enter('list')
  await write(f, 'Said by the door', ALOUD)
  await sees(f, 'Said by the door')
  await press(f, button(f.page, /^People/))
  await press(f, button(f.page, 'More for Bo'))
  await press(f, button(f.page, 'Writes down what is said'))
  await f.page.keyboard.press('Escape')
  await write(b, 'From Bo')
  await sees(b, 'From Bo')
  await capture(b, 'Said at the window')
  await shot(b, 's1-aloud')
  await press(f, button(f.page, /^People/))
  await press(f, button(f.page, 'More for Ash'))
  await press(f, button(f.page, 'Writes down what is said'))
  await f.page.keyboard.press('Escape')
  await write(a, 'From Ash')
  await sees(a, 'From Ash')
  await capture(a, 'Said from the back')
  await shot(a, 's1-aloud')
  const aloud = ['Said by the door', 'Said at the window', 'Said from the back']
  for (const text of aloud) await isNobodys(cem, text)
  for (const text of ['From Bo', 'From Ash'])
    expect(must(cem.cardBy(text), text).card.get('by')).toMatch(/./)
  expect(await b.page.getByRole('checkbox', { name: /said it aloud/ }).count()).toBe(0)

  const rules = { budget: 2, cap: null, live: false, own: false }
  await allowed(fay, { type: 'round.open', section: 'topics', rules })
  await openRound(cem)
  for (const [who, own, said] of [
    [a, 'From Ash', 'Said from the back'],
    [b, 'From Bo', 'Said at the window'],
  ] as const) {
    await press(who, button(who.page, `Add a dot to ${said}`))
    await sees(who, '1 dot left')
    const greyed = await button(who.page, `Add a dot to ${own}`).getAttribute('aria-disabled')
    expect([who.name, greyed]).toEqual([who.name, 'true'])
  }
})

it('[EV18] [EV13] in a session without names neither; the scribe has notes and actions first', async () => {
  session = await led(home, 'pre-mortem', ['Cem'])
  const { fay, a, b, plain, enter } = session
  const cem = must(plain[0], 'Cem')
  const personOf = (name: string): string => {
    const all = Object.entries(cem.session().toJSON())
    const [key = ''] = all.find(([, one]) => JSON.stringify(one).includes(`"name":"${name}"`)) ?? []
    return key.slice('person:'.length)
  }
  /** What stands on the screen from above. */
  const headings = async (who: Visitor): Promise<string[]> =>
    (await who.page.getByRole('main').getByRole('heading').allInnerTexts()).slice(1)
  await enter('sort')
  for (const who of [a, b]) {
    await allowed(fay, { type: 'scribe.set', person: personOf(who.name) })
    if (who.on === 'phone') await press(who, button(who.page, 'See all'))
    await capture(who, `Said to ${who.name}`)
    await isNobodys(cem, `Said to ${who.name}`)
  }
  await press(b, button(b.page, /^Menu of/))
  await b.page.getByRole('dialog').getByRole('heading', { name: 'People' }).waitFor()
  expect(await b.page.getByRole('dialog').getByText('My cards').count()).toBe(0)
  await press(b, b.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }))

  await enter('discuss')
  const target = must(cem.cardBy('Feature Gap'), 'a lane').id
  await allowed(fay, { type: 'queue.set', topics: [{ target, minutes: 5 }] })
  await allowed(fay, { type: 'queue.next' })
  await sees(b, 'You write down what is said: notes, decisions and actions.')
  expect(await headings(b)).toEqual(['Notes', 'Feature Gap'])
  await until('Ash has the topic first', async () => (await headings(a))[0] === 'Feature Gap')
  await shot(b, 's2-scribe')
  await allowed(fay, { type: 'scribe.set', person: personOf('Ash') })
  await sees(a, 'You write down what is said: notes, decisions and actions.')
  expect((await headings(a)).slice(0, 2)).toEqual(['Notes on Feature Gap', 'Actions'])
  await shot(a, 's2-scribe')
  for (const who of [a, b]) expect(who.complaints).toEqual([])
})
