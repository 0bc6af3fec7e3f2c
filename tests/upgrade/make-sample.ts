/**
 * Makes a small data directory with the server of a checkout, as it is left behind: one session that was closed, one in
 * the middle of a vote, both written down in an orderly stop, and one with drafts, whose server was killed.
 * `SAMPLE_OF=CHECKOUT SAMPLE=NAME npx vitest run tests/upgrade` writes `tests/fixtures/folders/NAME.db.gz` and `NAME.json`.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { DATABASE, openDatabase } from '@plenary/server/database'
import { freePort } from '../kit/running-server.ts'
import type { Table } from '../kit/table.ts'
import { allowed, keyOf, table } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Sample, SampleSession } from './sample.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures/folders', import.meta.url))

async function start(main: string, dataDir: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await until('it is ready', () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  return child
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** What is to be found again. */
function kept({ made, fay, ann, ben }: Table): SampleSession {
  return {
    session: made.sessionId,
    fay: fay.token,
    ann: ann.token,
    ben: ben.token,
    cards: fay.cards().toJSON(),
    facts: fay.session().toJSON(),
  }
}

async function voting(url: string): Promise<Table> {
  const here = await table(url, 'dot-vote', 'Where do we ride?')
  await here.enter('propose')
  const bikes = here.ann.addCard('Bikes', 'ideas/a0')
  here.ben.addCard('Buses', 'ideas/a1')
  await here.equal()
  await here.enter('vote')
  const round = keyOf(here.fay, 'round:').slice('round:'.length)
  for (const _dot of [1, 2]) await allowed(here.ann, { type: 'dot.add', round, target: bikes })
  await here.equal()
  return here
}

export async function makeSample(checkout: string, name: string): Promise<void> {
  const main = join(checkout, 'server/dist/main.js')
  const dataDir = await mkdtemp(join(tmpdir(), 'plenary-sample-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let server = await start(main, dataDir, port)
  const vote = await voting(url)
  const over = await voting(url)
  await allowed(over.fay, { type: 'session.close' })
  await until('closed', () => over.all.every((client) => client.fact('status') === 'closed'))
  const sample: Omit<Sample, 'drafts'> = { vote: kept(vote), closed: kept(over) }
  for (const here of [vote, over]) here.leave()
  await end(server, 'SIGTERM')
  server = await start(main, dataDir, port)
  const here = await table(url, 'pre-mortem', 'What went wrong?')
  await here.enter('write')
  const draft = { type: 'draft.put', section: 'reasons', rev: 1, state: 'done' }
  await allowed(here.ann, { ...draft, draft: 'a', text: 'Rust' })
  await allowed(here.ben, { ...draft, draft: 'b', text: 'Rain' })
  await here.equal()
  const drafts = kept(here)
  here.leave()
  await end(server, 'SIGKILL')
  const file = join(dataDir, DATABASE)
  // What stands in the log beside it comes into the file; its schema stays as it is.
  openDatabase(file).close()
  await writeFile(join(FIXTURES, `${name}.db.gz`), gzipSync(await readFile(file), { level: 9 }))
  await writeFile(join(FIXTURES, `${name}.json`), `${JSON.stringify({ ...sample, drafts })}\n`)
  await rm(dataDir, { recursive: true, force: true })
}
