/**
 * `npm run fuzz -- [--minutes N] [--seed S]`: two laws over random runs, for as long as one likes; half of the time for
 * honest people on a bad network, half for attackers. Ends with an error, and the seed, where a law does not hold.
 */
import { parseArgs } from 'node:util'
import { runVitest } from '../kit/run-vitest.mjs'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
})
const whole = /^\d{1,5}$/
if (!whole.test(values.minutes) || (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed))) {
  process.stderr.write('fuzz: whole numbers, please: npm run fuzz -- --minutes 10 [--seed 1]\n')
  process.exit(2)
}
runVitest({
  project: 'unit',
  file: 'tests/fuzz/fuzz.test.ts',
  env: {
    FUZZ_MINUTES: values.minutes,
    ...(values.seed === undefined ? {} : { FUZZ_SEED: values.seed }),
  },
})
