/** T67, T68, T70-T77: what is hidden, looked for on every surface that somebody else can reach. */
import { MESSAGE } from '@plenary/shared/frame'
import { DRAFT_COUNT_EVERY, REVEAL_NOTICE } from '@plenary/shared/decide/drafts'
import { REPORT_TABLES } from '@plenary/shared/report-csv'
import { writePointed } from '@plenary/shared/pointing'
import { writeSaid } from '@plenary/shared/presence'
import { readFileSync, readdirSync } from 'node:fs'
import { join as path } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { joinHello } from '../kit/hello-client.ts'
import type { HelloClient } from '../kit/hello-client.ts'
import { command, get, join, makeSession } from '../kit/http-client.ts'
import { connectPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

const draft = (id: string, text: string, state = 'done') => ({
  type: 'draft.put',
  draft: id,
  section: 'reasons',
  text,
  rev: 1,
  state,
})

interface Sitting {
  url: string
  sessionId: string
  /** By name, each with a socket on our own protocol. */
  who: Record<string, { person: string; token: string; ear: HelloClient }>
  ask(name: string, body: object): Promise<Record<string, unknown>>
  /** Everything sent to this person before has arrived. */
  flushed(name: string): Promise<void>
  enter(phase: string): Promise<void>
}

/** Fay leads; the others take part, Obi watches. */
async function sitting(url: string, formatId: string, names: readonly string[]): Promise<Sitting> {
  const made = await makeSession(url, { title: 'Secrets', formatId, name: 'Fay' })
  const { sessionId } = made
  const who: Sitting['who'] = {}
  const enter = async (name: string, person: string, token: string) => {
    who[name] = { person, token, ear: await joinHello(url, sessionId, token) }
  }
  await enter('Fay', made.participantId, made.token)
  for (const name of [...names, 'Obi']) {
    const role = name === 'Obi' ? 'observer' : 'participant'
    const { participantId, token } = await join(url, sessionId, { name, role })
    await enter(name, participantId, token)
  }
  onTestFinished(() => {
    for (const { ear } of Object.values(who)) ear.leave()
  })
  const of = (name: string) => {
    const one = who[name]
    if (one === undefined) throw new Error(`no ${name}`)
    return one
  }
  const ask = async (name: string, body: object) => {
    const answer = await command(url, sessionId, of(name).token, body)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify([body, answer])}`)
    return answer
  }
  return {
    url,
    sessionId,
    who,
    ask,
    async flushed(name) {
      // Refused, so that nothing changes for anybody.
      await of(name).ear.ask({ type: 'draft.remove', draft: 'none' })
    },
    async enter(phase) {
      await ask('Fay', { type: 'phase.go', phase, finish: true })
    },
  }
}

/** A board as somebody receives it. */
async function boardOf({ url, sessionId }: Sitting, token: string): Promise<Y.Doc> {
  // On a quick machine whoever waits for something on it asks more often than a token may.
  const response = await until('it is let', async () => {
    const answer = await get(`${url}/api/sessions/${sessionId}/board`, token)
    return answer.status === 429 ? null : answer
  })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
  return doc
}

const textsIn = (doc: Y.Doc): string[] =>
  [...doc.getMap('cards').values()].map((card) =>
    card instanceof Y.Map ? String(card.get('text')) : '',
  )

/** What somebody's ear has been told since `from`, heartbeats and answers to themselves left out. */
const news = ({ received }: HelloClient, from: number): Uint8Array[] =>
  received.slice(from).filter(([type]) => type !== MESSAGE.awareness && type !== MESSAGE.answer)

describe('on a server', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer({ LOG_LEVEL: 'trace' })
  })
  afterAll(() => server.remove())

  it('[T67] a draft is in no byte that anybody else can get before the reveal', async () => {
    const here = await sitting(server.url, 'pre-mortem', ['Ann', 'Ben', 'Cem'])
    const { url, sessionId, who } = here
    await here.enter('write')
    await here.ask('Ann', draft('canary-id', 'CANARY'))
    await here.ask('Ann', draft('canary-open', 'CANARY open', 'open'))
    await here.ask('Ann', { ...draft('canary-id', 'CANARY twin'), rev: 1 })
    for (const name of ['Ben', 'Fay', 'Obi']) {
      const ear = who[name]?.ear
      await ear?.ask(draft('canary-id', 'mine now'))
      await ear?.ask({ type: 'draft.remove', draft: 'canary-id' })
      await ear?.ask({ type: 'card.reword', card: 'canary-id', from: '', to: 'x' })
    }
    const found: string[] = []
    const look = (where: string, bytes: Buffer | string): void => {
      const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1')
      // What one sent oneself comes back in one's own answers.
      if (/CANARY/.test(text) || /canary-open/.test(text)) found.push(where)
    }
    const tables = REPORT_TABLES.map((table) => `report.csv?table=${table}`)
    for (const [name, { token, ear }] of Object.entries(who)) {
      if (name === 'Ann') continue
      await here.flushed(name)
      for (const frame of ear.received) look(`frame of ${name}`, Buffer.from(frame))
      for (const file of [
        '',
        '/board',
        '/report.md',
        '/report.json',
        ...tables.map((t) => `/${t}`),
      ])
        look(
          `${name}: ${file}`,
          Buffer.from(
            await (await get(`${url}/api/sessions/${sessionId}${file}`, token)).arrayBuffer(),
          ),
        )
      look(
        `document of ${name}`,
        JSON.stringify((await boardOf(here, token)).getMap('session').toJSON()),
      )
    }
    look('metrics', await (await get(`${url}/metrics`)).text())
    look('log', server.output())
    expect(found).toEqual([])
    // The search finds what is there.
    look('Ann', JSON.stringify(who['Ann']?.ear.said(MESSAGE.mine)))
    expect(found).toEqual(['Ann'])
  })

  it('[T68] behind poured cards stand the server’s client ids alone', async () => {
    const here = await sitting(server.url, 'pre-mortem', ['Ann', 'Ben'])
    await here.enter('write')
    await here.ask('Ann', draft('a', 'Of Ann'))
    await here.ask('Ben', draft('b', 'Of Ben'))
    await here.enter('sort')
    const { token = '' } = here.who['Obi'] ?? {}
    const doc = await until('poured', async () => {
      const board = await boardOf(here, token)
      return textsIn(board).includes('Of Ann') ? board : null
    })
    const writers = [...doc.store.clients.keys()]
    expect(writers.length).toBeGreaterThan(0)
    for (const writer of writers) expect(writer).toBeGreaterThan(2 ** 31)
  })

  it('[T70] an author rewords an anonymous card by command alone; words of one’s own id are taken back', async () => {
    const here = await sitting(server.url, 'pre-mortem', ['Ann', 'Ben'])
    await here.enter('write')
    await here.ask('Ann', draft('a', 'Of Ann'))
    await here.enter('sort')
    const { token: obi = '' } = here.who['Obi'] ?? {}
    await until('poured', async () => textsIn(await boardOf(here, obi)).includes('Of Ann'))
    const { person = '', token = '' } = here.who['Ann'] ?? {}
    const ann = await connectPlain(server.url, here.sessionId, 'Ann', person, token)
    const card = await until('her card', () => ann.cardBy('Of Ann'))
    const text = card.card.get('text')
    if (!(text instanceof Y.Text)) throw new Error('no text')
    text.insert(0, 'Signed ')
    await until('taken back', () => text.toString() === 'Of Ann')
    await here.ask('Ann', { type: 'card.reword', card: card.id, from: 'Of Ann', to: 'Of Anybody' })
    await until('reworded', () => text.toString() === 'Of Anybody')
    const doc = await boardOf(here, obi)
    expect(textsIn(doc)).toContain('Of Anybody')
    expect(JSON.stringify(doc.getMap('cards').toJSON())).not.toContain(person)
    ann.leave()
  })

  it('[T73] a ballot is told to nobody before the close, and then as totals', async () => {
    const here = await sitting(server.url, 'two-pluses', ['Ann', 'Ben', 'Cem'])
    await here.enter('list')
    const topic = String(
      (await here.ask('Ann', { type: 'card.add', text: 'One', to: 'topics' }))['card'],
    )
    await here.ask('Ben', { type: 'card.add', text: 'Two', to: 'topics' })
    await here.enter('vote')
    const { token = '', ear } = here.who['Obi'] ?? {}
    const facts = async (): Promise<Record<string, unknown>> =>
      structuredClone((await boardOf(here, token)).getMap('session').toJSON())
    const before = await facts()
    const round =
      Object.keys(before)
        .find((key) => key.startsWith('round:'))
        ?.slice(6) ?? ''
    // Live totals are not what one gets without asking for them.
    expect(before[`round:${round}`]).toMatchObject({ rules: { live: false } })
    await here.ask('Ann', { type: 'dot.add', round, target: topic })
    await here.flushed('Obi')
    const during = await facts()
    expect({ ...during, live: null }).toEqual({ ...before, live: null })
    expect(Object.keys(during).filter((key) => key.startsWith('live:'))).toEqual([])
    const told = JSON.stringify([
      ...(ear?.said(MESSAGE.mine) ?? []),
      ...(ear?.said(MESSAGE.welcome) ?? []),
    ])
    expect(told.match(new RegExp(`"${topic}":1`))).toBeNull()
    await here.ask('Fay', { type: 'round.close', round })
    expect(await facts()).toMatchObject({ [`round:${round}`]: { result: { [topic]: 1 } } })
    expect(JSON.stringify(await facts())).not.toContain('ballots')
  })

  it('[T74] no file names the author of an anonymous card, and after the close the disk does not either', async () => {
    const here = await sitting(server.url, 'pre-mortem', ['Ann', 'Ben'])
    const { url, sessionId, who } = here
    await here.enter('write')
    await here.ask('Ann', { ...draft('draft-canary', 'Of Ann'), id: 'answer-canary' })
    await here.ask('Ben', draft('b', 'Of Ben'))
    await here.enter('sort')
    const { token: fay = '' } = who['Fay'] ?? {}
    const { person: ann = '' } = who['Ann'] ?? {}
    const { token: obi = '' } = who['Obi'] ?? {}
    await until('poured', async () => textsIn(await boardOf(here, obi)).includes('Of Ann'))
    const tables = REPORT_TABLES.map((table) => `report.csv?table=${table}`)
    for (const file of ['report.md', 'report.json', ...tables]) {
      const text = await (await get(`${url}/api/sessions/${sessionId}/${file}`, fay)).text()
      expect(text, file).not.toContain(ann)
      // Of the line, or of the object in JSON, that holds the card.
      const about = text.match(/[^\n{]*Of Ann[^\n}]*/g) ?? []
      for (const card of about) expect(card, file).not.toMatch(/\bAnn\b(?<!Of Ann)/)
      if (file === 'report.json') expect(about[0]).toContain('"by":null')
    }
    const doc = await boardOf(here, fay)
    expect(JSON.stringify(doc.getMap('cards').toJSON())).not.toContain(ann)
    const onDisk = (words: string): boolean =>
      readdirSync(server.dataDir, { withFileTypes: true }).some(
        (entry) =>
          // The socket of the backup holds nothing.
          !entry.isSocket() && readFileSync(path(server.dataDir, entry.name)).includes(words),
      )
    expect([onDisk('draft-canary'), onDisk('answer-canary')]).toEqual([true, true])
    await here.ask('Fay', { type: 'session.close' })
    await until('erased', () => !onDisk('draft-canary') && !onDisk('answer-canary'))
    expect(onDisk('Of Ann')).toBe(true)
  })

  it('[T76] whoever writes, adds, rewords and removes without a name leaves no client id in the state vector', async () => {
    const here = await sitting(server.url, 'pre-mortem', ['Ann', 'Ben'])
    await here.enter('write')
    await here.ask('Ann', draft('a', 'Of Ann'))
    await here.enter('sort')
    const { token = '' } = here.who['Obi'] ?? {}
    const card = await until('poured', async () => {
      const cards = (await boardOf(here, token)).getMap('cards').toJSON()
      return Object.keys(cards).find((id) => JSON.stringify(cards[id]).includes('Of Ann'))
    })
    await here.ask('Ann', { type: 'card.add', text: 'More', to: 'reasons' })
    await here.ask('Ann', { type: 'card.reword', card, from: 'Of Ann', to: 'Of us' })
    await here.ask('Ann', { type: 'card.remove', card })
    await here.ask('Ann', { type: 'card.restore', card })
    const vector = Y.decodeStateVector(Y.encodeStateVector(await boardOf(here, token)))
    for (const client of vector.keys()) expect(client).toBeGreaterThan(2 ** 31)
  })
})

describe('by the clock', () => {
  it('[T71] nothing is heard while one person writes; a total comes in batches, and never of two', async () => {
    // Fay takes part too.
    for (const names of [['Ann', 'Ben'], ['Ann']]) {
      const { url, clock } = await serveHere()
      const here = await sitting(url, 'pre-mortem', names)
      const { Obi: obi, Ann: ann } = here.who
      await here.enter('write')
      await here.flushed('Obi')
      if (obi === undefined || ann === undefined) throw new Error('two people')
      const heard = obi.ear.received.length
      for (let n = 1; n <= 5; n++) {
        await here.ask('Ann', draft(`d${n}`, `Words ${n}`))
        ann.ear.socket.send(writePointed({ is: 'cursor', x: n, y: n }))
        ann.ear.socket.send(writePointed({ is: 'selects', card: '' }))
        ann.ear.socket.send(writeSaid({ is: 'release' }))
        await here.flushed('Obi')
      }
      expect(news(obi.ear, heard)).toEqual([])
      const before = (await boardOf(here, obi.token)).getMap('session').get('live')
      expect(before instanceof Y.Map && before.has('drafts')).toBe(false)
      clock.advance(DRAFT_COUNT_EVERY)
      if (names.length > 1) {
        await until('the total', async () => {
          const live = (await boardOf(here, obi.token)).getMap('session').get('live')
          return live instanceof Y.Map && JSON.stringify(live.get('drafts')) === '{"n":5}'
        })
        await here.flushed('Obi')
        expect(news(obi.ear, heard)).toHaveLength(1)
      } else {
        await here.flushed('Obi')
        const live = (await boardOf(here, obi.token)).getMap('session').get('live')
        expect(live instanceof Y.Map && live.has('drafts')).toBe(false)
        expect(news(obi.ear, heard)).toEqual([])
      }
    }
  })

  it('[T72] [W12] who leads is told before a reveal that fewer than three have written, and nobody else is', async () => {
    const { url, clock } = await serveHere()
    const here = await sitting(url, 'pre-mortem', ['Ann', 'Ben', 'Cem'])
    const { Fay: fay, Ben: ben } = here.who
    if (fay === undefined || ben === undefined) throw new Error('two people')
    const few = (ear: HelloClient): unknown => {
      const mine = ear.said(MESSAGE.mine).at(-1)
      return typeof mine === 'object' && mine !== null && 'few' in mine ? mine.few : undefined
    }
    await here.enter('write')
    for (const [name, expected] of [
      ['Ann', true],
      ['Ben', true],
      ['Cem', false],
    ] as const) {
      await here.ask(name, draft(`of-${name}`, `Of ${name}`))
      await here.ask(name, draft(`two-of-${name}`, `More of ${name}`))
      // With the batch, so that it does not say when the third one has written.
      await here.flushed('Fay')
      clock.advance(DRAFT_COUNT_EVERY)
      await until(`told after ${name}`, () => few(fay.ear) === expected)
    }
    await here.flushed('Ben')
    expect(JSON.stringify([...ben.ear.said(MESSAGE.mine)])).not.toContain('few')
    await here.enter('sort')
    clock.advance(REVEAL_NOTICE)
    await until('poured', async () => textsIn(await boardOf(here, ben.token)).includes('Of Cem'))
  })

  it('[T75] what others are told of a deed has the same size whoever did it', async () => {
    const { url, clock } = await serveHere()
    const here = await sitting(url, 'pre-mortem', ['Ann', 'Ben', 'Cem'])
    const { Obi: obi } = here.who
    if (obi === undefined) throw new Error('no Obi')
    await here.enter('write')
    const sizes: number[][] = []
    for (const name of ['Ann', 'Ben', 'Cem']) {
      await here.flushed('Obi')
      const from = obi.ear.received.length
      await here.ask(name, draft(`of-${name}`, name === 'Ann' ? 'x'.repeat(1_500) : 'Short'))
      await here.flushed('Obi')
      expect(news(obi.ear, from)).toEqual([])
      clock.advance(DRAFT_COUNT_EVERY)
      await until('the batch', () => news(obi.ear, from).length > 0)
      await here.flushed('Obi')
      sizes.push(news(obi.ear, from).map((frame) => frame.byteLength))
    }
    const [first = []] = sizes
    // Clocks of the server grow by a byte now and then, and the total by a digit.
    for (const size of sizes) {
      expect(size).toHaveLength(1)
      expect(Math.abs((size[0] ?? 0) - (first[0] ?? 0))).toBeLessThanOrEqual(12)
    }
  })

  it('[T77] while people vote unseen nobody is seen to point, to choose or to hold', async () => {
    const { url, clock } = await serveHere()
    const here = await sitting(url, 'two-pluses', ['Ann', 'Ben', 'Cem'])
    const { Ann: ann, Ben: ben } = here.who
    if (ann === undefined || ben === undefined) throw new Error('two people')
    await here.enter('list')
    const card = String(
      (await here.ask('Ann', { type: 'card.add', text: 'One', to: 'topics' }))['card'],
    )
    await here.enter('vote')
    ben.ear.socket.send(writePointed({ is: 'watch', on: true }))
    await here.flushed('Ben')
    const from = ben.ear.received.length
    for (let n = 0; n < 10; n++) {
      ann.ear.socket.send(writePointed({ is: 'cursor', x: n, y: n }))
      ann.ear.socket.send(writePointed({ is: 'selects', card }))
      ann.ear.socket.send(writeSaid({ is: 'hold', card, dealt: false }))
      await here.flushed('Ann')
      clock.advance(200)
      await here.flushed('Ben')
    }
    const told = news(ben.ear, from).filter((frame) => frame.byteLength > 2)
    expect(told.map((frame) => [...frame])).toEqual([])
  })
})
