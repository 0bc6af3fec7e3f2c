/**
 * Two laws over random runs: honest people on a bad network, and attackers with long memories. A few seconds here, as
 * long as one likes with `npm run fuzz -- --minutes N`. A failure prints its seed; it is then pinned in `FIXED`.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figures } from '../kit/fuzz-figures.ts'
import { lineOf, noFigures } from '../kit/fuzz-figures.ts'
import { honestLaw } from '../kit/fuzz-honest.ts'
import { hostileLaw } from '../kit/fuzz-hostile.ts'

const MINUTES = Number(process.env['FUZZ_MINUTES'] ?? 0)
const SEED = process.env['FUZZ_SEED']
/** Runs for each seed. */
const RUNS = 40

/** Seeds that every run of the tests tries, before one of its own. */
const FIXED = [1, 356_163_266]

const LONG = MINUTES * 60_000 + 90_000

/** Runs one seed after the other; fast-check names the one that fails. */
function run<T>(name: string, law: (figures: Figures) => fc.IProperty<T>): Figures {
  const figures = noFigures()
  const check = (seed: number): void => {
    figures.seeds++
    try {
      // A seed of its own is worth the minutes it takes to find the smallest run that fails.
      fc.assert(law(figures), { seed, numRuns: RUNS, endOnFailure: SEED === undefined })
    } catch (error) {
      figures.exceptions++
      tell()
      throw error
    }
  }
  const tell = (): void => void process.stdout.write(`${lineOf(name, figures)}\n`)
  if (MINUTES === 0 && SEED === undefined) for (const seed of FIXED) check(seed)
  const first = SEED === undefined ? Date.now() % 2 ** 31 : Number(SEED)
  process.stdout.write(`${name}: first seed ${first}\n`)
  const end = performance.now() + MINUTES * 30_000
  let told = performance.now()
  let seed = first
  do {
    check(seed)
    seed = (seed + 1) % 2 ** 31
    if (performance.now() - told > 60_000) {
      told = performance.now()
      tell()
    }
  } while (performance.now() < end)
  tell()
  return figures
}

describe('any run', () => {
  it(
    '[G10] of honest people on a bad network: never rejected, replicas, replay and reload are equal',
    () => {
      const { runs, accepted, soft, hard } = run('honest', honestLaw)
      expect(hard).toBe(0)
      expect(accepted).toBeGreaterThan(runs)
      expect(soft).toBeGreaterThan(runs / 10)
    },
    LONG,
  )

  it(
    '[G13] of attackers among them: nothing throws or changes what is of others, replay and reload are equal',
    () => {
      const { runs, accepted, soft, hard, gaps } = run('hostile', hostileLaw)
      expect(accepted).toBeGreaterThan(runs)
      expect(soft).toBeGreaterThan(runs)
      expect(hard).toBeGreaterThan(runs)
      expect(gaps).toBeGreaterThan(runs / 10)
    },
    LONG,
  )
})
