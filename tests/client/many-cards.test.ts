/** Several cards at once, on a real server: one deed, few updates, every order key short. */
import { redoLast, undoLast } from '@plenary/client/look/undo-last'
import type { SessionClient } from '@plenary/client/sync/session-client'
import {
  addCards,
  groupCards,
  keysBetween,
  moveCards,
  removeCards,
} from '@plenary/client/sync/many-cards'
import { duplicate } from '@plenary/client/look/duplicate'
import { ORDER_KEY_MAX } from '@plenary/shared/kinds'
import { afterAll, afterEach, beforeAll, expect, it, test } from 'vitest'
import { openPage } from '../kit/client-page.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
const pages: SessionClient[] = []

beforeAll(async () => {
  server = await startServer()
})
afterEach(() => {
  for (const client of pages.splice(0)) client.leave()
})
afterAll(() => server.remove())

async function two(formatId: string, phase: string) {
  const made = await makeSession(server.url, { title: 'Many', formatId, name: 'Doris' })
  await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase, finish: true })
  const ben = await join(server.url, made.joinCode, { name: 'Ben' })
  const [one, other] = [openPage(server.url, made).client, openPage(server.url, ben).client]
  pages.push(one, other)
  for (const client of [one, other])
    await until(
      'the phase',
      () => client.link().is === 'live' && client.view()?.phase?.id === phase,
    )
  return { doris: one, ben: other }
}

const texts = (client: SessionClient, parent: string) =>
  client.ids(parent, 'card').map((id) => client.entry(id)?.text)
const numbered = (count: number, to: string) =>
  Array.from({ length: count }, (_, n) => ({ text: `Card ${n}`, to }))

test.each([
  [null, null, 300],
  ['a0', null, 300],
  ['a0', 'a1', 300],
  [null, 'a0', 5],
] as const)('[HN14] keys between %s and %s are in order and short', (left, right, count) => {
  const keys = keysBetween(left, right, count)
  expect(keys).toHaveLength(count)
  expect(keys.toSorted()).toEqual(keys)
  expect(new Set(keys).size).toBe(count)
  for (const key of keys) expect(key.length).toBeLessThanOrEqual(ORDER_KEY_MAX / 4)
  if (left !== null) expect(keys[0] ?? '').toSatisfy((key: string) => key > left)
  if (right !== null) expect(keys.at(-1) ?? '').toSatisfy((key: string) => key < right)
})

it('[HN14] 250 cards are added, moved, grouped, removed and put back in one step each', async () => {
  const { doris, ben } = await two('dot-vote', 'propose')
  await addCards(ben, 'Added', numbered(250, 'ideas'))
  const all = numbered(250, 'ideas').map(({ text }) => text)
  expect(texts(ben, 'ideas')).toEqual(all)
  await until('all there', () => texts(doris, 'ideas').length === 250)
  expect(texts(doris, 'ideas')).toEqual(all)
  const ids = ben.ids('ideas', 'card')
  const last = ids[249] ?? ''

  let updates = 0
  ben.editing.doc()?.on('update', () => void (updates += 1))
  moveCards(ben, 'Moved', ids.slice(0, 200), 'ideas', last)
  expect(updates).toBe(2)
  const moved = [...all.slice(200, 249), ...all.slice(0, 200), all[249]]
  expect(texts(ben, 'ideas')).toEqual(moved)
  await until('moved there', () => texts(doris, 'ideas')[0] === 'Card 200')
  expect(texts(doris, 'ideas')).toEqual(moved)
  updates = 0
  await undoLast(ben)
  expect(updates).toBeLessThanOrEqual(2)
  expect(texts(ben, 'ideas')).toEqual(all)
  await redoLast(ben)
  expect(texts(ben, 'ideas')).toEqual(moved)
  await undoLast(ben)

  const some = ids.slice(3, 6).flatMap((id) => ben.entry(id) ?? [])
  groupCards(ben, 'Grouped', some, 'A group', 'ideas')
  await until('grouped there', () => doris.entry(ids[5] ?? '')?.group !== undefined)
  expect(texts(doris, 'ideas')).toEqual(all)
  await undoLast(ben)
  await until('no group', () => doris.ids('ideas', 'group').length === 0)

  removeCards(ben, 'Removed', ids.slice(0, 120))
  await until('removed there', () => texts(doris, 'ideas').length === 130)
  await undoLast(ben)
  await until('back there', () => texts(doris, 'ideas').length === 250)
  expect(texts(doris, 'ideas')).toEqual(all)
})

it('[HN8] [HN14] a duplicate stands behind its card; without names it is asked for, and both are one change', async () => {
  const named = await two('dot-vote', 'propose')
  await addCards(named.ben, 'Added', numbered(3, 'ideas'))
  const [first = '', second = ''] = named.ben.ids('ideas', 'card')
  await duplicate(named.ben, [first, second])
  expect(texts(named.ben, 'ideas')).toEqual(['Card 0', 'Card 0', 'Card 1', 'Card 1', 'Card 2'])
  await undoLast(named.ben)
  await until('gone', () => texts(named.doris, 'ideas').length === 3)

  const { doris, ben } = await two('pre-mortem', 'sort')
  const [card = ''] = await addCards(doris, 'Added', numbered(1, 'reasons'))
  await until('there', () => ben.entry(card) !== null)
  const made = await duplicate(ben, [card, card])
  expect(made).toHaveLength(2)
  await until('three', () => texts(doris, 'reasons').length === 3)
  for (const id of made) expect(doris.entry(id)).toMatchObject({ text: 'Card 0' })
  expect(doris.entry(made[0] ?? '')?.by).toBeUndefined()
  expect(ben.view()?.mine.cards).toEqual(made)
  await undoLast(ben)
  await until('one', () => texts(doris, 'reasons').length === 1)
  await redoLast(ben)
  await until('three again', () => texts(doris, 'reasons').length === 3)
})
