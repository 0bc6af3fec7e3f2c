/**
 * `npm run bench -- client [--peers] [--rounds N] [--only CASE] [--json FILE] [--plot DIR]`: how fast the page is in a slow
 * browser. `npm run bench -- gate [--rounds N] [--json FILE]`: what judging an update costs beside applying it.
 * `npm run bench -- storm [--json FILE]`: how long until 300 people are back after a kill.
 * `npm run bench -- open [--rounds N] [--json FILE]`: how soon a session of 10,000 cards answers that was on disk.
 */
import { parseArgs } from 'node:util'
import { pathSaid, runVitest } from '../kit/run-vitest.mjs'

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
runVitest({
  project: 'e2e',
  file: `tests/bench/${what}.spec.ts`,
  env: {
    BENCH: what,
    BENCH_PEERS: values.peers ? 'yes' : '',
    BENCH_ROUNDS: values.rounds,
    BENCH_ONLY: values.only,
    BENCH_JSON: values.json === undefined ? '' : pathSaid(values.json),
    BENCH_PLOT: values.plot === undefined ? '' : pathSaid(values.plot),
  },
})
