/**
 * `npm run chaos -- [--minutes N] [--seed S]`: the real server, killed again and again under people at work, for as long
 * as one likes. Ends with an error, and the seed, where somebody was told what is not on the disk.
 */
import { parseArgs } from 'node:util'
import { runVitest } from '../kit/run-vitest.mjs'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
})
const whole = /^\d{1,5}$/
if (!whole.test(values.minutes) || (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed))) {
  process.stderr.write('chaos: whole numbers, please: npm run chaos -- --minutes 10 [--seed 1]\n')
  process.exit(2)
}
runVitest({
  project: 'unit',
  file: 'tests/chaos/chaos.test.ts',
  env: {
    CHAOS_MINUTES: values.minutes,
    ...(values.seed === undefined ? {} : { CHAOS_SEED: values.seed }),
  },
})
