/** `npm run tour -- --out DIR`: every screen at every width and in both themes, as pictures. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { out } = parseArgs({ options: { out: { type: 'string' } } }).values
if (out === undefined) {
  process.stderr.write('tour: say where the pictures go: npm run tour -- --out DIR\n')
  process.exit(2)
}
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'e2e', 'tests/tour/tour.spec.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TOUR_OUT: resolve(process.env['INIT_CWD'] ?? '.', out) },
  },
)
process.exit(status ?? 1)
