/** A rehearsal with a test seat, and its end: a new board, a new epoch, and no byte of it left on disk. */
import { readFileSync, readdirSync } from 'node:fs'
import { join as path } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Made } from '../kit/http-client.ts'
import { command, get, join, makeSession, post } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { connectPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'

const CANARY = 'CANARY-OF-A-REHEARSAL'
const link = z.object({ url: z.string() })

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

async function testSeat(made: Made): Promise<{ participantId: string; token: string }> {
  const response = await post(
    `${server.url}/api/sessions/${made.sessionId}/test-seats`,
    {},
    made.token,
  )
  expect(response.status).toBe(201)
  const { url } = link.parse(await response.json())
  const [address = '', key = ''] = url.split('#key=')
  expect(address).toBe(`${server.url}/s/${made.sessionId}/device?test`)
  return join(server.url, made.sessionId, { key })
}

/** Ids and names of the lanes. */
const lanesOf = (client: PlainClient): unknown[] =>
  Object.entries(client.cards().toJSON())
    .flatMap(([id, card]: [string, unknown]) => {
      const lane = z.object({ kind: z.literal('lane'), text: z.string() }).safeParse(card)
      return lane.success ? [`${id} ${lane.data.text}`] : []
    })
    .toSorted()

const onDisk = (): boolean =>
  readdirSync(server.dataDir, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some(({ name }) => readFileSync(path(server.dataDir, name)).includes(CANARY))

/** Fay's board after a rehearsal with a test seat that wrote the canary in a draft and in a note. */
async function rehearsed(): Promise<{ made: Made; fay: PlainClient; token: string }> {
  const made = await makeSession(server.url, {
    title: 'Rehearsed',
    formatId: 'pre-mortem',
    name: 'Fay',
    setup: {},
  })
  const seat = await testSeat(made)
  const fay = await connectPlain(server.url, made.sessionId, 'Fay', made.participantId, made.token)
  const asks = async (token: string, body: object) =>
    expect(await command(server.url, made.sessionId, token, body)).toMatchObject({ ok: true })
  await asks(made.token, { type: 'phase.go', phase: 'write' })
  const draft = { type: 'draft.put', draft: 'd1', section: 'reasons', rev: 1, state: 'done' }
  await asks(seat.token, { ...draft, text: CANARY })
  await asks(made.token, { type: 'phase.go', phase: 'sort' })
  await asks(made.token, {
    type: 'card.add',
    text: `${CANARY} said aloud`,
    to: 'reasons',
    capture: true,
  })
  await until('the card', () => fay.cardBy(`${CANARY} said aloud`))
  expect(onDisk()).toBe(true)
  return { made, fay, token: seat.token }
}

describe('the end of a rehearsal', () => {
  it('[BF17] closes everybody with 4409, under a new epoch, and leaves no byte of it', async () => {
    const { made, fay, token } = await rehearsed()
    const lanes = lanesOf(fay)
    expect(lanes).toHaveLength(5)
    await command(server.url, made.sessionId, made.token, { type: 'session.clear' })
    await until('Fay is closed', () => fay.closes.length > 0)
    expect(fay.closes[0]).toBe(4409)
    fay.leave()
    await until('it is gone from the disk', () => !onDisk())

    expect((await get(`${server.url}/api/sessions/${made.sessionId}/board`, token)).status).toBe(
      401,
    )
    const board = await get(`${server.url}/api/sessions/${made.sessionId}/board`, made.token)
    expect(board.headers.get('plenary-epoch')).toBe('2')
    const again = await connectPlain(
      server.url,
      made.sessionId,
      'Fay',
      made.participantId,
      made.token,
    )
    expect(lanesOf(again)).toEqual(lanes)
    expect(JSON.stringify(again.cards().toJSON())).not.toContain(CANARY)
    expect(again.session().get('status')).toBe('lobby')
    again.leave()
    const found = await get(`${server.url}/api/sessions/${made.joinCode}`)
    expect(await found.json()).toMatchObject({ status: 'lobby', title: 'Rehearsed' })
  })

  it('[BF17] also when the server was killed right after', async () => {
    const { made, fay } = await rehearsed()
    fay.leave()
    await command(server.url, made.sessionId, made.token, { type: 'session.clear' })
    await server.kill()
    await server.start()
    const board = await get(`${server.url}/api/sessions/${made.sessionId}/board`, made.token)
    expect(board.headers.get('plenary-epoch')).toBe('2')
    await until('it is gone from the disk', () => !onDisk())
  })

  it('[BF15] only whoever leads gets a test seat', async () => {
    const made = await makeSession(server.url, { title: 'Led', formatId: 'dot-vote', name: 'Fay' })
    const ann = await join(server.url, made.joinCode, { name: 'Ann' })
    const seats = `${server.url}/api/sessions/${made.sessionId}/test-seats`
    expect((await post(seats, {}, ann.token)).status).toBe(403)
    expect((await post(seats, {}, 'x'.repeat(43))).status).toBe(401)
  })
})
