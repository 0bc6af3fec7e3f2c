/** Looking back, as strangers meet it: over HTTP, over a kill -9, and with people at work. */
import { readFileSync, readdirSync } from 'node:fs'
import { join as path } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { command, get, join, makeSession } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { withDatabase } from '../kit/temp-sqlite.ts'
import { allowed, heard, reload, setField, table, textOf } from '../kit/table.ts'
import type { Table } from '../kit/table.ts'
import { until } from '../kit/until.ts'

const pointBody = z.object({
  id: z.string(),
  is: z.enum(['phase', 'named', 'before']),
  name: z.string(),
  at: z.number(),
  phase: z.string().nullable(),
  by: z.string().nullable(),
})
const listed = z.strictObject({ points: z.array(pointBody.strict()) })
const board = z.strictObject({
  point: pointBody.strict(),
  entries: z.array(z.looseObject({ id: z.string(), kind: z.string(), text: z.string() })),
})

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const historyOf = ({ base, made }: Table): string =>
  `${base}/api/sessions/${made.sessionId}/history`

async function pointsOf(here: Table, token = here.obi.token) {
  const answer = await get(historyOf(here), token)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return listed.parse(await answer.json()).points
}

async function look(here: Table, id: string, token = here.obi.token) {
  const answer = await get(`${historyOf(here)}/${id}`, token)
  expect(answer.status).toBe(200)
  return board.parse(await answer.json())
}

const textsAt = async (here: Table, id: string, token?: string): Promise<string[]> =>
  (await look(here, id, token)).entries.map(({ text }) => text)

const standing = (client: PlainClient): string[] =>
  Object.values<{ text: string; removed?: boolean }>(client.cards().toJSON())
    .filter(({ removed }) => removed !== true)
    .map(({ text }) => text)
    .toSorted()

/** A board on which people propose; Ann and Ben have written one card each. */
async function proposing(
  on: { url: string } = server,
): Promise<Table & { bikes: string; buses: string }> {
  const here = await table(on.url, 'dot-vote')
  await here.enter('propose')
  const bikes = here.ann.addCard('Bikes', 'ideas/a0')
  const buses = here.ben.addCard('Buses', 'ideas/a1')
  await until('both', () => here.all.every((one) => standing(one).length === 2))
  return { ...here, bikes, buses }
}

async function mark(here: Table, name: string): Promise<string> {
  return String((await allowed(here.fay, { type: 'history.mark', name }))['point'])
}

it('[LB1] [LB4] [LB10] everybody finds the points, and what stood there; a stranger finds nothing', async () => {
  const here = await proposing()
  const named = await mark(here, 'Both there')
  await here.enter('vote')
  const points = await pointsOf(here)
  expect(points.map(({ is, name, phase, by }) => [is, name, phase, by])).toEqual([
    ['named', 'Both there', 'propose', here.fay.person],
    ['phase', expect.any(String), 'propose', null],
  ])
  for (const { id } of points)
    expect((await textsAt(here, id)).toSorted()).toEqual(['Bikes', 'Buses'])
  const { status } = await get(`${historyOf(here)}/${named}`)
  expect(status).toBe(401)
  expect((await get(historyOf(here))).status).toBe(401)
  const missing = await get(`${historyOf(here)}/constructor`, here.obi.token)
  expect([missing.status, await missing.json()]).toEqual([
    404,
    expect.objectContaining({ code: 'no-such-point' }),
  ])
  const other = await table(server.url, 'dot-vote')
  expect((await get(`${historyOf(here)}/${named}`, other.fay.token)).status).toBe(401)
  expect((await get(`${historyOf(other)}/${named}`, other.fay.token)).status).toBe(404)
  other.leave()
  here.leave()
})

it('[LB5] [LB6] [LB11] the board goes back under everybody’s eyes, words in hand stay, and back again', async () => {
  const here = await proposing()
  const { fay, ann, ben, obi, bikes, buses } = here
  const point = await mark(here, 'Both there')
  textOf(ann, bikes).insert(5, ' for all')
  setField(ben, buses, 'removed', true)
  const later = ben.addCard('Trams', 'ideas/a2')
  await until('all of it', () => standing(fay).join() === 'Bikes for all,Trams')
  await here.equal()

  const answer = await allowed(fay, { type: 'history.restore', point })
  expect(answer).toMatchObject({ changed: 1, gone: 1, back: 1 })
  textOf(ann, bikes).insert(0, 'My ')
  for (const client of here.all)
    await until(`${client.name} is back`, () => standing(client).join() === 'Buses,My Bikes')
  await here.equal()
  expect(obi.fact('broughtBack')).toMatchObject({
    by: fay.person,
    to: { id: point, name: 'Both there' },
    before: answer['before'],
  })
  // Into a card that went: it is refused, and everybody stays equal.
  textOf(ben, later).insert(0, 'CANARY ')
  await until('taken back', () => String(textOf(ben, later)) === 'Trams')
  expect(here.all.filter((one) => one !== ben && heard(one, 'CANARY'))).toEqual([])
  expect(await ben.ask({ type: 'history.restore', point })).toMatchObject({ reason: 'not-allowed' })

  await allowed(fay, { type: 'history.restore', point: answer['before'] })
  for (const client of here.all)
    await until(
      `${client.name} is back again`,
      () => standing(client).join() === 'Bikes for all,Trams',
    )
  await here.equal()
  expect((await pointsOf(here)).map(({ is, name }) => [is, name])).toEqual([
    ['named', 'Both there'],
    ['before', 'Both there'],
    ['before', 'Both there'],
  ])
  here.leave()
})

it('[LB3] [LB4] no byte of the past reaches whoever has not asked, and none that is hidden now whoever has', async () => {
  const here = await proposing()
  const { fay, ann, ben, obi, made } = here
  const asides = ann.addCard('CANARY-aside', 'ideas/a2')
  const taken = ben.addCard('CANARY-taken', 'ideas/a3')
  const reworded = ben.addCard('CANARY-reworded', 'ideas/a4')
  await until('they are there', () => standing(obi).length === 5)
  const point = await mark(here, 'With everything')
  await allowed(fay, { type: 'card.aside', card: asides })
  setField(fay, taken, 'removed', true)
  textOf(ben, reworded).delete(0, 15)
  textOf(ben, reworded).insert(0, 'Better')
  await until('all of it', () => standing(obi).join() === ',Better,Bikes,Buses')

  const late = await join(server.url, made.joinCode, { name: 'Lea' })
  const lea = await reload(server.url, made.sessionId, {
    ...obi,
    name: 'Lea',
    person: late.participantId,
    token: late.token,
  })
  expect((await textsAt(here, point, lea.token)).toSorted()).toEqual([
    '',
    'Bikes',
    'Buses',
    'CANARY-reworded',
  ])
  expect(heard(lea, 'CANARY-aside')).toBe(false)
  const led = await textsAt(here, point, fay.token)
  expect(led).toContain('CANARY-taken')
  expect(led).not.toContain('CANARY-aside')

  await allowed(fay, { type: 'history.restore', point })
  await until('the words are back', () => standing(lea).includes('CANARY-reworded'))
  expect(String(textOf(lea, asides))).toBe('')
  expect(heard(lea, 'CANARY-aside')).toBe(false)
  lea.leave()
  here.leave()
})

it('[LB3] a point of a board without names has no authors, on the wire or on disk', async () => {
  const here = await table(server.url, 'pre-mortem')
  await here.enter('write')
  const words = { section: 'reasons', text: 'Nobody tested it', rev: 1, state: 'done' }
  await allowed(here.ann, { type: 'draft.put', draft: 'd1', ...words })
  await allowed(here.ben, { type: 'draft.put', draft: 'd2', ...words, text: 'No money' })
  expect(await textsAt(here, await mark(here, 'While they write'))).not.toContain('No money')
  await here.enter('sort', true)
  const written = (await pointsOf(here)).at(-1)
  const told = JSON.stringify(await look(here, written?.id ?? '', here.fay.token))
  expect(told).toContain('No money')
  for (const { person } of [here.ann, here.ben]) expect(told).not.toContain(person)
  here.leave()
})

it('[LB8] [LB6] a point, and going back to it, is there after kill -9, and once the journal before it was cut', async () => {
  const own = await startServer()
  onTestFinished(() => own.remove())
  const here = await proposing(own)
  const point = await mark(here, 'Both there')
  await own.kill()
  await own.start()
  expect((await textsAt(here, point)).toSorted()).toEqual(['Bikes', 'Buses'])
  here.ann.addCard('Trams', 'ideas/a2')
  await until('more', () => standing(here.obi).length === 3)
  const asked = { type: 'history.restore', point }
  const back = await command(own.url, here.made.sessionId, here.fay.token, asked)
  await own.kill()
  await own.start()
  await until('as it was', () => standing(here.obi).join() === 'Bikes,Buses')
  const undo = { type: 'history.restore', point: back['before'] }
  expect(await command(own.url, here.made.sessionId, here.fay.token, undo)).toMatchObject({
    ok: true,
    back: 1,
  })
  await until('back again', () => standing(here.obi).join() === 'Bikes,Buses,Trams')
  for (const name of ['once', 'twice']) {
    await mark(here, name)
    await own.terminate()
    await own.start()
  }
  expect((await pointsOf(here)).map(({ name }) => name)).toEqual([
    'Both there',
    'Both there',
    'Both there',
    'once',
    'twice',
  ])
  expect((await textsAt(here, point)).toSorted()).toEqual(['Bikes', 'Buses'])
  here.leave()

  await own.terminate()
  withDatabase(path(own.dataDir, 'plenary.db'), (db) =>
    db.run('UPDATE points SET crc32 = crc32 + 1 WHERE id = ?', [point]),
  )
  await own.start()
  expect((await get(`${historyOf(here)}/${point}`, here.obi.token)).status).toBe(404)
  const restored = await command(own.url, here.made.sessionId, here.fay.token, {
    type: 'history.restore',
    point,
  })
  expect(restored).toMatchObject({ reason: 'no-such-point' })
  const [, before] = await pointsOf(here)
  expect((await textsAt(here, before?.id ?? '')).toSorted()).toEqual(['Bikes', 'Buses', 'Trams'])
})

it('[LB16] a point that the disk does not give back lets the session go on', async () => {
  const disk = { fails: false }
  const { url } = await serveHere({}, (file, onFailure) => {
    const store = openSqliteStore(file, onFailure)
    return {
      ...store,
      point: (room, id) =>
        disk.fails ? Promise.reject(new Error('disk I/O error')) : store.point(room, id),
    }
  })
  const here = await proposing({ url })
  const point = await mark(here, 'Both there')
  expect((await textsAt(here, point)).toSorted()).toEqual(['Bikes', 'Buses'])
  disk.fails = true
  expect((await get(`${historyOf(here)}/${point}`, here.obi.token)).status).toBe(404)
  expect(
    await command(url, here.made.sessionId, here.fay.token, { type: 'history.restore', point }),
  ).toMatchObject({ reason: 'no-such-point' })
  here.ann.addCard('Trams', 'ideas/a2')
  await until('more', () => standing(here.obi).length === 3)
  expect(here.all.flatMap(({ closes }) => closes)).toEqual([])
  here.leave()
})

it('[LB9] with a rehearsal its points leave the disk', async () => {
  const own = await startServer()
  onTestFinished(() => own.remove())
  const made = await makeSession(own.url, {
    title: 'Rehearsed',
    formatId: 'pre-mortem',
    name: 'Fay',
    setup: {},
  })
  const asks = async (body: object) =>
    expect(await command(own.url, made.sessionId, made.token, body)).toMatchObject({ ok: true })
  const points = () => {
    let count: unknown
    withDatabase(path(own.dataDir, 'plenary.db'), (db) => {
      count = db.all('SELECT COUNT(*) AS n FROM points')[0]?.['n']
    })
    return count
  }
  await asks({ type: 'phase.go', phase: 'sort' })
  const said = { type: 'card.add', text: 'CANARY', to: 'reasons', capture: true }
  await asks(said)
  await asks({ type: 'history.mark', name: 'CANARY-named' })
  await own.terminate()
  expect(points()).toBe(1)
  await own.start()
  await asks({ type: 'session.clear' })
  await until('its board is new', async () => {
    const answer = await get(`${own.url}/api/sessions/${made.sessionId}/history`, made.token)
    return answer.status === 200 && listed.parse(await answer.json()).points.length === 0
  })
  await own.terminate()
  expect(points()).toBe(0)
  for (const name of readdirSync(own.dataDir))
    expect(readFileSync(path(own.dataDir, name)).includes('CANARY')).toBe(false)
})

it('[LB10] who looks without end is asked to wait', async () => {
  const here = await proposing()
  const point = await mark(here, 'Both there')
  const statuses: number[] = []
  for (let n = 0; n < 12; n++)
    statuses.push((await get(`${historyOf(here)}/${point}`, here.ann.token)).status)
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(statuses).toContain(429)
  expect((await get(`${historyOf(here)}/${point}`, here.ben.token)).status).toBe(200)
  here.leave()
})

it('[LB10] nothing is read from disk for strangers, or for people who may not bring the board back', async () => {
  let reads = 0
  const here = await serveHere({}, (...opening) => {
    const store = openSqliteStore(...opening)
    return {
      ...store,
      async point(...which) {
        reads++
        return store.point(...which)
      },
    }
  })
  const at = await table(here.url, 'dot-vote')
  const point = await mark(at, 'Here')
  const restore = { type: 'history.restore', point }
  expect((await get(`${historyOf(at)}/${point}`, 'A'.repeat(43))).status).toBe(401)
  expect(await at.ann.ask(restore)).toMatchObject({ reason: 'not-allowed' })
  expect(reads).toBe(0)
  await look(at, point)
  await allowed(at.fay, restore)
  expect(reads).toBe(2)
  at.leave()
})
