/** What is hidden never leaves the server: looked for in every byte that others can get. */
import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { REPORT_TABLES } from '@plenary/shared/report-csv'
import { get } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import type { Table } from '../kit/table.ts'
import { allowed, heard, keyOf, table } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: 'trace' })
})
afterAll(() => server.remove())

const tables = REPORT_TABLES.map((name) => `report.csv?table=${name}`)
const files = ['board', 'report.md', 'report.json', ...tables]

/** Everything that HTTP gives to this person about the session, by path. */
async function httpOf({ base, made }: Table, token: string): Promise<Record<string, string>> {
  const session = `${base}/api/sessions/${made.sessionId}`
  const open = [`${base}/api/formats`, `${base}/api/sessions/${made.joinCode}`, session]
  const all: Record<string, string> = {}
  for (const url of [...open, ...files.map((file) => `${session}/${file}`)]) {
    const response = await get(url, token)
    expect(response.status).toBe(200)
    all[url] = Buffer.from(await response.arrayBuffer()).toString('latin1')
  }
  return all
}

/** The report as the facilitator gets it. */
async function reports(here: Table): Promise<string[]> {
  const all = Object.entries(await httpOf(here, here.fay.token))
  const found = all.filter(([path]) => path.includes('/report.')).map(([, text]) => text)
  expect(found).toHaveLength(files.length - 1)
  return found
}

async function leaks(here: Table, owner: PlainClient, words: string): Promise<string[]> {
  const found: string[] = []
  const look = (where: string, text: string): void => {
    if (text.includes(words)) found.push(where)
  }
  for (const client of here.all) {
    if (client === owner) continue
    if (heard(client, words)) found.push(`frames of ${client.name}`)
    look(`facts of ${client.name}`, JSON.stringify(client.session().toJSON()))
    for (const [path, text] of Object.entries(await httpOf(here, client.token))) look(path, text)
  }
  look('metrics', await (await get(`${here.base}/metrics`)).text())
  look('log', server.output())
  return found
}

const draft = (id: string, text: string, state = 'done', section = 'reasons') => ({
  type: 'draft.put',
  draft: id,
  section,
  text,
  rev: 1,
  state,
})

/** The Yjs client ids that wrote something in the updates this client has received. */
function writersHeard(client: PlainClient): Set<number> {
  const writers = new Set<number>()
  for (const frame of client.received) {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) === 0) continue
    const { structs } = Y.decodeUpdate(decoding.readVarUint8Array(decoder))
    for (const struct of structs) writers.add(struct.id.client)
  }
  return writers
}

/** The client ids behind an entry of the board and everything in it. */
function writersOf(client: PlainClient, card: string): Set<number> {
  const writers = new Set<number>()
  for (const structs of client.doc.store.clients.values())
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue
      for (let item: Y.Item | null = struct; item !== null;) {
        if (item.parentSub === card) writers.add(struct.id.client)
        const parent: unknown = item.parent
        item = parent instanceof Y.AbstractType ? parent._item : null
      }
    }
  return writers
}

describe('before the reveal', () => {
  it("[S10] a draft's words are in nothing that anybody else can get, nor in the log", async () => {
    const here = await table(server.url, 'pre-mortem')
    const { ann, ben, fay } = here
    await here.enter('write')
    await allowed(ann, draft('ann-1', 'CANARY-DONE'))
    await allowed(ann, draft('ann-2', 'CANARY-OPEN', 'open'))
    const answers = [
      await ben.ask(draft('ann-1', 'taken over')),
      await ben.ask({ type: 'draft.remove', draft: 'ann-1' }),
      await fay.ask({ type: 'draft.remove', draft: 'ann-2' }),
    ]
    expect(answers.map((answer) => answer.reason)).toEqual(Array(3).fill('no-such-draft'))
    expect(JSON.stringify(answers)).not.toContain('CANARY')
    await allowed(fay, { type: 'hand.raise' })
    await until('the hand', () => JSON.stringify(ben.fact('live')).includes(fay.person))
    expect(await leaks(here, ann, 'CANARY')).toEqual([])
    await here.enter('sort', true)
    await until('poured', () => ben.cardBy('CANARY-DONE'))
    expect(await leaks(here, ann, 'CANARY-OPEN')).toEqual([])
    // The search itself works: what is poured is found.
    const told = await leaks(here, ann, 'CANARY-DONE')
    expect(told).toEqual(expect.arrayContaining(['frames of Ben', 'frames of Fay']))
    expect(told.filter((where) => where.endsWith('report.md'))).toHaveLength(3)
    expect(told).not.toContain('log')
    here.leave()
  })

  it('[S11] a hidden ballot changes nothing that others can see but the count of who voted', async () => {
    const here = await table(server.url, 'two-pluses')
    const { fay, ann, ben } = here
    await here.enter('list')
    const topic = ann.addCard('Tests', 'topics/a0')
    await here.equal()
    await here.enter('vote')
    const round = keyOf(ben, 'round:').slice('round:'.length)
    const seen = async (): Promise<unknown> => {
      const { live: _live, ...facts } = ben.session().toJSON()
      const { [`${here.base}/api/sessions/${here.made.sessionId}/board`]: _board, ...http } =
        await httpOf(here, ben.token)
      return structuredClone([facts, http])
    }
    const before = await seen()
    await allowed(ann, { type: 'dot.add', round, target: topic })
    await allowed(ann, { type: 'dot.add', round, target: topic })
    await until('voted', () => JSON.stringify(ben.fact('live')).includes('"voted":{"n":1,"of":2}'))
    expect(await seen()).toEqual(before)
    expect([...ben.session().keys()].filter((key) => key.startsWith('live:'))).toEqual([])
    await allowed(fay, { type: 'round.close', round })
    await until('the result', () => JSON.stringify(ben.fact(`round:${round}`)).includes('result'))
    expect(ben.fact(`round:${round}`)).toMatchObject({ result: { [topic]: 2 } })
    here.leave()
  })

  it('[S12] single estimates change nothing that others can see until all are revealed', async () => {
    const here = await table(server.url, 'pre-mortem')
    const { fay, ann, ben } = here
    await here.enter('estimate')
    const round = keyOf(ben, 'round:').slice('round:'.length)
    const target = ben.cardBy('Security')?.id ?? ''
    const facts = (): unknown => {
      const { live: _live, ...more } = ben.session().toJSON()
      return structuredClone(more)
    }
    const before = [facts(), await reports(here)]
    for (const axis of ['probability', 'impact'])
      await allowed(ann, { type: 'estimate.put', round, target, axis, value: 2.5 })
    await allowed(fay, { type: 'hand.raise' })
    await until('the hand', () => JSON.stringify(ben.fact('live')).includes(fay.person))
    expect([facts(), await reports(here)]).toEqual(before)
    expect(ben.fact(`estimate:${round}:${target}`)).toBeUndefined()
    await allowed(fay, { type: 'estimate.reveal', round })
    await until('revealed', () => JSON.stringify(ben.session().toJSON()).includes('6.25'))
    here.leave()
  })
})

describe('cards without a name', () => {
  it('[S13] no client id of an author stands behind them, in any frame or document', async () => {
    const here = await table(server.url, 'pre-mortem')
    const { fay, ann, ben } = here
    await here.enter('write')
    await allowed(ann, draft('a', 'Poured'))
    await allowed(ben, draft('b', 'Another'))
    await here.enter('sort', true)
    const { card: late } = await allowed(ann, { type: 'card.add', text: 'Added', to: 'reasons' })
    const poured = (await until('poured', () => ben.cardBy('Poured'))).id
    await allowed(ann, { type: 'card.reword', card: poured, from: 'Poured', to: 'Poured out' })
    await until('reworded', () => ben.cardBy('Poured out') && ben.cardBy('Added'))
    // Only its author may remove such a card, so that who did would be who wrote it.
    for (const type of ['card.remove', 'card.restore']) await allowed(ann, { type, card: poured })
    await until('back', () => ben.cardBy('Poured out')?.card.get('removed') === false)
    const seats = here.all.map((client) => client.doc.clientID)
    for (const client of [fay, ben])
      for (const card of [poured, String(late)]) {
        const writers = [...writersOf(client, card)]
        expect(writers).not.toEqual([])
        for (const writer of writers) expect(writer).toBeGreaterThan(2 ** 31)
        expect(seats.filter((seat) => writersHeard(client).has(seat))).toEqual([])
      }
    const cards = JSON.stringify(ben.cards().toJSON())
    for (const client of here.all) expect(cards).not.toContain(client.person)
    here.leave()
  })

  it('[S14] drafts are poured in an order that says nothing, with ids of the server', async () => {
    const here = await table(server.url, 'pre-mortem')
    await here.enter('write')
    const texts = Array.from({ length: 12 }, (_, n) => `reason ${String(n).padStart(2, '0')}`)
    for (const [n, text] of texts.entries())
      await allowed([here.ann, here.ben][n % 2] ?? here.ann, draft(`draft-${n}`, text))
    await here.enter('sort', true)
    await until('poured', () => texts.every((text) => here.obi.cardBy(text)))
    const cards = texts.map((text) => here.obi.cardBy(text))
    const places = cards.map((card) => String(card?.card.get('place')))
    expect(places).not.toEqual(places.toSorted())
    for (const card of cards) expect(card?.id).toMatch(/^[A-Za-z0-9_-]{22}$/)
    here.leave()
  })
})
