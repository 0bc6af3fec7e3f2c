/**
 * `npm run chaos -- [--minutes N] [--seed S]`: the real server, killed again and again under people at work, for as long
 * as one likes. Ends with an error, and the seed, where somebody was told what is not on the disk.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
})
const whole = /^\d{1,5}$/
if (!whole.test(values.minutes) || (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed))) {
  process.stderr.write('chaos: whole numbers, please: npm run chaos -- --minutes 10 [--seed 1]\n')
  process.exit(2)
}
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--project',
    'unit',
    'tests/chaos/chaos.test.ts',
    '--disableConsoleIntercept=true',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CHAOS_MINUTES: values.minutes,
      ...(values.seed === undefined ? {} : { CHAOS_SEED: values.seed }),
    },
  },
)
process.exit(status ?? 1)
