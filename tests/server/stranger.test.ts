/** The stranger's test: clients built from yjs, y-websocket and the contract alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainClient } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import type { Table } from '../kit/table.ts'
import { allowed, heard, keyOf, setField, table, textOf } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

/** A dot vote in its phase `propose`, with a card of Ann's and one of Ben's. */
async function proposing(): Promise<Table & { bikes: string; trains: string }> {
  const here = await table(server.url, 'dot-vote')
  await here.enter('propose')
  const bikes = here.ann.addCard('Bikes', 'ideas/a0')
  const trains = here.ben.addCard('Trains', 'ideas/a1')
  await until('both cards', () => here.fay.cards().size === 2 && here.ann.cards().size === 2)
  return { ...here, bikes, trains }
}

/** What a forger would change, once everything that was sent before has arrived at Fay's. */
async function lasting({ ben, fay }: Table): Promise<unknown> {
  await allowed(ben, { type: 'hand.raise' })
  await until('the hand', () => JSON.stringify(fay.fact('live')).includes(ben.person))
  const { live: _live, ...facts } = fay.session().toJSON()
  return structuredClone([fay.cards().toJSON(), facts])
}

/** So that {@link lasting} waits for the next one. */
async function lowered({ ben, fay }: Table): Promise<void> {
  await allowed(ben, { type: 'hand.lower' })
  await until('lowered', () => !JSON.stringify(fay.fact('live')).includes(ben.person))
}

describe('a stranger', () => {
  it('[P10] reads phase, timer and live tallies from the document', async () => {
    const here = await proposing()
    const { fay, ann, ben, obi, bikes } = here
    await allowed(fay, { type: 'timer.start' })
    await until('the timer', () => obi.fact('timer'))
    await until('it runs', () => JSON.stringify(obi.fact('timer')).includes('"running"'))
    await here.enter('vote')
    const key = await until('tallies', () => keyOf(obi, 'live:'))
    const round = key.slice('live:'.length)
    await allowed(ann, { type: 'dot.add', round, target: bikes })
    await allowed(ben, { type: 'dot.add', round, target: bikes })
    await until('two dots', () => JSON.stringify(obi.fact(key)) === `{"${bikes}":2}`)
    expect(obi.fact('live')).toMatchObject({ voted: { n: 2, of: 3 } })
    await allowed(fay, { type: 'round.close', round })
    await until('the map is gone', () => !obi.session().has(key))
    expect(obi.fact(`round:${round}`)).toMatchObject({ is: 'closed', result: { [bikes]: 2 } })
    here.leave()
  })

  it('[P11] moves a card, writes its own text, and everybody sees it', async () => {
    const here = await proposing()
    setField(here.ben, here.bikes, 'place', 'ideas/a5')
    textOf(here.ann, here.bikes).insert(5, ' and buses')
    await until('both', () => {
      const { place, text } = here.obi.cards().toJSON()[here.bikes] ?? {}
      return place === 'ideas/a5' && text === 'Bikes and buses'
    })
    await here.equal()
    here.leave()
  })

  it('[P12] is refused the commands its person may not give, and nothing changes', async () => {
    const here = await proposing()
    await here.equal()
    const before = await lasting(here)
    const refused: [PlainClient, object, string][] = [
      [here.ann, { type: 'phase.go', phase: 'vote' }, 'not-allowed'],
      [here.ann, { type: 'timer.start' }, 'not-allowed'],
      [here.ann, { type: 'session.close' }, 'not-allowed'],
      [here.ann, { type: 'person.remove', person: here.ben.person }, 'not-allowed'],
      [here.ann, { type: 'card.add', text: 'x', to: 'ideas', capture: true }, 'not-allowed'],
      [here.ann, { type: 'card.reword', card: here.trains, from: 'Trains', to: 'x' }, 'not-yours'],
      [here.obi, { type: 'card.add', text: 'x', to: 'ideas' }, 'observers-watch'],
      [here.obi, { type: 'ready', on: true }, 'observers-watch'],
    ]
    for (const [client, body, reason] of refused)
      expect(await client.ask(body)).toEqual({ ok: false, reason, message: expect.any(String) })
    await lowered(here)
    expect(await lasting(here)).toEqual(before)
    here.leave()
  })

  it.each<[string, 'propose' | 'discuss', (here: Awaited<ReturnType<typeof proposing>>) => void]>([
    ['a card in a phase without', 'discuss', ({ ann }) => void ann.addCard('CANARY', 'ideas/a7')],
    ['an observer adds a card', 'propose', ({ obi }) => void obi.addCard('CANARY', 'ideas/a7')],
    ['a move', 'discuss', ({ ann, trains }) => setField(ann, trains, 'place', 'ideas/a7')],
    ['an observer moves', 'propose', ({ obi, bikes }) => setField(obi, bikes, 'place', 'ideas/a7')],
    ["another's card", 'propose', ({ ann, trains }) => setField(ann, trains, 'removed', true)],
    ["another's words", 'propose', ({ ann, trains }) => textOf(ann, trains).insert(2, 'CANARY')],
    ['a group', 'discuss', ({ ann, bikes }) => setField(ann, bikes, 'group', 'g1')],
  ])('[P13] %s in "%s" is taken back, also at its sender', async (_what, phase, deed) => {
    const here = await proposing()
    if (phase === 'discuss') {
      await here.enter('vote')
      await here.enter('discuss')
    }
    await here.equal()
    // Which of the two came first is not said.
    const cardsOf = (client: PlainClient) =>
      JSON.stringify(
        Object.entries(client.cards().toJSON()).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
    const before = cardsOf(here.fay)
    deed(here)
    await until('taken back', () => here.all.every((client) => cardsOf(client) === before))
    await here.equal()
    expect(here.all.filter((client) => heard(client, 'CANARY'))).toEqual([])
    expect(here.all.flatMap((client) => client.closes)).toEqual([])
    here.leave()
  })

  it('[P14] who deletes words of others is sent for a new seat, and nobody misses a letter', async () => {
    const here = await proposing()
    textOf(here.ann, here.trains).delete(0, 3)
    await until('closed', () => here.ann.closes.includes(4409))
    expect(textOf(here.fay, here.trains).toString()).toBe('Trains')
    here.leave()
  })

  it.each<[string, (here: Awaited<ReturnType<typeof proposing>>) => void]>([
    ['a fact', ({ ann }) => void ann.session().set('status', 'closed')],
    ['a new fact', ({ ann }) => void ann.session().set('mine', 1)],
    ['a deleted fact', ({ ann }) => ann.session().delete('phase')],
    ['a deleted card', ({ ann, trains }) => ann.cards().delete(trains)],
    ['a forged author', ({ ann, trains, ben }) => setField(ann, trains, 'by', ben.person)],
  ])('[P15] %s: the socket is closed with 4403 and nothing changes', async (_what, deed) => {
    const here = await proposing()
    const before = await lasting(here)
    deed(here)
    await until('closed', () => here.ann.closes.includes(4403))
    await lowered(here)
    expect(await lasting(here)).toEqual(before)
    here.leave()
  })
})
