/** Cards set aside, and groups, as a stranger's client meets them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { get } from '../kit/http-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { allowed, heard, setField, table, textOf } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const HURTS = 'CANARY words that hurt'

/** Makes a group as the contract says: an entry of its kind, and the field of each card, in one transaction. */
function makeGroup(client: PlainClient, name: string, section: string, cards: string[]): string {
  const id = `${name}-${client.name}`.padEnd(22, '-')
  client.doc.transact(() => {
    const group = new Y.Map<unknown>()
    group.set('kind', 'group')
    group.set('text', new Y.Text(name))
    group.set('place', `${section}/a0`)
    client.cards().set(id, group)
    for (const card of cards) setField(client, card, 'group', id)
  })
  return id
}

it('[WS4] who comes later never receives the words of a card set aside, and an edit on its way is taken back', async () => {
  const here = await table(server.url, 'dot-vote')
  const { fay, ann, ben, made } = here
  await here.enter('propose')
  const card = ann.addCard(HURTS, 'ideas/a0')
  await until('the card', () => fay.cardBy(HURTS))
  await allowed(fay, { type: 'card.aside', card })
  await until('gone', () => here.all.every((one) => String(textOf(one, card)) === ''))
  expect(fay.fact(`aside:${card}`)).toMatchObject({ at: expect.any(Number) })

  textOf(ann, card).insert(0, 'CANARY again')
  await until('taken back', () => String(textOf(ann, card)) === '')
  expect([fay, ben].filter((one) => heard(one, 'CANARY again'))).toEqual([])

  const late = await joinPlain({ base: server.url, session: made.joinCode, name: 'Lea' })
  expect(String(textOf(late, card))).toBe('')
  expect(heard(late, 'CANARY')).toBe(false)
  const files = ['board', 'report.md', 'report.json', 'report.csv?table=cards']
  for (const file of files) {
    const answer = await get(`${server.url}/api/sessions/${made.sessionId}/${file}`, fay.token)
    expect(Buffer.from(await answer.arrayBuffer()).includes('CANARY')).toBe(false)
  }
  await allowed(fay, { type: 'card.return', card })
  await until('back', () => late.cardBy(HURTS))
  late.leave()
  here.leave()
})

it('[WS8] whoever may move makes, names and takes apart groups; in another phase it is taken back', async () => {
  const here = await table(server.url, 'dot-vote')
  const { fay, ann, ben, obi } = here
  await here.enter('propose')
  const bikes = ann.addCard('Bikes', 'ideas/a0')
  const buses = ben.addCard('Buses', 'ideas/a1')
  await until('both', () => here.all.every((one) => one.cards().size === 2))
  const group = makeGroup(ben, 'Transport', 'ideas', [bikes, buses])
  await until('the group', () => obi.cards().toJSON()[bikes]?.group === group)
  textOf(ann, group).insert(0, 'Public ')
  await until('its name', () => String(textOf(fay, group)) === 'Public Transport')
  setField(ann, group, 'removed', true)
  await until('apart', () => ben.cards().toJSON()[group]?.removed === true)
  setField(ann, group, 'removed', false)
  await until('together', () => ben.cards().toJSON()[group]?.removed === false)

  const watched = makeGroup(obi, 'Watched', 'ideas', [])
  await until('taken back', () => !obi.cards().has(watched))
  await here.enter('vote')
  await here.enter('discuss')
  await allowed(fay, { type: 'card.show', card: bikes })
  await until('on show', () => obi.fact('show') === bikes)
  const other = makeGroup(ann, 'Other', 'ideas', [buses])
  await until('taken back', () => !ann.cards().has(other))
  await until('its cards too', () => ann.cards().toJSON()[buses]?.group === group)
  expect(await ann.ask({ type: 'group.merge', group, into: group })).toMatchObject({
    reason: 'not-now',
  })
  await here.equal()
  here.leave()
})

it('[WS20] a plain client brings back its own card, and not one that a facilitator took away', async () => {
  const here = await table(server.url, 'dot-vote')
  const { fay, ann, ben } = here
  await here.enter('propose')
  const card = ann.addCard('Trains', 'ideas/a0')
  await until('the card', () => fay.cardBy('Trains') && ben.cardBy('Trains'))
  const removed = (client: PlainClient) => client.cards().toJSON()[card]?.removed
  setField(ann, card, 'removed', true)
  await until('gone', () => removed(ben) === true)
  setField(ann, card, 'removed', false)
  await until('back', () => removed(ben) === false)
  setField(fay, card, 'removed', true)
  await until('gone again', () => removed(ann) === true && removed(ben) === true)
  setField(ann, card, 'removed', false)
  await until('taken back again', () => removed(ann) === true)
  expect(removed(ben)).toBe(true)
  await allowed(fay, { type: 'card.restore', card })
  await until('back again', () => removed(ann) === false)
  await allowed(fay, { type: 'card.remove', card })
  await until('gone by command', () => removed(ann) === true && removed(ben) === true)
  setField(ann, card, 'removed', false)
  await until('taken back once more', () => removed(ann) === true)
  setField(fay, card, 'removed', false)
  await until('back as a field', () => removed(ann) === false)
  setField(ann, card, 'removed', true)
  await until('its author removes it', () => removed(ben) === true)
  setField(ann, card, 'removed', false)
  await until('and has it back', () => removed(ben) === false)
  here.leave()
})
