/** Reads the environment, starts the server, prints where it is, and stops it; for the server the only caller of `process`. */
import { fileURLToPath } from 'node:url'
import { FORMATS } from '@plenary/shared/formats/catalog'
import { printedAddresses } from './addresses.ts'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'
import { STOP_WITHIN, serve } from './serve.ts'
import { startFailure } from './start-failure.ts'

const clientDir = fileURLToPath(new URL('../../client/dist', import.meta.url))

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

async function main(): Promise<void> {
  const read = readConfig(process.env)
  if (!read.ok) giveUp(read.message)
  const { config } = read
  const log = createLog(config.logLevel)
  const starting = serve({ config, formats: FORMATS, log, clientDir })
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), STOP_WITHIN).unref()
    void starting.then((serving) => serving.stop()).then(() => process.exit(0))
  }
  // People may be in while the last sessions are still being opened.
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const serving = await starting.catch((error: unknown) => {
    const sentence = startFailure(error, config)
    if (sentence !== null) giveUp(sentence)
    throw error
  })

  say('Plenary is running. Open it here:')
  for (const address of printedAddresses(config, serving.port)) say(`  ${address}`)
  say(
    'Keep it on a machine that stays on, not on the laptop you present from. Stop it with Ctrl+C.',
  )
}

await main()
