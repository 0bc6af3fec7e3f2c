/** Who moved a card last, and cards that come back, as strangers' clients ask for them. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join as path } from 'node:path'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { must } from '@plenary/shared/must'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { formatNamed } from '../kit/play.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { allowed, heard, setField, table } from '../kit/table.ts'
import { freshFile } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'
import { openWire } from '../kit/wire.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const placeOf = (client: PlainClient, card: string) => client.cards().toJSON()[card]?.place
const history = async (client: PlainClient, card: string) =>
  (await allowed(client, { type: 'card.history', card }))['moved']

it('[HN5] whoever asks is told who moved a card last and when, where cards carry names, until the close', async () => {
  const here = await table(server.url, 'dot-vote')
  const { fay, ann, ben, obi } = here
  await here.enter('propose')
  const card = ann.addCard('Bikes', 'ideas/a0')
  await until('the card', () => here.all.every((one) => one.cardBy('Bikes')))
  expect(await history(obi, card)).toBeNull()
  const before = Date.now()
  setField(ben, card, 'place', 'ideas/a5')
  await until('moved', () => placeOf(ann, card) === 'ideas/a5')
  expect(await history(ann, card)).toSatisfy((moved: { by: string; at: number }) => {
    return moved.by === ben.person && moved.at >= before - 1 && moved.at <= Date.now() + 1
  })

  await allowed(fay, { type: 'session.lock', cards: true })
  await until('locked', () => ann.fact('cardsLocked') === true)
  setField(ann, card, 'place', 'ideas/a7')
  await until('taken back', () => placeOf(ann, card) === 'ideas/a5')
  expect(await history(obi, card)).toMatchObject({ by: ben.person })
  // Nobody hears of it who does not ask.
  expect(JSON.stringify([ann.cards().toJSON(), ann.session().toJSON()])).not.toContain('"moved"')

  await allowed(fay, { type: 'session.close' })
  await until('closed', () => ann.fact('status') === 'closed')
  expect(await history(ann, card)).toBeNull()
  here.leave()
})

it('[HN6] of a card without a name nobody is told who moved it, and no record knows', async () => {
  const here = await table(server.url, 'pre-mortem')
  const { ann, ben, fay } = here
  await here.enter('sort')
  const { card } = await allowed(ann, { type: 'card.add', text: 'CANARY', to: 'reasons' })
  const id = String(card)
  await until('the card', () => ben.cardBy('CANARY') && fay.cardBy('CANARY'))
  setField(ben, id, 'place', 'reasons/a5')
  await until('moved', () => placeOf(fay, id) === 'reasons/a5')
  for (const who of here.all) expect(await history(who, id)).toBeNull()
  here.leave()

  for (const [format, section, known] of [
    ['pre-mortem', 'reasons', false],
    ['dot-vote', 'ideas', true],
  ] as const) {
    const file = await freshFile()
    const store = openSqliteStore(file)
    const wire = await openWire(formatNamed(format), store)
    const bea = await wire.join('Bea')
    const lead = must(wire.pages[0], 'Fay')
    const phase = known ? 'propose' : 'sort'
    await wire.command(lead, { type: 'phase.go', phase })
    await wire.command(bea, { type: 'card.add', text: 'One', to: section })
    await wire.quiet()
    const cards: Y.Map<Y.Map<unknown>> = bea.doc.getMap('cards')
    const one = must(
      [...cards.values()].find((entry) => String(entry.get('text')) === 'One'),
      'it',
    )
    one.set('place', `${section}/a5`)
    await wire.quiet()
    const onDisk = () =>
      readdirSync(dirname(file)).some((name) =>
        readFileSync(path(dirname(file), name)).includes('cards.moved'),
      )
    expect(onDisk()).toBe(known)
    await wire.command(lead, { type: 'session.close' })
    await wire.settle()
    expect(onDisk()).toBe(false)
    await store.close()
  }
})

it('[HN7] a card comes back by its author or a facilitator, and by nobody else', async () => {
  for (const [format, phase, section] of [
    ['dot-vote', 'propose', 'ideas'],
    ['pre-mortem', 'sort', 'reasons'],
  ] as const) {
    const here = await table(server.url, format)
    const { fay, ann, ben, obi } = here
    await here.enter(phase)
    const { card } = await allowed(ann, { type: 'card.add', text: 'Hers', to: section })
    const id = String(card)
    await until('the card', () => here.all.every((one) => one.cardBy('Hers')))
    const removed = (client: PlainClient) => client.cards().toJSON()[id]?.removed === true
    await allowed(ann, { type: 'card.remove', card: id })
    await until('gone', () => here.all.every(removed))
    for (const stranger of [ben, obi]) {
      expect(await stranger.ask({ type: 'card.restore', card: id })).toMatchObject({ ok: false })
      setField(stranger, id, 'removed', false)
      await until('taken back', () => removed(stranger))
    }
    expect(heard(fay, 'Hers')).toBe(true)
    expect(here.all.every(removed)).toBe(true)
    await allowed(ann, { type: 'card.restore', card: id })
    await until('hers again', () => here.all.every((one) => !removed(one)))
    await allowed(ann, { type: 'card.remove', card: id })
    await allowed(fay, { type: 'card.restore', card: id })
    await until('back', () => here.all.every((one) => !removed(one)))
    await here.equal()
    here.leave()
  }
})
