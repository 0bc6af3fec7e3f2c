/**
 * `npm run soak -- [--minutes N] [--rooms N] [--people N] [--svg FILE]`: the real server under many sessions with people at
 * work; prints how memory, file descriptors and latency of the last quarter stand beside the first, and draws the curves.
 */
import { parseArgs } from 'node:util'
import { pathSaid, runVitest } from '../kit/run-vitest.mjs'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    rooms: { type: 'string', default: '50' },
    people: { type: 'string', default: '20' },
    svg: { type: 'string' },
  },
})
const whole = /^[1-9]\d{0,3}$/
if (![values.minutes, values.rooms, values.people].every((value) => whole.test(value))) {
  process.stderr.write(
    'soak: whole numbers, please: npm run soak -- --minutes 20 --rooms 50 --people 20 [--svg FILE]\n',
  )
  process.exit(2)
}
runVitest({
  project: 'unit',
  file: 'tests/soak/soak.test.ts',
  env: {
    // A thousand pages are in one process, with a board each.
    NODE_OPTIONS: '--max-old-space-size=8192',
    SOAK_MINUTES: values.minutes,
    SOAK_ROOMS: values.rooms,
    SOAK_PEOPLE: values.people,
    SOAK_SVG: values.svg === undefined ? '' : pathSaid(values.svg),
  },
})
