/** Folders that earlier versions have left behind are opened by this one; those of later versions are not. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { remember } from '@plenary/server/memory'
import { checkSchema, migrate } from '@plenary/server/migrations'
import { snapshotOf } from '@plenary/server/snapshot'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { must } from '@plenary/shared/must'
import { describe, expect, it } from 'vitest'
import { command, get } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { connectPlain } from '../kit/plain-client.ts'
import { serveHere } from '../kit/serve-here.ts'
import { allowed, keyOf } from '../kit/table.ts'
import { breakable, withDatabase } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'
import { makeSample } from './make-sample.ts'
import type { SampleSession } from './sample.ts'
import { SAMPLES, unpack } from './sample.ts'

const MAIN = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))
const { SAMPLE, SAMPLE_OF } = process.env

if (SAMPLE !== undefined && SAMPLE_OF !== undefined)
  it('makes a sample', () => makeSample(SAMPLE_OF, SAMPLE))

/** Facts that mean the same in every version. */
const SAME = /^(?:title|status|joinCode|anonymous|closedAt|locked|person:.*|round:.*)$/

/** What has to be as it was; a version may add to a fact. */
function same(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => SAME.test(key)))
}

/** The newest snapshot of each session, the records after it, and all else where `all`. */
function journals(file: string, all = false): unknown[] {
  const newest = '(SELECT MAX(seq) FROM snapshots AS other WHERE other.room = one.room)'
  return withDatabase(file, (db) =>
    ['snapshots AS one WHERE seq =', 'records AS one WHERE seq >'].flatMap((rows) =>
      db.all(`SELECT room, seq, epoch, bytes FROM ${rows} ${newest} ${all ? 'OR TRUE' : ''}`),
    ),
  )
}

function led(url: string, { session, fay }: SampleSession): Promise<PlainClient> {
  return connectPlain(url, session, 'Fay', '', fay)
}

describe('a folder of an earlier version', () => {
  it('[T118] is kept for each schema there was before this one', async () => {
    const found = new Set<number>()
    let newest = 0
    for (const name of SAMPLES) {
      const { file } = await unpack(name)
      withDatabase(file, (db) => {
        found.add(checkSchema(db))
        migrate(db)
        newest = checkSchema(db)
      })
    }
    const earlier = Array.from({ length: newest - 1 }, (_, n) => n + 1)
    expect(earlier.filter((schema) => !found.has(schema))).toEqual([])
  })

  it.each(SAMPLES)(
    '[T118] %s opens with everything that was in it, again and again',
    async (name) => {
      const { sample, dataDir, file } = await unpack(name)
      const before = journals(file)
      expect(before.length).toBeGreaterThan(0)
      for (let round = 0; round < 2; round++) {
        const here = await serveHere({ DATA_DIR: dataDir })
        for (const one of Object.values(sample)) {
          const fay = await led(here.url, one)
          expect(fay.cards().toJSON()).toEqual(one.cards)
          expect(same(fay.session().toJSON())).toMatchObject(same(one.facts))
          fay.leave()
        }
        await here.stop()
        // What the earlier version wrote last is not written over.
        if (round === 0) expect(journals(file, true)).toEqual(expect.arrayContaining(before))
      }
    },
  )

  it.each(SAMPLES)('[T118] %s goes on where it was: vote, drafts and report', async (name) => {
    const { sample, dataDir } = await unpack(name)
    const { url, clock } = await serveHere({ DATA_DIR: dataDir })
    const { vote, drafts, closed } = sample
    const fay = await led(url, vote)
    const round = keyOf(fay, 'round:').slice('round:'.length)
    const bikes = must(fay.cardBy('Bikes'), 'the card').id
    const buses = must(fay.cardBy('Buses'), 'the card').id
    const { ok } = await command(url, vote.session, vote.ben, {
      type: 'dot.add',
      round,
      target: buses,
    })
    expect(ok).toBe(true)
    await allowed(fay, { type: 'round.close', round })
    await until('the result', () => JSON.stringify(fay.fact(`round:${round}`)).includes('result'))
    expect(fay.fact(`round:${round}`)).toMatchObject({ result: { [bikes]: 2, [buses]: 1 } })
    const writes = await led(url, drafts)
    await allowed(writes, { type: 'phase.go', phase: 'sort', finish: true })
    clock.advance(2_000)
    await until('poured', () => writes.cardBy('Rust') && writes.cardBy('Rain'))
    const report = await get(`${url}/api/sessions/${closed.session}/report.md`, closed.ann)
    expect(await report.text()).toContain('Bikes')
    fay.leave()
    writes.leave()
  })

  it('[T118] whose upgrade breaks off is as it was, and is upgraded the next time', async () => {
    const { file } = await unpack(must(SAMPLES[0], 'a sample'))
    const shape = (): unknown =>
      withDatabase(file, (db) => [
        checkSchema(db),
        db.all('SELECT sql FROM sqlite_schema ORDER BY name'),
      ])
    const before = shape()
    for (const broken of [
      'PRAGMA user_version =',
      'COMMIT',
      'ALTER TABLE',
      'CREATE TABLE points',
    ]) {
      withDatabase(file, (db) => {
        expect(() => migrate(breakable(db, (sql) => sql.includes(broken)))).toThrow('disk I/O')
      })
      expect(shape()).toEqual(before)
    }
    withDatabase(file, migrate)
    const after = shape()
    expect(after).not.toEqual(before)
    withDatabase(file, migrate)
    expect(shape()).toEqual(after)
  })

  it('[T118] keeps fields that this version does not know, in the state and on the board', async () => {
    const { sample, file, dataDir } = await unpack(must(SAMPLES.at(-1), 'a sample'))
    const { session } = sample.vote
    const store = openSqliteStore(file)
    const opened = await store.open(session)
    const memory = remember(opened)
    const card = Object.keys(sample.vote.cards)[0] ?? ''
    const entry: unknown = memory.doc.getMap('cards').get(card)
    if (!isMap(entry)) throw new Error('no card')
    entry.set('later', 'KEPT')
    memory.state = Object.assign({ later: 'KEPT' }, must(memory.state, 'the state'))
    const { fence } = opened
    for (let round = 0; round < 2; round++) {
      const bytes = snapshotOf(memory, true)
      const { seq, epoch } = memory
      expect(await store.snapshot({ room: session, seq, epoch, bytes }, fence)).toBe('committed')
    }
    await store.close()
    const here = await serveHere({ DATA_DIR: dataDir })
    await command(here.url, session, sample.vote.fay, { type: 'hand.raise' })
    const fay = await led(here.url, sample.vote)
    expect(JSON.stringify(fay.cards().toJSON())).toContain('"later":"KEPT"')
    fay.leave()
    await here.stop()
    const again = openSqliteStore(file)
    expect(remember(await again.open(session)).state).toMatchObject({ later: 'KEPT' })
    await again.close()
  })
})

interface Settable {
  set(key: string, value: string): unknown
}

function isMap(value: unknown): value is Settable {
  return typeof value === 'object' && value !== null && 'set' in value
}

/** Everything that is in a database. */
function dump(file: string): unknown {
  return withDatabase(file, (db) => [
    db.all('PRAGMA user_version'),
    db.all('SELECT sql FROM sqlite_schema ORDER BY name'),
    ...['rooms', 'records', 'snapshots', 'points', 'catalog'].map((table) =>
      db.all(`SELECT * FROM ${table} ORDER BY 1, 2`),
    ),
  ])
}

describe('a folder of a later version', () => {
  it('[T119] is refused with one sentence and exit code 2, and left as it is', async () => {
    const { file, dataDir } = await unpack(must(SAMPLES.at(-1), 'a sample'))
    withDatabase(file, (db) => {
      migrate(db)
      db.exec(`PRAGMA user_version = ${checkSchema(db) + 1}`)
    })
    const before = dump(file)
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
    const [code]: unknown[] = await once(child, 'close')
    expect(code).toBe(2)
    expect(said).toMatch(/^the database has schema \d+, this Plenary knows schema \d+\. .*\n$/)
    expect(dump(file)).toEqual(before)
  })
})
