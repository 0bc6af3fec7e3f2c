/** `npm run backup` and `npm run restore` as npm runs them, and folders for what they write. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const COMMANDS = fileURLToPath(new URL('../../server/dist', import.meta.url))

export interface Ran {
  code: unknown
  said: string
}

type Command = 'backup' | 'restore'

export const run = (what: Command, dataDir: string, ...args: readonly string[]): Promise<Ran> =>
  ran(dataDir, process.execPath, [fileOf(what), ...args])

/** On a disk that fills up: no file may grow beyond so many bytes. */
export const runWithin = (
  bytes: number,
  what: Command,
  dataDir: string,
  ...args: readonly string[]
): Promise<Ran> =>
  ran(dataDir, 'bash', [
    '-c',
    `ulimit -f ${Math.ceil(bytes / 1_024)}; trap '' XFSZ; exec "$@"`,
    '-',
    process.execPath,
    fileOf(what),
    ...args,
  ])

/** Goes when the running test ends. */
export async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'plenary-backup-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

const fileOf = (what: Command): string => join(COMMANDS, `${what}-command.js`)

async function ran(dataDir: string, program: string, args: readonly string[]): Promise<Ran> {
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const [code]: unknown[] = await once(child, 'close')
  return { code, said }
}
