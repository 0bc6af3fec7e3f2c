/** The real server as its own process, on a free port and an own data directory: started, killed, started again. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** Of the process; null while there is none. */
  pid(): number | null
  /** Everything the process has written so far. */
  output(): string
  /** The most memory the process has held so far, in bytes (Linux). */
  peakMemory(): number
  /** SIGSTOP: what is sent to it from now on waits in its sockets, unread and unanswered. */
  freeze(): void
  /** SIGCONT: what has waited arrives at once. */
  thaw(): void
  /** kill -9, also of a frozen process. */
  kill(): Promise<void>
  /** The same port and data directory again. */
  start(): Promise<void>
  /** SIGTERM; returns the exit code. */
  terminate(): Promise<number | null>
  /** Kills it and removes its data. */
  remove(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort()
  const dataDir = env['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'plenary-')))
  let child: ChildProcess | null = null
  let output = ''

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'],
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: dataDir,
        LOG_LEVEL: 'info',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const before = output.length
    await new Promise<void>((running, failed) => {
      const hear = (bytes: Buffer): void => {
        output += bytes.toString()
        if (output.slice(before).includes('Plenary is running')) running()
      }
      started.stdout.on('data', hear)
      started.stderr.on('data', hear)
      started.once('exit', (code) => failed(new Error(`server exited with ${code}: ${output}`)))
    })
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null) return ending?.exitCode ?? null
    const exited = new Promise<number | null>((done) => ending.once('exit', (code) => done(code)))
    ending.kill(signal)
    return exited
  }

  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    pid: () => child?.pid ?? null,
    output: () => output,
    peakMemory() {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child?.pid}/status`, 'utf8'))
      return Number(peak?.[1] ?? Number.NaN) * 1024
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    kill: async () => void (await end('SIGKILL')),
    start,
    terminate: () => end('SIGTERM'),
    remove: async () => {
      await end('SIGKILL')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
