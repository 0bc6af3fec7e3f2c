/** A backup that is made while people write, and one that is put back while they are there or away. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { editText } from '@plenary/client/sync/open-texts'
import type { SessionClient } from '@plenary/client/sync/session-client'
import { onDisk } from '@plenary/server/backup'
import { describe, expect, it, onTestFinished } from 'vitest'
import { memoryStorage, openPage } from '../kit/client-page.ts'
import { folder, run, runWithin } from '../kit/copy-commands.ts'
import { command, get, makeSession, takeSeat } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { connectPlain, joinPlain } from '../kit/plain-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { allowed, reload, table } from '../kit/table.ts'
import { flipBit } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'

async function running(): Promise<RunningServer> {
  const server = await startServer()
  onTestFinished(() => server.remove())
  return server
}

/** Fewer than a session takes. */
const DECISIONS = 190

const made = (url: string): Promise<Made> =>
  makeSession(url, { title: '', formatId: 'dot-vote', name: 'Fay' })

const isSaved = ({ link }: SessionClient): boolean => {
  const now = link()
  return now.is === 'live' && now.waiting === 0
}
const textsOf = (client: SessionClient): string[] =>
  client
    .unplaced('ideas')
    .map((id) => client.entry(id)?.text ?? '')
    .toSorted()

async function led(url: string, session: Made): Promise<PlainClient> {
  const as = { ...session, role: 'facilitator' }
  return joinPlain({ base: url, session: session.sessionId, name: 'Fay', as })
}

describe('a backup', () => {
  it('[OP13] [T108] made while people write is whole, and holds what was said to be done before', async () => {
    const server = await running()
    const other = await folder()
    const backup = path(await folder(), 'plenary.backup')
    const sessions = await Promise.all([made(server.url), made(server.url), made(server.url)])
    const clients = await Promise.all(sessions.map((session) => led(server.url, session)))
    const done: string[] = []
    const work = { on: true }
    const busy = clients.map(async (client, at) => {
      await allowed(client, { type: 'phase.go', phase: 'propose' })
      for (let n = 0; work.on && n < DECISIONS; n++) {
        client.addCard(`card ${at}-${n}`, 'ideas/a0')
        await allowed(client, { type: 'decision.add', text: `decision ${at}-${n}.` })
        done.push(`${at}-${n}.`)
      }
    })
    await until('everybody is at work', () => done.length > 20)
    const before = [...done]
    expect(await run('backup', server.dataDir, '--to', backup)).toMatchObject({ code: 0 })
    const atWork = done.length > before.length
    work.on = false
    await Promise.all(busy)
    expect(atWork).toBe(true)
    expect(readdirSync(server.dataDir).filter((name) => name.startsWith('copy-'))).toEqual([])
    const restored = await run('restore', other, '--from', backup)
    expect(restored).toMatchObject({ code: 0 })
    expect(restored.said).toContain('3 sessions are restored')
    await server.terminate()
    const again = await startServer({ DATA_DIR: other })
    onTestFinished(() => again.remove())
    for (const [at, { sessionId, token }] of sessions.entries()) {
      const report = await get(`${again.url}/api/sessions/${sessionId}/report.json`, token)
      expect(report.status).toBe(200)
      const text = await report.text()
      const own = before.filter((one) => one.startsWith(`${at}-`))
      expect(own.filter((one) => !text.includes(`"decision ${one}"`))).toEqual([])
    }
    for (const client of clients) client.leave()
  })

  it('[OP10] is for the user of the server alone, takes its name when it is whole, and needs no server', async () => {
    const server = await running()
    const session = await made(server.url)
    const to = path(await folder(), 'backup.db')
    const door = path(server.dataDir, 'backup.sock')
    expect((await stat(door)).mode & 0o777).toBe(0o600)
    await writeFile(to, 'yesterday')
    expect(await run('backup', server.dataDir, '--to', path(to, 'nowhere'))).toMatchObject({
      code: 2,
    })
    expect(readFileSync(to, 'utf8')).toBe('yesterday')
    expect((await run('backup', server.dataDir, '--to', to)).said).toContain('1 sessions are in')
    expect((await stat(to)).mode & 0o777).toBe(0o600)
    // A killed server leaves its socket and its log behind.
    await server.kill()
    expect(existsSync(door)).toBe(true)
    await rm(to)
    expect(await run('backup', server.dataDir, '--to', to)).toMatchObject({ code: 0 })
    await server.start()
    expect((await get(`${server.url}/api/sessions/${session.joinCode}`)).status).toBe(200)
    expect(await run('backup', await folder(), '--to', to)).toMatchObject({ code: 2 })
    expect(await run('backup', server.dataDir)).toMatchObject({ code: 2 })
    // Over the file that the server writes to it would be the end of everything that comes after.
    for (const name of ['plenary.db', 'plenary.db-wal'])
      expect(
        (await run('backup', server.dataDir, '--to', path(server.dataDir, name))).said,
      ).toContain('the database itself')
  })

  it('[OP10] a backup that did not reach the disk has no name', async () => {
    // No file on a disk, so that nothing of it can be made to reach one.
    await expect(onDisk('/dev/null')).rejects.toThrow()
    await expect(onDisk(await folder())).resolves.toBeUndefined()
  })

  it('[OP11] with a damaged session in it is made all the same, and says which', async () => {
    const server = await running()
    const [sound, damaged] = [await made(server.url), await made(server.url)]
    await server.kill()
    const file = path(server.dataDir, 'plenary.db')
    flipBit(file, 'records', `room = '${damaged.sessionId}' AND seq = 1`)
    await server.start()
    const to = path(await folder(), 'backup.db')
    const ran = await run('backup', server.dataDir, '--to', to)
    expect(ran).toMatchObject({ code: 1 })
    expect(ran.said).toContain(damaged.sessionId)
    expect(ran.said).toContain('npm run restore -- --session=ID')
    expect(ran.said).not.toContain(sound.sessionId)
    expect(existsSync(to)).toBe(true)
  })
})

describe('a restore', () => {
  it('[OP14] [T106] begins every session anew: whoever was there takes a new seat, and nothing comes back', async () => {
    const server = await running()
    const here = await table(server.url, 'dot-vote')
    const { fay, ann, ben, made: session } = here
    await here.enter('propose')
    const kept = ann.addCard('Kept', 'ideas/a0')
    const cut = ann.addCard('Was set aside', 'ideas/a1')
    await here.equal()
    // The one that somebody has taken away before the backup stays away.
    await allowed(fay, { type: 'card.aside', card: cut })
    const backup = path(await folder(), 'backup.db')
    expect(await run('backup', server.dataDir, '--to', backup)).toMatchObject({ code: 0 })
    const epochs = [ann.fact('epoch')]
    const busy = await run('restore', server.dataDir, '--from', backup, '--replace')
    expect(busy).toMatchObject({ code: 2 })
    expect(busy.said).toContain('Stop it first')
    // What came after the backup: one writes, another one holds it and is offline when the server goes.
    ann.addCard('Written after', 'ideas/a2')
    await here.equal()
    ben.provider.disconnect()
    const later = await made(server.url)
    for (let round = 0; round < 2; round++) {
      await server.terminate()
      const without = await run('restore', server.dataDir, '--from', backup)
      expect(without).toMatchObject({ code: 2 })
      expect(without.said).toContain('--replace')
      expect(await run('restore', server.dataDir, '--from', backup, '--replace')).toMatchObject({
        code: 0,
      })
      await server.start()
      const again = await reload(server.url, session.sessionId, ann)
      await until('the board', () => again.cardBy('Kept')?.id === kept)
      for (const text of ['Written after', 'Was set aside']) expect(again.cardBy(text)).toBeNull()
      epochs.push(again.fact('epoch'))
      again.leave()
    }
    expect(new Set(epochs).size).toBe(3)
    await until('told', () => ann.closes.includes(4409))
    ben.provider.connect()
    await until('told', () => ben.closes.includes(4409))
    // Whoever keeps the old document under the new seat brings nothing back either.
    const seat = await takeSeat(server.url, session.sessionId, ben.token)
    const late = await connectPlain(server.url, session.sessionId, 'Ben', ben.person, ben.token, {
      seat,
    })
    expect(late.cardBy('Written after')).toBeNull()
    expect(late.cardBy('Kept')).not.toBeNull()
    expect((await get(`${server.url}/api/sessions/${later.sessionId}`)).status).toBe(404)
    const aside = readdirSync(server.dataDir).filter((name) => name.startsWith('before-restore-'))
    expect(aside).toHaveLength(2)
    late.leave()
    here.leave()
  })

  it('[OP14] [T106] a page of ours sends what it had not sent yet to the board of the backup, once, and nothing else', async () => {
    const server = await running()
    const session = await made(server.url)
    await command(server.url, session.sessionId, session.token, {
      type: 'phase.go',
      phase: 'propose',
    })
    const backup = path(await folder(), 'backup.db')
    const open = async () => {
      const page = openPage(server.url, session, memoryStorage())
      onTestFinished(() => page.client.leave())
      await until('all saved', () => isSaved(page.client))
      return page
    }
    const page = await open()
    const kept = page.client.add('card', 'ideas', 'Kept') ?? ''
    await until('all saved', () => isSaved(page.client))
    expect(await run('backup', server.dataDir, '--to', backup)).toMatchObject({ code: 0 })
    page.client.add('card', 'ideas', 'Written after')
    await until('all saved', () => isSaved(page.client))
    page.cut()
    page.client.add('card', 'ideas', 'Never sent')
    const edit = editText(page.client.editing, kept)
    edit.set('Kept, and more', 0)
    edit.done()
    await server.terminate()
    expect(await run('restore', server.dataDir, '--from', backup, '--replace')).toMatchObject({
      code: 0,
    })
    await server.start()
    page.mend()
    await until('all saved', () => isSaved(page.client))
    const other = await open()
    for (const { client } of [page, other])
      await until('the board of the backup, and the own words', () =>
        isDeepStrictEqual(textsOf(client), ['Kept, and more', 'Never sent']),
      )
  })

  it('[OP12] [OP14] is not told beside the log of a database that is gone, and gives a killed one no empty server', async () => {
    const server = await running()
    const session = await made(server.url)
    const to = path(await folder(), 'backup.db')
    await run('backup', server.dataDir, '--to', to)
    const after = await made(server.url)
    await server.kill()
    const file = path(server.dataDir, 'plenary.db')
    expect(existsSync(`${file}-wal`)).toBe(true)
    // As an operator does who takes the damaged file away and forgets what lies beside it.
    await rm(file)
    expect(await run('restore', server.dataDir, '--from', to)).toMatchObject({ code: 2 })
    expect(await run('restore', server.dataDir, '--from', to, '--replace')).toMatchObject({
      code: 0,
    })
    expect(readdirSync(server.dataDir).some((name) => /^before-restore-.*-wal$/.test(name))).toBe(
      true,
    )
    await server.start()
    expect((await get(`${server.url}/api/sessions/${session.sessionId}`)).status).toBe(200)
    expect((await get(`${server.url}/api/sessions/${after.sessionId}`)).status).toBe(404)
  })

  it('[OP12] on a disk that fills up changes nothing', async () => {
    const server = await running()
    const sessions = await Promise.all(Array.from({ length: 12 }, () => made(server.url)))
    const to = path(await folder(), 'backup.db')
    await run('backup', server.dataDir, '--to', to)
    await server.terminate()
    const { size } = await stat(path(server.dataDir, 'plenary.db'))
    // As far as a file may grow: the copy fits, what is written into it does not.
    const ran = await runWithin(size, 'restore', server.dataDir, '--from', to, '--replace')
    expect(ran).toMatchObject({ code: 2 })
    expect(readdirSync(server.dataDir)).toEqual(['plenary.db'])
    await server.start()
    for (const { sessionId } of sessions)
      expect((await get(`${server.url}/api/sessions/${sessionId}`)).status).toBe(200)
  })

  it('[OP12] of what is no whole backup changes nothing', async () => {
    const server = await running()
    const session = await made(server.url)
    const to = path(await folder(), 'backup.db')
    await run('backup', server.dataDir, '--to', to)
    await server.terminate()
    const cut = path(await folder(), 'cut.db')
    await writeFile(cut, readFileSync(to))
    await truncate(cut, 8_192)
    const text = path(await folder(), 'text.db')
    await writeFile(text, 'words of somebody '.repeat(1_000))
    for (const from of [cut, text, path(tmpdir(), 'nothing-is-here.db')]) {
      const ran = await run('restore', server.dataDir, '--from', from, '--replace')
      expect(ran).toMatchObject({ code: 2 })
      expect(ran.said.trim().split('\n')).toHaveLength(1)
    }
    expect(readdirSync(server.dataDir)).toEqual(['plenary.db'])
    await server.start()
    expect((await get(`${server.url}/api/sessions/${session.sessionId}`)).status).toBe(200)
  })
})
