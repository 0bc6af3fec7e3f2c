/** A session that cannot be saved: it is read, takes nothing, and opens by itself when the disk is well. */
import { once } from 'node:events'
import { TRY_AGAIN_AFTER } from '@plenary/server/disk'
import { SHOWN_FOR } from '@plenary/server/metrics'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { MESSAGE } from '@plenary/shared/frame'
import { REFUSALS } from '@plenary/shared/refusal'
import { describe, expect, it } from 'vitest'
import type { FaultyStore } from '../kit/faulty-store.ts'
import { faultyStore } from '../kit/faulty-store.ts'
import type { HandClock } from '../kit/hand-clock.ts'
import { joinHello } from '../kit/hello-client.ts'
import { get, post, takeSeat } from '../kit/http-client.ts'
import { outcome } from '../kit/problem.ts'
import { openRaw } from '../kit/raw-socket.ts'
import { serveHere } from '../kit/serve-here.ts'
import type { Table } from '../kit/table.ts'
import { table, textOf } from '../kit/table.ts'
import { until } from '../kit/until.ts'

interface World {
  url: string
  here: Table
  disk: FaultyStore
  session: string
  /** The disk is well again, and the server has found out. */
  mend: () => void
  clock: HandClock
}

/** A dot vote in its first phase with one card of Ann's, on a disk that a test can break. */
async function world(): Promise<World> {
  const disks: FaultyStore[] = []
  const { url, clock } = await serveHere({}, (file, onFailure) => {
    const disk = faultyStore(openSqliteStore(file), onFailure)
    disks.push(disk)
    return disk
  })
  const [disk] = disks
  if (disk === undefined) throw new Error('no disk')
  const here = await table(url, 'dot-vote')
  await here.enter('propose')
  here.ann.addCard('Bikes', 'ideas/a0')
  await until('at Ben', () => here.ben.cardBy('Bikes'))
  const session = `${url}/api/sessions/${here.made.sessionId}`
  const mend = (): void => {
    disk.mend()
    clock.advance(TRY_AGAIN_AFTER)
  }
  return { url, here, disk, session, mend, clock }
}

/** The disk breaks, and Ann writes: her words are on no disk, and the session is read-only. */
async function broken(fault: 'full' | 'io' | 'read-only' = 'full'): Promise<World> {
  const all = await world()
  const { disk, here } = all
  disk.break(fault)
  const closes = here.all.map((client) => client.closes.length)
  here.ann.addCard('Trains', 'ideas/a1')
  await until('everybody is told to come back', () =>
    here.all.every((client, at) => client.closes.length > (closes[at] ?? 0)),
  )
  await until('everybody is back', () =>
    here.all.every(({ provider }) => provider.wsconnected && provider.synced),
  )
  return all
}

describe('a session that cannot be saved', () => {
  it.each(['full', 'io', 'read-only'] as const)(
    '[K26] [T102] on a disk that is %s nothing is acknowledged, and everybody reads on',
    async (fault) => {
      const { url, here, session } = await broken(fault)
      expect(here.all.flatMap(({ closes }) => closes)).toEqual([4503, 4503, 4503, 4503])
      // Ann keeps what she wrote, and nobody else has seen it.
      expect(here.ann.cardBy('Trains')).not.toBeNull()
      expect(here.ben.cardBy('Trains')).toBeNull()
      const fresh = await joinHello(url, here.made.sessionId, here.ben.token)
      expect(fresh.said(MESSAGE.welcome)).toMatchObject([
        { readOnly: true, facts: { title: 'A test' } },
      ])
      expect(fresh.said(MESSAGE.saved)).toEqual([])
      expect(await outcome(get(`${session}/board`, here.ben.token))).toBe('200')
      const report = await get(`${session}/report.md`, here.ben.token)
      const text = await report.text()
      expect([text.includes('Bikes'), text.includes('Trains')]).toEqual([true, false])
      expect(await outcome(get(session))).toBe('200')
      expect(await outcome(get(`${session}/board`, 'A'.repeat(43)))).toBe('401 unknown-token')
      fresh.leave()
      here.leave()
    },
  )

  it('[K27] [T102] takes no edit and no command, and nobody new comes in', async () => {
    const { url, here, session } = await broken()
    const ben = await joinHello(url, here.made.sessionId, here.ben.token)
    const add = { type: 'card.add', text: 'Buses', to: 'ideas' }
    const refusal = { ok: false, reason: 'read-only', message: REFUSALS['read-only'] }
    expect(await ben.ask(add)).toMatchObject(refusal)
    expect(await here.ben.ask({ id: 'c1', ...add })).toEqual(refusal)
    here.ben.addCard('Ferries', 'ideas/a2')
    // Whatever was sent before the answer to this has been read.
    expect(await ben.ask({ type: 'hand.raise' })).toMatchObject(refusal)
    await until('Ben has sent it', () => here.ben.provider.ws?.bufferedAmount === 0)
    expect(ben.said(MESSAGE.saved)).toEqual([])
    expect(here.ann.cardBy('Ferries')).toBeNull()
    expect(await outcome(post(`${session}/participants`, { name: 'Cem' }))).toBe('503 read-only')
    expect(await outcome(post(`${session}/devices`, {}, here.ben.token))).toBe('503 read-only')
    expect(await outcome(post(`${session}/commands`, { type: 'x' }, here.ben.token))).toBe(
      '400 malformed',
    )
    const another = { title: 'Another', formatId: 'dot-vote', name: 'Eve' }
    expect(await outcome(post(`${url}/api/sessions`, another))).toBe('503 read-only')
    expect(await outcome(get(`${url}/readyz`))).toBe('503 later')
    ben.leave()
    here.leave()
  })

  it('[K28] [T102] opens by itself once a write succeeds, and takes what was kept, once', async () => {
    const { url, here, disk, mend } = await broken()
    const add = { id: 'once', type: 'card.add', text: 'Buses', to: 'ideas' }
    expect(await here.ben.ask(add)).toMatchObject({ ok: false, reason: 'read-only' })
    textOf(here.ann, here.ann.cardBy('Bikes')?.id ?? '').insert(0, 'Electric ')
    const reading = await joinHello(url, here.made.sessionId, here.ben.token)
    const closed = new Promise<number>((done) => reading.socket.once('close', (code) => done(code)))
    mend()
    expect(await closed).toBe(4503)
    await until('it is open', async () => (await here.ben.ask(add)).ok)
    expect(await here.ben.ask(add)).toMatchObject({ ok: true })
    await until('all that was kept is at Obi', () =>
      ['Trains', 'Electric Bikes', 'Buses'].every((text) => here.obi.cardBy(text)),
    )
    await here.equal()
    expect(here.obi.cards().size).toBe(3)
    const open = await joinHello(url, here.made.sessionId, here.ben.token)
    expect(JSON.stringify(open.said(MESSAGE.welcome))).not.toContain('readOnly')
    expect(disk.refused()).toBeGreaterThan(0)
    expect(await outcome(get(`${url}/readyz`))).toBe('200')
    open.leave()
    here.leave()
  })

  it('[K28] a seat taken to read on does not last', async () => {
    const { url, here, mend } = await broken()
    const session = here.made.sessionId
    const { clientId, secret } = await takeSeat(url, session, here.ben.token)
    mend()
    await until('it is open', async () => (await here.ben.ask({ type: 'hand.raise' })).ok)
    const seat = `${clientId}.${secret}`
    const socket = openRaw(url, { session, token: here.ben.token, seat })
    const [code]: unknown[] = await once(socket, 'close')
    expect(code).toBe(4409)
    here.leave()
  })

  it('[OP2] counts among the figures as waiting for the disk until it is open again', async () => {
    const { url, here, mend, clock } = await broken()
    const waits = async (): Promise<number> => {
      clock.advance(SHOWN_FOR)
      const text = await (await get(`${url}/metrics`)).text()
      return Number(/^plenary_oldest_uncommitted_seconds (.+)$/m.exec(text)?.[1] ?? Number.NaN)
    }
    expect(await waits()).toBeGreaterThan(0)
    mend()
    await until('it is open', async () => (await here.ben.ask({ type: 'hand.raise' })).ok)
    expect(await waits()).toBe(0)
    here.leave()
  })

  it('[K26] a command that could not be saved is answered with later, and counts once in the end', async () => {
    const { here, disk, session, mend } = await world()
    disk.break('full')
    const add = { id: 'c1', type: 'card.add', text: 'Trains', to: 'ideas' }
    expect(await outcome(post(`${session}/commands`, add, here.ben.token))).toBe('503 later')
    expect(await here.ben.ask(add)).toMatchObject({ ok: false, reason: 'read-only' })
    mend()
    const answer = await until('it is taken', async () => {
      const answered = await here.ben.ask(add)
      return answered.ok ? answered : null
    })
    expect(await here.ben.ask(add)).toEqual(answer)
    await until('at Obi', () => here.obi.cardBy('Trains'))
    expect(here.obi.cards().size).toBe(2)
    here.leave()
  })

  it('[K26] where nothing can be read either, everybody is told to come back until it can', async () => {
    const { here, disk, session, mend } = await world()
    disk.break('unreadable')
    here.ann.addCard('Trains', 'ideas/a1')
    await until('told', () => here.all.every(({ closes }) => closes.includes(4503)))
    expect(await outcome(get(`${session}/board`, here.ben.token))).toBe('503 later')
    await until('at Obi', () => {
      mend()
      return here.obi.cardBy('Trains')
    })
    here.leave()
  })
})
