/** One session that is damaged on disk: an operator puts it back alone, or takes it away, and no other one notices. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import type { Db, Row } from '@plenary/server/database'
import { removeDamaged, restoreSession } from '@plenary/server/restore-session'
import { describe, expect, it, onTestFinished } from 'vitest'
import { folder, run, runWithin } from '../kit/copy-commands.ts'
import { get, makeSession } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { outcome } from '../kit/problem.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { reload, table } from '../kit/table.ts'
import { withDatabase } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'

const ASIDE = /^before-restore-.*\.db$/
const PAGE = 4_096
/** Further than one restore goes: whatever is not above this has not looked at what was there. */
const HIGHER = 2 ** 41

async function running(): Promise<RunningServer> {
  const server = await startServer()
  onTestFinished(() => server.remove())
  return server
}

const made = (url: string): Promise<Made> =>
  makeSession(url, { title: 'Pier', formatId: 'dot-vote', name: 'Fay' })

const databaseOf = (server: RunningServer): string => path(server.dataDir, 'plenary.db')

/** Stops the server, and harms whatever the session could be read from. */
async function harm(server: RunningServer, { sessionId }: Made): Promise<void> {
  await server.terminate()
  withDatabase(databaseOf(server), (db) => {
    for (const rows of ['records', 'snapshots'])
      db.run(`UPDATE ${rows} SET epoch = epoch + ? WHERE room = ?`, [HIGHER, sessionId])
  })
}

/** Every row of every table, but those of one session. */
function rowsBeside(file: string, session = ''): Record<string, Row[]> {
  const all = (db: Db, name: string): Row[] =>
    db.all(`SELECT * FROM ${name} WHERE room <> ? ORDER BY 1, 2`, [session])
  return withDatabase(file, (db) =>
    Object.fromEntries(
      ['records', 'snapshots', 'points', 'catalog', 'rooms'].map((name) => [name, all(db, name)]),
    ),
  )
}

/** Where pages of the file itself are wrong, as SQLite sees them: in the middle of a long row of this session. */
function harmPages(file: string, session: string): void {
  const marked = Buffer.alloc(20 * PAGE, 'a page that goes ')
  withDatabase(file, (db) => {
    db.run(
      'INSERT INTO records (room, seq, epoch, fence, bytes, crc32) VALUES (?, 999, 1, 1, ?, 0)',
      [session, new Uint8Array(marked)],
    )
  })
  const bytes = readFileSync(file)
  const page = Math.ceil(bytes.indexOf('a page that goes ') / PAGE) + 5
  bytes.fill(0, page * PAGE, (page + 1) * PAGE)
  writeFileSync(file, bytes)
}

async function backUp(server: RunningServer): Promise<string> {
  const to = path(await folder(), 'backup.db')
  await run('backup', server.dataDir, '--to', to)
  return to
}

describe('one session of a backup', () => {
  it('[OP16] [T104] takes the place of a damaged one, as a new history; every other one stays as it is', async () => {
    const server = await running()
    const here = await table(server.url, 'dot-vote')
    const { ann, made: hurt } = here
    await here.enter('propose')
    ann.addCard('Kept', 'ideas/a0')
    await here.equal()
    const other = await table(server.url, 'dot-vote')
    await other.enter('propose')
    const backup = await backUp(server)
    const epochs = [Number(ann.fact('epoch'))]
    ann.addCard('Written after', 'ideas/a1')
    other.ann.addCard('Of the others', 'ideas/a0')
    await here.equal()
    await other.equal()
    const later = await made(server.url)
    const args = [`--session=${hurt.sessionId}`, '--from', backup]
    for (let round = 0; round < 2; round++) {
      await harm(server, hurt)
      await server.start()
      const page = `${server.url}/api/sessions/${hurt.joinCode}`
      expect(await outcome(get(page))).toBe('503 damaged')
      const busy = await run('restore', server.dataDir, ...args)
      expect(busy).toMatchObject({ code: 2 })
      expect(busy.said).toContain('Stop it first')
      await server.terminate()
      const before = rowsBeside(databaseOf(server), hurt.sessionId)
      const ran = await run('restore', server.dataDir, ...args)
      expect(ran, ran.said).toMatchObject({ code: 0 })
      expect(rowsBeside(databaseOf(server), hurt.sessionId)).toEqual(before)
      await server.start()
      expect(await outcome(get(page))).toBe('200')
      const again = await reload(server.url, hurt.sessionId, ann)
      await until('the board', () => again.cardBy('Kept') !== null)
      expect(again.cardBy('Written after')).toBeNull()
      epochs.push(Number(again.fact('epoch')))
      again.leave()
    }
    const [first = 0, second = 0, third = 0] = epochs
    expect(second).toBeGreaterThan(first + HIGHER)
    expect(third).toBeGreaterThan(second + HIGHER)
    await until('told', () => ann.closes.includes(4409))
    const there = await reload(server.url, other.made.sessionId, other.ann)
    await until('the board', () => there.cardBy('Of the others') !== null)
    expect(other.ann.closes).not.toContain(4409)
    expect(await outcome(get(`${server.url}/api/sessions/${later.joinCode}`))).toBe('200')
    // What was there is in a database of its own, the damaged record as well.
    const asides = readdirSync(server.dataDir).filter((name) => ASIDE.test(name))
    expect(asides).toHaveLength(2)
    for (const aside of asides) {
      const ids = rowsBeside(path(server.dataDir, aside))['rooms']?.map(({ room }) => room)
      expect(ids).toHaveLength(3)
    }
    there.leave()
    here.leave()
    other.leave()
  })

  it('[OP17] is refused in a sentence, and nothing is changed', async () => {
    const server = await running()
    const [hurt, sound] = [await made(server.url), await made(server.url)]
    const backup = await backUp(server)
    await harm(server, hurt)
    const harmed = await backUp(server)
    const file = databaseOf(server)
    const before = rowsBeside(file)
    const one = `--session=${hurt.sessionId}`
    const { dataDir } = server
    for (const [session, from, sentence] of [
      ['nobody', backup, 'There is no session nobody in'],
      [hurt.sessionId, harmed, 'is damaged in'],
      [hurt.sessionId, path(tmpdir(), 'nothing-is-here.db'), 'There is no file'],
    ] as const)
      await expect(restoreSession({ dataDir, session, from, now: Date.now })).rejects.toThrow(
        sentence,
      )
    await expect(
      restoreSession({
        dataDir: await folder(),
        session: hurt.sessionId,
        from: backup,
        now: Date.now,
      }),
    ).rejects.toThrow('There is no plenary.db in')
    for (const args of [['--from', backup, '--remove'], []])
      expect((await run('restore', dataDir, one, ...args)).said).toMatch(/^Say which session.*\n$/)
    const { size } = await stat(file)
    const full = await runWithin(size / 2, 'restore', dataDir, one, '--from', backup)
    expect(full).toMatchObject({ code: 2 })
    // And in the middle of what is written.
    withDatabase(file, (db) => {
      db.exec("CREATE TRIGGER half BEFORE INSERT ON catalog BEGIN SELECT RAISE(ABORT, 'no'); END")
    })
    const half = await run('restore', dataDir, one, '--from', backup)
    expect(half).toEqual({ code: 2, said: 'no\n' })
    withDatabase(file, (db) => db.exec('DROP TRIGGER half'))
    expect(rowsBeside(file)).toEqual(before)
    expect(readdirSync(server.dataDir)).toEqual(['plenary.db'])
    withDatabase(file, (db) => {
      db.run('UPDATE catalog SET join_code = NULL WHERE room = ?', [hurt.sessionId])
      db.run('UPDATE catalog SET join_code = ? WHERE room = ?', [hurt.joinCode, sound.sessionId])
    })
    const taken = await run('restore', dataDir, one, '--from', backup)
    expect(taken).toMatchObject({ code: 2 })
    expect(taken.said).toContain(`is that of session ${sound.sessionId} now`)
    expect(readdirSync(server.dataDir)).toEqual(['plenary.db'])
  })
})

it('[OP16] [OP18] [T104] a damaged session is taken away for good, one that opens is not; a backup brings it back', async () => {
  const server = await running()
  const [hurt, sound] = [await made(server.url), await made(server.url)]
  const backup = await backUp(server)
  await harm(server, hurt)
  const file = databaseOf(server)
  const before = rowsBeside(file, hurt.sessionId)
  const { dataDir } = server
  for (const [session, sentence] of [
    [sound.sessionId, 'is not damaged'],
    ['nobody', 'There is no session nobody in'],
  ] as const)
    await expect(removeDamaged({ dataDir, session, now: Date.now })).rejects.toThrow(sentence)
  expect(readdirSync(dataDir)).toEqual(['plenary.db'])
  const one = `--session=${hurt.sessionId}`
  const ran = await run('restore', dataDir, one, '--remove')
  expect(ran, ran.said).toMatchObject({ code: 0 })
  expect(rowsBeside(file)).toEqual(before)
  expect(readFileSync(file).includes(hurt.sessionId)).toBe(false)
  const aside = readdirSync(server.dataDir).filter((name) => ASIDE.test(name))
  expect(aside).toHaveLength(1)
  expect(readFileSync(path(server.dataDir, aside[0] ?? '')).includes(hurt.sessionId)).toBe(true)
  await server.start()
  expect(await outcome(get(`${server.url}/api/sessions/${hurt.sessionId}`))).toBe(
    '404 no-such-session',
  )
  expect(await outcome(get(`${server.url}/api/sessions/${sound.sessionId}`))).toBe('200')
  await server.terminate()
  expect(await run('restore', dataDir, one, '--from', backup)).toMatchObject({ code: 0 })
  await server.start()
  expect(await outcome(get(`${server.url}/api/sessions/${hurt.joinCode}`))).toBe('200')
})

it('[OP19] [T104] damaged pages: no backup, no change of that session, and what to do; a whole restore goes on', async () => {
  const server = await running()
  const [hurt, sound] = [await made(server.url), await made(server.url)]
  const backup = await backUp(server)
  await server.terminate()
  const file = databaseOf(server)
  harmPages(file, hurt.sessionId)
  const kept = path(await folder(), 'kept.db')
  await copyFile(file, kept)
  const elsewhere = await folder()
  const backups = async (): Promise<void> => {
    const ran = await run('backup', server.dataDir, '--to', path(elsewhere, 'backup.db'))
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.said).toContain('Pages of plenary.db are damaged')
    expect(ran.said).toContain('Stop the server, copy the whole data directory')
    expect(readdirSync(elsewhere)).toEqual([])
  }
  await backups()
  await server.start()
  await backups()
  expect(await outcome(get(`${server.url}/api/sessions/${sound.sessionId}`))).toBe('200')
  await server.terminate()
  const one = `--session=${hurt.sessionId}`
  for (const args of [
    [one, '--from', backup],
    [one, '--remove'],
  ]) {
    const ran = await run('restore', server.dataDir, ...args)
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.said).toContain('cannot be changed alone')
  }
  expect(readdirSync(server.dataDir)).toEqual(['plenary.db'])
  const copied = await run('restore', server.dataDir, one, '--from', kept)
  expect(copied.said).toContain('is no whole backup')
  const whole = await run('restore', server.dataDir, '--from', backup, '--replace')
  expect(whole, whole.said).toMatchObject({ code: 0 })
  await server.start()
  for (const { sessionId } of [hurt, sound])
    expect(await outcome(get(`${server.url}/api/sessions/${sessionId}`))).toBe('200')
})
