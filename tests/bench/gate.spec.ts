/** `npm run bench -- gate`: what judging an update costs beside applying it. Without it a small case runs, so that the bench does not rot. */
import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { gateCost } from './gate-cost.ts'
import { tableOf } from './results.ts'

const { BENCH, BENCH_ROUNDS, BENCH_JSON } = process.env

it('measures the gate', { timeout: 3_600_000 }, () => {
  if (BENCH === undefined) {
    const small = { ids: 20, cards: 20, tick: 5, updates: 40, rounds: 1 }
    expect(gateCost(small).every(({ value }) => value > 0)).toBe(true)
    return
  }
  const rounds = 10 * Number(BENCH_ROUNDS ?? 1)
  const sizes = { ids: 200, cards: 500, updates: 2_000, rounds }
  const figures = [10, 1].flatMap((tick) => gateCost({ ...sizes, tick }))
  process.stdout.write(`\n${tableOf(figures.map((one) => ({ ...one, values: [one.value] })))}\n`)
  if (BENCH_JSON) writeFileSync(BENCH_JSON, `${JSON.stringify(figures, null, 2)}\n`)
})
