/** kill -9 at random moments under load: nothing that somebody else has received, or was told ok, is missing. */
import { copyFile, readdir } from 'node:fs/promises'
import { join as within } from 'node:path'
import { DATABASE } from '@plenary/server/database'
import { describe, expect, it, onTestFinished } from 'vitest'
import { command, join, post } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { seeded } from '../kit/seeded-dice.ts'
import { equalTo, reload, setField, table, textOf } from '../kit/table.ts'
import type { Table } from '../kit/table.ts'
import { freshFile, withDatabase } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'

async function ownServer(): Promise<RunningServer> {
  const server = await startServer()
  onTestFinished(() => server.remove())
  return server
}

/** What must still be there: texts of cards by id as some other client had them, and cards of commands answered ok. */
interface Promised {
  seen: Map<string, string>
  answered: Set<string>
}

/** Edits and commands of several people, `count` of each, as fast as they go. */
async function load(here: Table, random: () => number, count: number, round: number) {
  const promised: Promised = { seen: new Map(), answered: new Set() }
  const asking: Promise<unknown>[] = []
  for (let n = 0; n < count; n++) {
    for (const client of [here.ann, here.ben]) {
      const card = client.addCard(`${client.name} ${round}.${n}`, 'ideas/a0')
      if (random() < 0.5) textOf(client, card).insert(0, 'so ')
      if (random() < 0.5) setField(client, card, 'place', `ideas/a${Math.floor(random() * 9) + 1}`)
    }
    if (n % 3 === 0) {
      const text = `asked ${round}.${n}`
      const asked = here.ann.ask({ type: 'card.add', text, to: 'ideas' }).then(
        (answer) => answer.ok && promised.answered.add(text),
        () => false,
      )
      asking.push(asked)
    }
    await new Promise((go) => setImmediate(go))
  }
  return { promised, asked: () => Promise.all(asking) }
}

/** Where the number of a record on disk does not follow the one before it in its session. */
async function gapsOn(dataDir: string): Promise<string[]> {
  // The server's own files stay as the kill has left them.
  const file = await freshFile()
  for (const name of await readdir(dataDir))
    if (name.startsWith(DATABASE))
      await copyFile(within(dataDir, name), file + name.slice(DATABASE.length))
  const rows = withDatabase(file, (db) =>
    db.all('SELECT room, seq FROM records ORDER BY room, seq'),
  )
  expect(rows.length).toBeGreaterThan(0)
  return rows.flatMap(({ room, seq }, n) => {
    const before = rows[n - 1]
    const follows = before?.['room'] !== room || Number(seq) === Number(before?.['seq']) + 1
    return follows ? [] : [`${String(room)}: ${String(before?.['seq'])}, ${String(seq)}`]
  })
}

function texts(client: PlainClient): Map<string, string> {
  const all: Record<string, { text: string }> = client.cards().toJSON()
  return new Map(Object.entries(all).map(([id, { text }]) => [id, text]))
}

describe('kill -9', () => {
  it.each([1, 2, 3])(
    '[K2] [T97] under load (seed %i): what others had received and what was answered ok is there, no record between is missing, and all converge',
    async (seed) => {
      const server = await ownServer()
      const random = seeded(seed)
      const here = await table(server.url, 'dot-vote')
      await here.enter('propose')
      for (let round = 0; round < 3; round++) {
        const { promised, asked } = await load(here, random, 12, round)
        await until('the load is felt', () => here.fay.cards().size > round * 24)
        await new Promise((go) => setTimeout(go, Math.floor(random() * 40)))
        await server.kill()
        await asked()
        expect(await gapsOn(server.dataDir)).toEqual([])
        // Obi writes nothing, so all that stands in this document came from the server.
        for (const [id, text] of texts(here.obi)) promised.seen.set(id, text)
        await server.start()
        const fresh = await reload(server.url, here.made.sessionId, here.fay)
        const kept = texts(fresh)
        expect([...promised.seen.keys()].filter((id) => !kept.has(id))).toEqual([])
        const words = new Set(kept.values())
        expect([...promised.answered].filter((text) => !words.has(text))).toEqual([])
        for (const client of here.all)
          await until(
            `${client.name} is back`,
            () => client.provider.wsconnected && client.provider.synced,
          )
        await until('lost words come again', () => {
          const own = [...texts(here.ann).keys(), ...texts(here.ben).keys()]
          return own.every((id) => fresh.cards().has(id))
        })
        await equalTo(fresh, here.all)
        expect(here.all.flatMap((client) => client.closes).filter((code) => code >= 4400)).toEqual(
          [],
        )
        fresh.leave()
      }
      here.leave()
    },
  )

  it('[K3] a draft answered ok is poured after the restart, once; and tokens, roles and timer stay', async () => {
    const server = await ownServer()
    const here = await table(server.url, 'pre-mortem')
    await here.enter('write')
    const words = Array.from({ length: 5 }, (_, n) => `draft ${n}`)
    for (const [n, text] of words.entries()) {
      const put = { draft: `d${n}`, section: 'reasons', text, rev: 1, state: 'done' }
      expect(await here.ann.ask({ type: 'draft.put', ...put })).toMatchObject({ ok: true })
    }
    expect(await here.fay.ask({ type: 'timer.start' })).toMatchObject({ ok: true })
    await until('it runs', () => JSON.stringify(here.obi.fact('timer')).includes('running'))
    const timer = here.obi.fact('timer')
    await server.kill()
    await server.start()
    const again = await reload(server.url, here.made.sessionId, here.ann)
    expect(again.fact('timer')).toEqual(timer)
    expect(again.fact(`person:${again.person}`)).toMatchObject({ name: 'Ann', role: 'participant' })
    await here.enter('sort', true)
    await until('poured', () => words.every((text) => again.cardBy(text)))
    const cards: Record<string, { text: string }> = again.cards().toJSON()
    const poured = Object.values(cards).filter(({ text }) => text.startsWith('draft '))
    expect(poured).toHaveLength(5)
    again.leave()
    here.leave()
  })

  it('[K4] an announced reveal happens after the restart', async () => {
    const server = await ownServer()
    const here = await table(server.url, 'pre-mortem')
    await here.enter('write')
    const put = { draft: 'd', section: 'reasons', text: 'Poured', rev: 1, state: 'done' }
    await here.ann.ask({ type: 'draft.put', ...put })
    expect(await here.fay.ask({ type: 'phase.go', phase: 'sort', finish: true })).toMatchObject({
      ok: true,
      at: expect.any(Number),
    })
    here.leave()
    await server.kill()
    await server.start()
    const again = await reload(server.url, here.made.sessionId, here.fay)
    await until('poured', () => again.cardBy('Poured'))
    expect(again.fact('phase')).toMatchObject({ id: 'sort' })
    again.leave()
  })

  it('[K5] the same command id after a restart counts once and gets the same answer', async () => {
    const server = await ownServer()
    const here = await table(server.url, 'dot-vote')
    await here.enter('propose')
    const { sessionId } = here.made
    const add = { id: 'once', type: 'card.add', text: 'Once', to: 'ideas' }
    const first = await command(server.url, sessionId, here.ann.token, add)
    await server.kill()
    await server.start()
    expect(await command(server.url, sessionId, here.ann.token, add)).toEqual(first)
    const again = await reload(server.url, sessionId, here.ann)
    expect([...texts(again).values()]).toEqual(['Once'])
    again.leave()
    here.leave()
  })

  it('[K6] what was spent stays spent: an admitted request, a device link, a removed token', async () => {
    const server = await ownServer()
    const here = await table(server.url, 'dot-vote')
    const session = `${server.url}/api/sessions/${here.made.sessionId}`
    const made: unknown = await (await post(`${session}/devices`, {}, here.ben.token)).json()
    const key = /#key=([\w-]+)/.exec(JSON.stringify(made))?.[1] ?? ''
    await join(server.url, here.made.sessionId, { key })
    await here.fay.ask({ type: 'person.remove', person: here.ann.person })
    await here.fay.ask({ type: 'session.lock', door: true })
    await server.kill()
    await server.start()
    expect((await post(`${session}/participants`, { key })).status).toBe(403)
    expect((await post(`${session}/seats`, {}, here.ann.token)).status).toBe(401)
    expect((await post(`${session}/participants`, { name: 'New' })).status).toBe(202)
    here.leave()
  })
})
