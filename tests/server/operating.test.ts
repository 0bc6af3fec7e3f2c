/** What an operator sees of a running server: its figures, its log, and how it stops. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SHOWN_FOR } from '@plenary/server/metrics'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { SYNC, writeSync } from '@plenary/shared/frame'
import { must } from '@plenary/shared/must'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { HeldStore } from '../kit/held-store.ts'
import { heldStore } from '../kit/held-store.ts'
import { command, get, join, makeSession, post } from '../kit/http-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { startServer } from '../kit/running-server.ts'
import type { ServedHere } from '../kit/serve-here.ts'
import { serveHere } from '../kit/serve-here.ts'
import { allowed, table } from '../kit/table.ts'
import { until } from '../kit/until.ts'

const README = fileURLToPath(new URL('../../server/README.md', import.meta.url))

/** The figures as they are once the last reading is old. */
async function reading({ url, clock }: ServedHere): Promise<string> {
  clock.advance(SHOWN_FOR)
  return (await get(`${url}/metrics`)).text()
}

function figure(text: string, name: string): number {
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (.+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
}

describe('the figures', () => {
  it('[OP1] the README lists every figure of ours that is served, and none that is not', async () => {
    const here = await serveHere()
    const served = [...(await reading(here)).matchAll(/^# TYPE (\S+) /gm)].map(
      ([, name = '']) => name,
    )
    const listed = [...readFileSync(README, 'utf8').matchAll(/^\| `([a-z]\w+)`.*$/gm)]
      .map(([, name = '']) => name)
      .filter((name) => /^(plenary|nodejs|process)_/.test(name))
    const ours = (names: readonly string[]) =>
      names.filter((name) => name.startsWith('plenary_')).toSorted()
    expect(ours(listed)).toEqual(ours(served))
    expect(listed.filter((name) => !served.includes(name))).toEqual([])
    expect(listed).toContain('nodejs_eventloop_lag_p99_seconds')
  })

  it('[OP2] sessions, people and what waits for the disk are counted as they are', async () => {
    let store: HeldStore | null = null
    const here = await serveHere({}, (file) => (store = heldStore(openSqliteStore(file))))
    const crowd = await table(here.url, 'dot-vote')
    // One person on two connections is one person.
    const { ann, made } = crowd
    const again = await joinPlain({
      base: here.url,
      session: made.sessionId,
      name: 'Ann',
      as: {
        sessionId: made.sessionId,
        participantId: ann.person,
        token: ann.token,
        role: 'participant',
        seat: { clientId: ann.doc.clientID, secret: '', epoch: 1 },
      },
      early: true,
    })
    again.leave()
    const full = await reading(here)
    expect(figure(full, 'plenary_rooms')).toBe(1)
    expect(figure(full, 'plenary_people')).toBe(4)
    expect(figure(full, 'plenary_oldest_uncommitted_seconds')).toBe(0)
    const disk: HeldStore = await until('the store', () => store)
    const waits = disk.hold('append')
    const asked = command(here.url, made.sessionId, made.token, { type: 'hand.raise' })
    await waits
    const stuck = await reading(here)
    expect(figure(stuck, 'plenary_oldest_uncommitted_seconds')).toBeGreaterThan(0)
    disk.release()
    expect((await asked).ok).toBe(true)
    crowd.leave()
    await until('gone', async () => figure(await reading(here), 'plenary_people') === 0)
    expect(figure(await reading(here), 'plenary_oldest_uncommitted_seconds')).toBe(0)
  })

  it('[OP23] what is refused, what is thrown out, what does not connect, ticks and records are counted', async () => {
    const here = await serveHere()
    const crowd = await table(here.url, 'dot-vote')
    const { made, fay, ann, ben } = crowd
    const ask = (token: string, type: string) => command(here.url, made.sessionId, token, { type })
    const first = await reading(here)
    const { reason } = await ask(ann.token, 'session.close')
    const refused = `plenary_refused_total\\{reason="${reason}"\\}`
    const second = await reading(here)
    expect([figure(first, refused), figure(second, refused)]).toEqual([Number.NaN, 1])
    // A refusal is judged in a tick; here it is an edit that is refused.
    expect(figure(second, 'plenary_tick_seconds_count')).toBeGreaterThan(
      figure(first, 'plenary_tick_seconds_count'),
    )
    const all = (text: string): number =>
      [...text.matchAll(/^plenary_refused_total\{.*\} (.+)$/gm)].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      )
    ben.addCard('Too early', 'ideas/a0')
    await until('the edit is refused', async () => all(await reading(here)) === 2)
    const third = await reading(here)
    expect((await ask(fay.token, 'hand.raise')).ok).toBe(true)
    const fourth = await reading(here)
    expect(figure(fourth, 'plenary_append_seconds_count')).toBeGreaterThan(
      figure(third, 'plenary_append_seconds_count'),
    )
    expect([
      figure(fourth, 'plenary_gaps_total'),
      figure(fourth, 'plenary_rejected_total'),
    ]).toEqual([0, Number.NaN])
    const elsewhere = new Y.Doc()
    elsewhere.clientID = ann.doc.clientID
    const updates: Uint8Array[] = []
    elsewhere.on('update', (update: Uint8Array) => updates.push(update))
    for (const key of ['one', 'two']) elsewhere.getMap('cards').set(key, new Y.Map())
    ann.provider.ws?.send(new Uint8Array(writeSync(SYNC.update, must(updates[1], 'an update'))))
    await until('a gap', async () => figure(await reading(here), 'plenary_gaps_total') === 1)
    ann.session().set('title', 'FORGED')
    await until('thrown out', () => ann.closes.includes(4403))
    expect(figure(await reading(here), 'plenary_rejected_total')).toBe(1)
    crowd.leave()
  })
})

describe('the log', () => {
  it('[OP3] holds nothing that anybody wrote, is called or knows, at the loudest level', async () => {
    const server = await startServer({ LOG_LEVEL: 'trace' })
    onTestFinished(() => server.remove())
    const { url } = server
    const marked = 'MARKED'
    const made = await makeSession(url, {
      title: `${marked}-TITLE`,
      formatId: 'pre-mortem',
      name: `${marked}-FAY`,
    })
    const as = { ...made, role: 'facilitator' }
    const fay = await joinPlain({ base: url, session: made.sessionId, name: 'Fay', as })
    const joined = await join(url, made.joinCode, { name: `${marked}-ANN` })
    const ann = await joinPlain({ base: url, session: made.joinCode, name: 'Ann', as: joined })
    await allowed(fay, { type: 'phase.go', phase: 'write' })
    await allowed(ann, {
      type: 'draft.put',
      draft: 'd',
      section: 'reasons',
      text: `${marked}-DRAFT`,
      rev: 1,
      state: 'done',
    })
    await allowed(fay, { type: 'phase.go', phase: 'sort', finish: true })
    await until('poured', () => ann.cardBy(`${marked}-DRAFT`))
    // What goes wrong is logged the most: nonsense, foreign tokens, edits that no honest client makes.
    const at = `${url}/api/sessions/${made.sessionId}`
    await post(`${at}/commands`, { type: `${marked}-COMMAND` }, fay.token)
    await post(`${at}/participants`, { name: '', key: `${marked}-KEY` })
    await get(`${url}/api/sessions/${marked}-CODE`)
    await get(`${at}/board`, 'x'.repeat(43))
    ann.session().set('title', `${marked}-FORGED`)
    await until('thrown out', () => ann.closes.includes(4403))
    await allowed(fay, { type: 'session.rename', title: `${marked}-RENAMED` })
    await server.kill()
    await server.start()
    await allowed(fay, { type: 'session.close' })
    fay.leave()
    ann.leave()
    await server.terminate()
    const secrets = [marked, made.token, joined.token, made.joinCode, made.seat.secret]
    const key = new URL(made.hostUrl).hash.slice('#key='.length)
    for (const secret of [...secrets, key]) expect(server.output()).not.toContain(secret)
  })
})

describe('a stop under load', () => {
  it('[OP4] exits with 0 within 10 s, and what was said to be done is there afterwards', async () => {
    const server = await startServer({ LIMIT_SESSIONS_PER_HOUR: '1000' })
    onTestFinished(() => server.remove())
    const sessions = await Promise.all(
      Array.from({ length: 8 }, () =>
        makeSession(server.url, { title: '', formatId: 'dot-vote', name: 'Fay' }),
      ),
    )
    const done: { session: string; token: string; text: string }[] = []
    let stopping = false
    const clients: PlainClient[] = []
    const busy = sessions.map(async ({ sessionId, ...made }, at) => {
      const as = { ...made, sessionId, role: 'facilitator' }
      const client = await joinPlain({ base: server.url, session: sessionId, name: 'Fay', as })
      clients.push(client)
      await allowed(client, { type: 'phase.go', phase: 'propose' })
      for (let n = 0; ; n++) {
        const text = `note ${at}-${n}`
        client.addCard(text, 'ideas/a0')
        const told = await client.ask({ type: 'decision.add', text }).catch(() => ({ ok: false }))
        if (!told.ok || stopping) return
        done.push({ session: sessionId, token: client.token, text })
      }
    })
    await until('everybody is at work', () => done.length > 50)
    const began = performance.now()
    const code = await server.terminate()
    expect(code).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
    stopping = true
    await Promise.all(busy)
    for (const client of clients) {
      await until('told', () => client.closes.includes(4503))
      client.leave()
    }
    await server.start()
    for (const { sessionId, token } of sessions) {
      const report = await (
        await get(`${server.url}/api/sessions/${sessionId}/report.json`, token)
      ).text()
      const own = done.filter(({ session }) => session === sessionId)
      expect(own.filter(({ text }) => !report.includes(`"${text}"`))).toEqual([])
    }
  })
})
