/** Votes on groups, and votes held again among topics that tie. */
import { must } from '@plenary/shared/must'
import * as Y from 'yjs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { PlainClient } from '../kit/plain-client.ts'
import { allowed, setField } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import { allSaved, button, next, press, sees, shot, times } from './actors.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'
import { openRound, queueOf, tallyOn, topic } from './voting.ts'

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

/** T1 to T8 by one client; returns their ids in order. */
async function listed({ plain, enter }: Led): Promise<string[]> {
  await enter('list')
  const author = must(plain[0], 'somebody')
  const ids = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => author.addCard(topic(n), `topics/a${n}`))
  for (const one of plain)
    await until('the topics are everywhere', () => ids.every((id) => one.cards().has(id)))
  return ids
}

/** A group carries nobody's name. */
function addGroup(client: PlainClient, name: string): string {
  const id = 'a-group'.padEnd(22, '-')
  client.doc.transact(() => {
    const entry = new Y.Map<unknown>()
    entry.set('kind', 'group')
    entry.set('text', new Y.Text(name))
    entry.set('place', 'topics/a9')
    client.cards().set(id, entry)
  })
  return id
}

async function dots(client: PlainClient, targets: readonly (string | undefined)[]): Promise<void> {
  const round = await openRound(client)
  for (const target of targets)
    await allowed(client, { type: 'dot.add', round, target: must(target, 'a topic') })
}

it('[EV16] a group is one target with its cards, for mouse, key and finger, and one topic', async () => {
  session = await led(home, 'two-pluses', ['Cem'])
  const { f, a, b, plain, enter } = session
  const [first = '', second = ''] = await listed(session)
  const cem = must(plain[0], 'Cem')
  const group = addGroup(cem, 'Slow work')
  await until('the group is there', () => cem.cards().has(group))
  for (const id of [first, second]) setField(cem, id, 'group', group)
  await enter('vote')
  for (const who of [a, b]) await sees(who, 'Slow work')
  const card = a.page.getByRole('group', { name: /^Slow work/ })
  await card.focus()
  await a.page.keyboard.press('+')
  await sees(a, '1 dot left')
  await a.page.keyboard.press('+')
  await sees(a, 'No dots left')
  await a.page.keyboard.press('-')
  await sees(a, '1 dot left')
  await press(b, button(b.page, 'Add a dot to Slow work'))
  await sees(b, '1 dot left')
  for (const who of [a, b]) {
    expect(await button(who.page, `Add a dot to ${topic(1)}`).count()).toBe(0)
    await sees(who, topic(1))
    await shot(who, 'e5-group')
  }
  await sees(f, /^2 of \d have voted/)
  // Counted, and not only shown before the answer.
  for (const who of [a, b]) await allSaved(who)
  await next(f, 'Close the vote and discuss')
  for (const who of [f, a, b]) {
    await until(`${who.name} sees the dots`, async () => (await tallyOn(who)).length === 7)
    expect((await tallyOn(who))[0]).toBe('1 | Slow work | 2 dots')
  }
  await next(f, 'Set these topics')
  await next(f, 'Start the first topic')
  for (const who of [a, b]) {
    await sees(who, 'Topic 1 of 1')
    await sees(who, topic(2))
  }
})

it('[EV7, EV9] too many that tie are voted on again among themselves, and the tie is broken', async () => {
  session = await led(home, 'two-pluses', ['Cem', 'Dee', 'Eli', 'Gus'])
  const { f, a, b, plain, enter } = session
  const ids = await listed(session)
  await enter('vote')
  for (const [at, one] of plain.entries()) await dots(one, ids.slice(2 * at, 2 * at + 2))
  await next(f, 'Close the vote and discuss')
  await sees(f, 'Eight tie for two places. That is too many to share the time.')
  await shot(f, 'e6-crowded')
  const before = must(plain[0], 'Cem').fact('timer')
  await press(f, button(f.page, 'Vote again among them (1 dot, 1 min)'))
  for (const who of [a, b]) await sees(who, 'This vote is only among the topics that tie.')
  for (const who of [a, b]) await press(who, button(who.page, `Add a dot to ${topic(7)}`))
  for (const who of [a, b]) await sees(who, 'No dots left')
  await press(a, button(a.page, `Take a dot back from ${topic(7)}`))
  await press(a, button(a.page, `Add a dot to ${topic(4)}`))
  await sees(a, 'No dots left')
  // Counted, and not only shown before the answer.
  for (const who of [a, b]) await allSaved(who)
  await shot(b, 'e6-again')
  await next(f, 'Close the vote')
  await sees(f, 'The top 2, 30 minutes each.')
  const rows = await tallyOn(a)
  expect(rows.slice(0, 3)).toEqual([
    `1= | ${topic(4)} | 1 dot, 1 in the vote among the tie`,
    `1= | ${topic(7)} | 1 dot, 1 in the vote among the tie`,
    `3= | ${topic(1)} | 1 dot, 0 in the vote among the tie`,
  ])
  expect(must(plain[0], 'Cem').fact('timer')).toEqual(before)
  await next(f, 'Set these topics')
  const cem = must(plain[0], 'Cem')
  await until('the queue is set', () => queueOf(cem).length === 2)
  expect(queueOf(cem).map((one) => one.target)).toEqual([ids[3], ids[6]])
})

it('[WS22] whose dots lie on a group that went is told, and takes them back in one press', async () => {
  session = await led(home, 'two-pluses', ['Cem'])
  const { a, b, fay, plain } = session
  const [first = '', second = ''] = await listed(session)
  const cem = must(plain[0], 'Cem')
  const group = addGroup(cem, 'Slow work')
  await until('the group is there', () => cem.cards().has(group))
  for (const id of [first, second]) setField(cem, id, 'group', group)
  await allowed(fay, {
    type: 'round.open',
    section: 'topics',
    rules: { budget: 3, cap: null, live: true },
  })
  for (const who of [a, b]) {
    for (const left of ['2 dots left', '1 dot left']) {
      await press(who, button(who.page, 'Add a dot to Slow work'))
      await sees(who, left)
    }
  }
  // Counted, and not only shown before the answer.
  for (const who of [a, b]) await sees(who, '2 yours of 4')
  setField(cem, group, 'removed', true)
  for (const who of [a, b]) {
    await sees(who, '2 of your dots are on something that is no longer here.')
    await sees(who, '1 dot left')
    await shot(who, 'e9-gone-dots')
  }
  await press(a, button(a.page, 'Take them back'))
  await sees(a, '3 dots left')
  expect(await times(a, 'no longer here')).toBe(0)
  // Taken apart by mistake: it comes back, with the dots that were left on it.
  setField(cem, group, 'removed', false)
  await sees(b, '2 yours of 2')
  expect(await times(b, 'no longer here')).toBe(0)
  expect([...a.complaints, ...b.complaints]).toEqual([])
})
