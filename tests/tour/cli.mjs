/** `npm run tour -- --out DIR`: every screen at every width and in both themes, as pictures. */
import { parseArgs } from 'node:util'
import { pathSaid, runVitest } from '../kit/run-vitest.mjs'

const { out } = parseArgs({ options: { out: { type: 'string' } } }).values
if (out === undefined) {
  process.stderr.write('tour: say where the pictures go: npm run tour -- --out DIR\n')
  process.exit(2)
}
runVitest({
  project: 'e2e',
  file: 'tests/tour/tour.spec.ts',
  env: { TOUR_OUT: pathSaid(out) },
})
