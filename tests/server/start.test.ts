/** Starting and stopping the process: sentences for a bad environment, one server to a directory, SIGTERM. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startFailure } from '@plenary/server/start-failure'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startServer } from '../kit/running-server.ts'
import { allowed, plain, reload, table } from '../kit/table.ts'
import { until } from '../kit/until.ts'

const MAIN = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))

async function start(env: Record<string, string>): Promise<{ code: unknown; said: string }> {
  const folder = await mkdtemp(path(tmpdir(), 'plenary-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const [code]: unknown[] = await once(child, 'exit', { signal: AbortSignal.timeout(25_000) })
  return { code, said }
}

describe('a bad environment', () => {
  it.each<[string, Record<string, string>, string]>([
    ['PORT', { PORT: 'http' }, 'PORT must be a whole number from 0 to 65535, got "http".'],
    ['PORT', { PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, got "65536".'],
    ['PUBLIC_URL', { PUBLIC_URL: 'board.example' }, 'PUBLIC_URL must be an address such as'],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error,'],
    ['an unknown limit', { LIMIT_FUN: '3' }, 'LIMIT_FUN is no limit of this version. There are:'],
    ['a limit', { LIMIT_CARDS: '-1' }, 'LIMIT_CARDS must be a whole number from 1 to 1000000'],
    [
      'EXPIRE_DAYS',
      { EXPIRE_DAYS: 'abc' },
      'EXPIRE_DAYS must be a whole number from 0 to 36500, got "abc".',
    ],
    ['HOST', { HOST: '999.1.1.1' }, 'HOST must be an address of this machine, or 0.0.0.0 for all'],
    [
      'a foreign HOST',
      { HOST: '192.0.2.1' },
      'HOST must be an address of this machine, or 0.0.0.0',
    ],
    ['a file', { DATA_DIR: MAIN }, `DATA_DIR must be a folder, and ${MAIN} is or lies in a file.`],
    ['a folder in a file', { DATA_DIR: `${MAIN}/data` }, `and ${MAIN}/data is or lies in a file.`],
    ['TRUSTED_PROXY', { TRUSTED_PROXY: 'yes' }, 'TRUSTED_PROXY must be a whole number from 0 to'],
  ])('[K10] %s: one sentence and exit code 2', async (_what, env, sentence) => {
    const { code, said } = await start(env)
    expect(code).toBe(2)
    expect(said).toContain(sentence)
    expect(said.trim().split('\n')).toHaveLength(1)
  })
})

describe('a folder that cannot be used', () => {
  const config = { host: '127.0.0.1', port: 80, dataDir: '/srv/plenary' }
  const failure = (syscall: string, code: string) =>
    startFailure(Object.assign(new Error(code), { code, syscall }), config)

  it.each<[string, string, RegExp]>([
    ['mkdir', 'EACCES', /^DATA_DIR .* may be written to, got \/srv\/plenary \(EACCES\)\.$/],
    ['mkdir', 'EROFS', /^DATA_DIR .* may be written to, got \/srv\/plenary \(EROFS\)\.$/],
    ['mkdir', 'ENOENT', /^DATA_DIR .* that can be made, got \/srv\/plenary \(ENOENT\)\.$/],
    ['listen', 'EACCES', /^No permission for port 80\. /],
    ['listen', 'EADDRNOTAVAIL', /^HOST .* got "127\.0\.0\.1" \(EADDRNOTAVAIL\)\.$/],
    ['getaddrinfo', 'ENOTFOUND', /^HOST .* \(ENOTFOUND\)\.$/],
  ])('[K14] %s %s is one sentence', (syscall, code, sentence) => {
    expect(failure(syscall, code)).toMatch(sentence)
  })

  it('[K14] a database that is damaged as a whole is one sentence that says what to do', () => {
    const code = 'SQLITE_CORRUPT'
    const error = Object.assign(new Error('database disk image is malformed'), { code })
    expect(startFailure(error, config)).toBe(
      'The database in /srv/plenary is damaged (database disk image is malformed). Keep a copy of that folder, then restore a backup: npm run restore.',
    )
  })

  it('[K14] what is no fault of the setting shows its stack', () => {
    expect(startFailure(new TypeError('a bug'), config)).toBeNull()
  })

  it('[K14] a database that is none, or a folder in its place, is one sentence', async () => {
    const folder = await mkdtemp(path(tmpdir(), 'plenary-none-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await mkdir(path(folder, 'plenary.db'))
    const { code, said } = await start({ DATA_DIR: folder })
    expect(code).toBe(2)
    expect(said).toMatch(/^Plenary cannot (open|use) .*plenary\.db.*\n$/)
    const other = await mkdtemp(path(tmpdir(), 'plenary-none-'))
    onTestFinished(() => rm(other, { recursive: true, force: true }))
    await writeFile(path(other, 'plenary.db'), 'words of somebody '.repeat(1_000))
    const text = await start({ DATA_DIR: other })
    expect(text.code).toBe(2)
    expect(text.said).toMatch(/^Plenary cannot use .*plenary\.db as the database\.\n$/)
  })
})

describe('one directory, one server', () => {
  it('[K11] [T105] a second server on the same directory or port exits with 2 and one sentence', async () => {
    const server = await startServer()
    onTestFinished(() => server.remove())
    const sameDirectory = await start({ DATA_DIR: server.dataDir })
    expect(sameDirectory.code).toBe(2)
    expect(sameDirectory.said).toMatch(/^\S+ is in use by another Plenary server\. .*\n$/)
    const samePort = await start({ PORT: String(server.port) })
    expect(samePort).toEqual({
      code: 2,
      said: `Port ${server.port} is in use. Choose another one with PORT=3001.\n`,
    })
  })
})

describe('SIGTERM', () => {
  it('[K12] exits with 0 within 10 s, tells clients to come back, and everything is kept', async () => {
    const server = await startServer()
    onTestFinished(() => server.remove())
    const here = await table(server.url, 'dot-vote')
    await here.enter('propose')
    for (let n = 0; n < 20; n++) here.ann.addCard(`card ${n}`, `ideas/a${n % 10}`)
    await until('all at Ben', () => here.ben.cards().size === 20)
    await allowed(here.fay, { type: 'timer.start' })
    await here.equal()
    const before = plain(here.fay)
    const began = performance.now()
    expect(await server.terminate()).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
    await until('told', () => here.all.every((client) => client.closes.includes(4503)))
    await server.start()
    const again = await reload(server.url, here.made.sessionId, here.ann)
    // Until Fay is back nobody leads.
    await until('everything is as it was', () => plain(again) === before)
    await here.equal()
    again.leave()
    here.leave()
  })
})
