/**
 * What our own protocol says to one person alone: welcome, mine, answers, refusals. A participant, a second
 * facilitator and an observer keep every byte; what others have written, given or voted is in none of them.
 */
import { MESSAGE } from '@plenary/shared/frame'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { HelloClient } from '../kit/hello-client.ts'
import { joinHello } from '../kit/hello-client.ts'
import { join } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import type { Table } from '../kit/table.ts'
import { allowed, keyOf, table } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

interface Ears extends Table {
  /** Everybody but Ann, who has the secrets: Ben, Fay, a second facilitator, Obi. */
  ears: Record<string, HelloClient>
  /** Ann herself, on our own protocol. */
  own: HelloClient
  /** Comes in now on a new seat, as after a reload: the welcome is as of this moment. */
  reloads(): Promise<void>
  /** Whatever anybody else's frames hold of these words, as `who: type of the frame`. */
  heardOf(words: string): string[]
}

async function listening(formatId: string): Promise<Ears> {
  const here = await table(server.url, formatId)
  const { sessionId, hostUrl } = here.made
  const key = hostUrl.split('#key=')[1] ?? ''
  const gil = await join(server.url, sessionId, { key, name: 'Gil' })
  const tokens = { Ben: here.ben.token, Fay: here.fay.token, Gil: gil.token, Obi: here.obi.token }
  const ears: Record<string, HelloClient> = {}
  const sockets: HelloClient[] = []
  const enter = async (token: string): Promise<HelloClient> => {
    const client = await joinHello(server.url, sessionId, token)
    sockets.push(client)
    return client
  }
  for (const [name, token] of Object.entries(tokens)) ears[name] = await enter(token)
  const own = await enter(here.ann.token)
  onTestFinished(() => {
    for (const socket of sockets) socket.leave()
    here.leave()
  })
  return {
    ...here,
    ears,
    own,
    async reloads() {
      for (const [name, token] of Object.entries(tokens)) ears[`${name} again`] = await enter(token)
    },
    heardOf: (words) =>
      Object.entries(ears).flatMap(([name, { received }]) =>
        received
          .filter((frame) => Buffer.from(frame).includes(words))
          .map((frame) => `${name}: ${frame[0]}`),
      ),
  }
}

/** Each of them acts, so that each is told answers and new views; then what was sent before has arrived. */
async function everybodyActs({ ears }: Ears): Promise<void> {
  for (const ear of Object.values(ears)) {
    await ear.ask({ type: 'hand.raise' })
    await ear.ask({ type: 'hand.lower' })
  }
}

/** What was sent to anybody before has arrived: each asks for what changes nothing, and is answered. */
async function everybodyHasHeard({ ears }: Ears): Promise<void> {
  for (const ear of Object.values(ears)) await ear.ask({ type: 'hand.lower' })
}

const draft = (id: string, text: string, more: object = {}) => ({
  type: 'draft.put',
  draft: id,
  section: 'reasons',
  text,
  rev: 1,
  state: 'done',
  ...more,
})

/** The private views as told, the welcome's first. */
function minesOf({ said }: HelloClient): unknown[] {
  const [welcome] = said(MESSAGE.welcome)
  const first = typeof welcome === 'object' && welcome !== null && 'mine' in welcome
  return [...(first ? [welcome.mine] : []), ...said(MESSAGE.mine)]
}

describe('private frames', () => {
  it('[S16] hold no draft of anybody else, before the reveal, late, or left open after it', async () => {
    const here = await listening('pre-mortem')
    const { ann, ben, own, ears } = here
    await here.enter('write')
    await allowed(ann, draft('ann-done', 'CANARY-DONE'))
    await allowed(ann, draft('ann-open', 'CANARY-OPEN', { state: 'open' }))
    // Two devices, a refusal with the words, a removal: every answer that could tell of a draft.
    expect(await own.ask(draft('ann-done', 'CANARY-TWIN'))).toMatchObject({ stale: true })
    await own.ask(draft('ann-long', 'CANARY-LONG'.repeat(300)))
    await own.ask(draft('ann-gone', 'CANARY-GONE'))
    await own.ask({ type: 'draft.remove', draft: 'ann-gone' })
    await allowed(ann, { type: 'ready', on: true })
    await allowed(ben, draft('ben', 'Of Ben'))
    for (const ear of [ears['Ben'], ears['Gil'], ears['Obi']])
      await ear?.ask(draft('ann-done', 'grabbed'))
    await here.reloads()
    await everybodyActs(here)
    expect(here.heardOf('CANARY')).toEqual([])
    expect(here.heardOf('ann-')).toEqual([])
    // Ann herself is told, so the canaries are what the frames would hold.
    expect(JSON.stringify(minesOf(own))).toContain('CANARY-OPEN')
    await here.enter('sort', true)
    await until('poured', () => ben.cardBy('CANARY-DONE'))
    await own.ask(draft('ann-late', 'CANARY-LATE'))
    await here.reloads()
    await everybodyActs(here)
    for (const words of ['CANARY-OPEN', 'CANARY-LATE', 'CANARY-GONE', 'ann-'])
      expect(here.heardOf(words), words).toEqual([])
    // The search works: what was poured is in the board's frames of everybody.
    expect(here.heardOf('CANARY-DONE').length).toBeGreaterThan(3)
    expect(new Set(here.heardOf('CANARY-DONE').map((where) => where.at(-1)))).toEqual(
      new Set([String(MESSAGE.sync)]),
    )
  })

  it('[S16] say of an anonymous card to nobody else whose it is', async () => {
    const here = await listening('pre-mortem')
    const { ann, own, ears } = here
    await here.enter('write')
    await allowed(ann, draft('d', 'Of Ann'))
    await here.enter('sort', true)
    const { id } = await until('poured', () => here.ben.cardBy('Of Ann'))
    await here.reloads()
    await everybodyActs(here)
    expect(JSON.stringify(minesOf(own).at(-1))).toContain(id)
    for (const [name, ear] of Object.entries(ears))
      expect(JSON.stringify(minesOf(ear)), name).not.toContain(id)
  })

  it('[S17] hold no ballot of anybody else, hidden or live', async () => {
    for (const live of [false, true]) {
      const here = await listening('dot-vote')
      const { fay, ann, own, ears } = here
      await here.enter('propose')
      const bikes = ann.addCard('Bikes', 'ideas/a0')
      await here.equal()
      await here.enter('vote')
      const round = keyOf(here.ben, 'round:').slice('round:'.length)
      const rules = { budget: 7, cap: null, live }
      await allowed(fay, { type: 'round.change', round, rules })
      for (let n = 0; n < 6; n++) await own.ask({ type: 'dot.add', round, target: bikes })
      await here.reloads()
      await everybodyActs(here)
      expect(minesOf(own).at(-1)).toMatchObject({ dots: { [round]: { [bikes]: 6 } } })
      for (const [name, ear] of Object.entries(ears)) {
        const views = [...minesOf(ear), ...ear.said(MESSAGE.answer)]
        expect(JSON.stringify(views), `${name}, live: ${live}`).not.toContain(bikes)
        const [welcome] = ear.said(MESSAGE.welcome)
        if (!live) expect(JSON.stringify(welcome), name).not.toMatch(/":6[,}]/)
      }
    }
  })

  it('[S17] hold no number of anybody else before the reveal, and afterwards only averages', async () => {
    const here = await listening('pre-mortem')
    const { fay, ann, own, ears } = here
    await here.enter('estimate')
    const round = keyOf(here.ben, 'round:').slice('round:'.length)
    const target = here.ben.cardBy('Security')?.id ?? ''
    await own.ask({ type: 'estimate.put', round, target, axis: 'probability', value: 2.5 })
    await allowed(ann, { type: 'estimate.put', round, target, axis: 'impact', value: 1.5 })
    await here.reloads()
    await everybodyActs(here)
    expect(here.heardOf(':2.5')).toEqual([])
    expect(here.heardOf(':1.5')).toEqual([])
    expect(JSON.stringify(minesOf(own).at(-1))).toContain(':2.5')
    await ears['Gil']?.ask({ type: 'estimate.put', round, target, axis: 'impact', value: 2 })
    await allowed(fay, { type: 'estimate.reveal', round })
    await here.reloads()
    await everybodyActs(here)
    // What each gave stays their own; the average is everybody's.
    for (const [name, ear] of Object.entries(ears))
      if (!name.startsWith('Gil'))
        for (const mine of minesOf(ear)) expect(mine, name).toMatchObject({ estimates: {} })
    await until('the average', () =>
      JSON.stringify(here.ben.fact(`estimate:${round}:${target}`))?.includes('1.75'),
    )
  })

  it('[S18] hold the words of a card set aside for its author and whoever leads alone', async () => {
    const here = await listening('pre-mortem')
    const { fay, ann, own, ears } = here
    await here.enter('write')
    await allowed(ann, draft('d', 'CANARY of Ann'))
    await here.enter('sort', true)
    const { id: card } = await until('poured', () => here.ben.cardBy('CANARY of Ann'))
    await allowed(fay, { type: 'card.aside', card })
    await until('gone', () => here.ben.fact(`aside:${card}`))
    const before = new Map(Object.entries(ears).map(([name, ear]) => [name, ear.received.length]))
    await here.reloads()
    expect(
      await own.ask({ type: 'card.reword', card, from: 'CANARY of Ann', to: 'CANARY again' }),
    ).toMatchObject({ ok: true })
    expect(
      await ears['Ben']?.ask({ type: 'card.reword', card, from: '', to: 'mine' }),
    ).toMatchObject({ ok: false, reason: 'set-aside' })
    await everybodyActs(here)
    const heard = Object.entries(ears).flatMap(([name, { received }]) =>
      received
        .slice(before.get(name) ?? 0)
        .filter((frame) => Buffer.from(frame).includes('CANARY'))
        .map((frame) => `${name}: ${frame[0]}`),
    )
    const [mine, welcome] = [MESSAGE.mine, MESSAGE.welcome].map(String)
    for (const one of heard)
      expect(one).toMatch(new RegExp(`^(Fay|Gil)( again)?: (${mine}|${welcome})$`))
    expect(new Set(heard.map((one) => one.split(/[: ]/)[0]))).toEqual(new Set(['Fay', 'Gil']))
    expect(minesOf(own).at(-1)).toMatchObject({
      aside: [{ card, text: 'CANARY again', own: true }],
    })
  })

  it('[S19] say nothing of who asks for more time, nor of whose thumb is which', async () => {
    const here = await listening('two-pluses')
    const { fay, ann, own, ears } = here
    await here.enter('list')
    const topic = ann.addCard('Tests', 'topics/a0')
    await here.equal()
    await here.enter('discuss')
    const mark = (): Map<string, number> =>
      new Map(Object.entries(ears).map(([name, ear]) => [name, ear.received.length]))
    const news = (since: Map<string, number>, name: string): Uint8Array[] =>
      (ears[name]?.received.slice(since.get(name)) ?? []).filter(
        ([type]) => type !== MESSAGE.awareness && type !== MESSAGE.answer,
      )
    await everybodyHasHeard(here)
    const start = mark()
    expect(await own.ask({ type: 'more-time' })).toMatchObject({ ok: true })
    await until('Fay is told', () =>
      JSON.stringify(minesOf(ears['Fay'] ?? own).at(-1)).includes('"moreTime":1'),
    )
    await everybodyHasHeard(here)
    // Whoever does not lead is told nothing at all, and whoever leads not who.
    for (const name of ['Ben', 'Obi']) expect(news(start, name), name).toEqual([])
    for (const name of ['Fay', 'Gil'])
      for (const frame of news(start, name))
        expect(Buffer.from(frame).includes(ann.person)).toBe(false)
    await allowed(fay, { type: 'queue.set', topics: [{ target: topic, minutes: 0.5 }] })
    await allowed(fay, { type: 'queue.start', target: topic })
    await allowed(fay, { type: 'timer.add', minutes: -600 })
    await everybodyHasHeard(here)
    const thumbs = mark()
    expect(await own.ask({ type: 'thumb', thumb: 'down' })).toMatchObject({ ok: true })
    await until('counted', () => JSON.stringify(here.ben.fact('live')).includes('"down":1'))
    await everybodyActs(here)
    for (const name of Object.keys(ears)) {
      expect(JSON.stringify(minesOf(ears[name] ?? own)), name).not.toContain('thumb')
      for (const frame of news(thumbs, name).filter(([type]) => type !== MESSAGE.sync))
        expect(Buffer.from(frame).includes(ann.person), name).toBe(false)
    }
    expect(minesOf(own).at(-1)).toMatchObject({ thumb: 'down' })
  })
})
