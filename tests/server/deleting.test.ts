/** A session that is deleted for good, by whoever leads or because its days are over. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join as path } from 'node:path'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { FIRST_SWEEP_AFTER, SWEEP_EVERY } from '@plenary/server/expiry'
import { describe, expect, it, onTestFinished } from 'vitest'
import { heldStore } from '../kit/held-store.ts'
import { command, get, join, makeSession, post } from '../kit/http-client.ts'
import { connectPlain } from '../kit/plain-client.ts'
import { formatNamed } from '../kit/play.ts'
import { startServer } from '../kit/running-server.ts'
import type { ServedHere } from '../kit/serve-here.ts'
import { serveHere } from '../kit/serve-here.ts'
import { allowed, table } from '../kit/table.ts'
import { freshFile } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'
import { openWire } from '../kit/wire.ts'

const DAY = 86_400_000

/** Whether the words occur in any file of the folder. */
function onDisk(folder: string, words: string): boolean {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some(({ name }) => readFileSync(path(folder, name)).includes(words))
}

/** How the server answers about a session, by status and code. */
async function told(asked: Promise<Response>): Promise<string> {
  const answer = await asked
  const body: unknown = await answer.json().catch(() => null)
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  return `${answer.status} ${code}`.trim()
}

describe('session.delete', () => {
  it('[OP6] closes everybody with 4404, and neither page, socket nor restart finds it again', async () => {
    const server = await startServer()
    onTestFinished(() => server.remove())
    const { url } = server
    const here = await table(url, 'dot-vote', 'DELETED-TITLE')
    const other = await makeSession(url, { title: 'STAYS', formatId: 'dot-vote', name: 'Fay' })
    const { made, fay, ann, obi } = here
    await here.enter('propose')
    ann.addCard('DELETED-CARD', 'ideas/a0')
    await here.equal()
    for (const [client, reason] of [
      [ann, 'not-allowed'],
      [obi, 'observers-watch'],
    ] as const)
      expect((await client.ask({ type: 'session.delete' })).reason).toBe(reason)
    expect(onDisk(server.dataDir, 'DELETED-CARD')).toBe(true)
    const device = await join(url, made.joinCode, { name: 'Cem' })
    await allowed(fay, { type: 'session.delete' })
    for (const client of here.all) await until('told', () => client.closes.includes(4404))
    const at = `${url}/api/sessions/${made.sessionId}`
    const gone = async (): Promise<void> => {
      expect([
        await told(get(at)),
        await told(get(`${url}/api/sessions/${made.joinCode}`)),
        await told(get(`${at}/board`, fay.token)),
        await told(post(`${at}/seats`, {}, ann.token)),
        await told(post(`${at}/participants`, { name: 'Dora' })),
        await told(post(`${at}/commands`, { type: 'session.delete' }, fay.token)),
      ]).toEqual(Array(6).fill('404 no-such-session'))
      const late = await connectPlain(url, made.sessionId, 'Cem', '', device.token, {
        seat: device.seat,
        early: true,
      })
      await until('turned away', () => late.closes.includes(4404))
      late.leave()
    }
    await gone()
    expect(onDisk(server.dataDir, 'DELETED')).toBe(false)
    expect(onDisk(server.dataDir, made.sessionId)).toBe(false)
    await server.kill()
    await server.start()
    await gone()
    expect(onDisk(server.dataDir, made.sessionId)).toBe(false)
    expect((await get(`${url}/api/sessions/${other.joinCode}`)).status).toBe(200)
    here.leave()
  })

  it('[OP6] is taken before the start, over HTTP and once, also when asked twice at once', async () => {
    const { url } = await serveHere()
    const made = await makeSession(url, { title: '', formatId: 'dot-vote', name: 'Fay' })
    const at = `${url}/api/sessions/${made.sessionId}/commands`
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => told(post(at, { type: 'session.delete' }, made.token))),
    )
    expect(answers.every((answer) => ['200', '404 no-such-session'].includes(answer))).toBe(true)
    expect(answers).toContain('200')
  })

  it('[OP7] what could not be erased is as if nobody had asked', async () => {
    const file = await freshFile()
    const store = heldStore(openSqliteStore(file))
    const wire = await openWire(formatNamed('open-board'), store)
    const [fay] = wire.pages
    if (fay === undefined) throw new Error('no Fay')
    await wire.command(fay, { type: 'session.rename', title: 'STILL-HERE' })
    wire.connect(fay)
    await wire.settle()
    store.failNext('remove')
    const reply = await wire.command(fay, { type: 'session.delete' })
    expect(reply).toEqual({ is: 'later' })
    expect(fay.closes).toEqual([4503])
    expect(wire.gone()).toBe(true)
    await wire.load()
    expect(await wire.ask({ is: 'summary' })).toMatchObject({ summary: { title: 'STILL-HERE' } })
    expect(await wire.command(fay, { type: 'session.delete' })).toMatchObject({ is: 'answer' })
    await store.close()
    expect(onDisk(dirname(file), 'STILL-HERE')).toBe(false)
  })
})

describe('sessions whose days are over', () => {
  const statusOf = async ({ url }: ServedHere, session: string): Promise<number> =>
    (await get(`${url}/api/sessions/${session}`)).status

  it('[OP8] go without a visitor: since the close, or since the last change', async () => {
    const here = await serveHere({ EXPIRE_DAYS: '30' })
    const { url, clock } = here
    expect(await (await get(`${url}/api/retention`)).json()).toEqual({ expireDays: 30 })
    const making = { title: '', formatId: 'dot-vote', name: 'Fay' }
    const closed = await makeSession(url, making)
    const open = await makeSession(url, making)
    const used = await makeSession(url, making)
    await command(url, closed.sessionId, closed.token, { type: 'session.close' })
    // Whoever only came in by HTTP counts as gone after a minute, which is the last change.
    clock.advance(60_000)
    for (const one of [closed, open]) expect(await statusOf(here, one.sessionId)).toBe(200)
    for (let day = 0; day < 29; day++) clock.advance(DAY)
    // A visit of a closed session does not keep it; a change in an open one does.
    expect(
      (await get(`${url}/api/sessions/${closed.sessionId}/report.md`, closed.token)).status,
    ).toBe(200)
    await command(url, used.sessionId, used.token, { type: 'session.rename', title: 'Used' })
    clock.advance(DAY)
    for (const one of [closed, open]) expect(await statusOf(here, one.sessionId)).toBe(200)
    clock.advance(SWEEP_EVERY)
    clock.advance(SWEEP_EVERY)
    for (const one of [closed, open])
      await until('deleted', async () => (await statusOf(here, one.sessionId)) === 404)
    expect(await statusOf(here, used.sessionId)).toBe(200)
  })

  /** A server that deletes after 30 days, with a closed session, and every moment that a sweep has asked for. */
  async function swept(): Promise<{
    here: ServedHere
    session: string
    token: string
    asked: number[]
    whileSweeping: (act: () => Promise<void>) => void
  }> {
    const asked: number[] = []
    let during = (): Promise<void> => Promise.resolve()
    const here = await serveHere({ EXPIRE_DAYS: '30' }, (file, onFailure) => {
      const store = openSqliteStore(file, onFailure)
      return {
        ...store,
        async resting(before) {
          asked.push(before)
          const rooms = await store.resting(before)
          await during()
          return rooms
        },
      }
    })
    const making = { title: '', formatId: 'dot-vote', name: 'Fay' }
    const { sessionId: session, token } = await makeSession(here.url, making)
    await command(here.url, session, token, { type: 'session.close' })
    here.clock.advance(FIRST_SWEEP_AFTER)
    return { here, session, token, asked, whileSweeping: (act) => void (during = act) }
  }

  it('[OP21] stay while the clock is set forward, and a moment of it is not remembered', async () => {
    const { here, session, asked } = await swept()
    const { clock } = here
    expect(asked).toHaveLength(1)
    const day = clock.now()
    clock.advance(100 * DAY)
    // An hour passes before it is believed.
    expect(asked).toHaveLength(1)
    // It is set right, which the server's own time, that never goes back, does not follow.
    clock.setDay(day)
    for (let hour = 0; hour < 5; hour++) clock.advance(SWEEP_EVERY)
    expect(asked.length).toBeGreaterThan(3)
    expect(Math.max(...asked)).toBeLessThan(day)
    expect(await statusOf(here, session)).toBe(200)
    clock.setDay(clock.now())
    for (let hour = 0; hour < 2; hour++) clock.advance(SWEEP_EVERY)
    await until('deleted', async () => (await statusOf(here, session)) === 404)
  })

  it('[OP22] stay where somebody comes back while a sweep is on its way', async () => {
    const { here, session, token, whileSweeping } = await swept()
    const { clock, url } = here
    let reopened = 0
    whileSweeping(async () => {
      await command(url, session, token, { type: 'session.reopen' })
      reopened += 1
    })
    for (let day = 0; day < 31; day++) clock.advance(DAY)
    clock.advance(SWEEP_EVERY)
    await until('opened again', () => reopened > 0)
    whileSweeping(() => Promise.resolve())
    clock.advance(SWEEP_EVERY)
    clock.advance(SWEEP_EVERY)
    expect(await statusOf(here, session)).toBe(200)
  })

  it('[OP8] stay for ever with 0', async () => {
    const here = await serveHere()
    const made = await makeSession(here.url, { title: '', formatId: 'dot-vote', name: 'Fay' })
    for (let year = 0; year < 20; year++) here.clock.advance(365 * DAY)
    expect(await statusOf(here, made.sessionId)).toBe(200)
  })
})
