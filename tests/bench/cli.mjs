/**
 * `npm run bench -- client [--peers] [--rounds N] [--only CASE] [--json FILE] [--plot DIR]`: how fast the page is in a slow
 * browser. `npm run bench -- gate [--rounds N] [--json FILE]`: what judging an update costs beside applying it.
 * `npm run bench -- storm [--json FILE]`: how long until 300 people are back after a kill.
 * `npm run bench -- open [--rounds N] [--json FILE]`: how soon a session of 10,000 cards answers that was on disk.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    plot: { type: 'string' },
    peers: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})
const what = positionals.join()
if (!['client', 'gate', 'open', 'storm'].includes(what)) {
  process.stderr.write(
    'bench: say what to measure: npm run bench -- client [--peers] [--rounds N] [--only CASE] [--json FILE] [--plot DIR], npm run bench -- gate [--rounds N] [--json FILE], npm run bench -- open [--rounds N] [--json FILE], or npm run bench -- storm [--json FILE]\n',
  )
  process.exit(2)
}
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const from = process.env['INIT_CWD'] ?? '.'
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--project',
    'e2e',
    `tests/bench/${what}.spec.ts`,
    '--disableConsoleIntercept=true',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      BENCH: what,
      BENCH_PEERS: values.peers ? 'yes' : '',
      BENCH_ROUNDS: values.rounds,
      BENCH_ONLY: values.only,
      BENCH_JSON: values.json === undefined ? '' : resolve(from, values.json),
      BENCH_PLOT: values.plot === undefined ? '' : resolve(from, values.plot),
    },
  },
)
process.exit(status ?? 1)
