/** The whole server inside the test's own process, on a free port, with a clock that is moved by hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@plenary/server/config'
import { createLog } from '@plenary/server/log'
import { serve } from '@plenary/server/serve'
import type { ServeParts } from '@plenary/server/serve'
import { FORMATS } from '@plenary/shared/formats/catalog'
import { onTestFinished } from 'vitest'
import type { HandClock } from './hand-clock.ts'
import { handClock } from './hand-clock.ts'

export interface ServedHere {
  url: string
  clock: HandClock
  /** Before the test ends. */
  stop(): Promise<void>
}

/** It is stopped when the running test ends. `env`: settings beside the address and the folder; `openStore`: another store in it. */
export async function serveHere(
  env: Record<string, string> = {},
  openStore?: ServeParts['openStore'],
): Promise<ServedHere> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-here-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const read = readConfig({ HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, ...env })
  if (!read.ok) throw new Error(read.message)
  const clock = handClock()
  const log = createLog('silent')
  const serving = await serve({
    config: read.config,
    formats: FORMATS,
    log,
    clientDir: folder,
    clock,
    ...(openStore === undefined ? {} : { openStore }),
  })
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= serving.stop())
  onTestFinished(stop)
  return { url: `http://127.0.0.1:${serving.port}`, clock, stop }
}
