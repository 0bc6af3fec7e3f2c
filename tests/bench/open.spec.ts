/** `npm run bench -- open`: how soon a large session answers that was on disk. Without it a small one runs, so that the bench does not rot. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCost } from './open-cost.ts'
import { tableOf } from './results.ts'

const { BENCH, BENCH_ROUNDS, BENCH_JSON } = process.env

it('measures how soon a session opens', { timeout: 3_600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'plenary.db')
  if (BENCH === undefined) {
    const figures = await openCost(file, { cards: 150, rounds: 1 })
    expect(figures.every(({ value }) => value > 0)).toBe(true)
    return
  }
  const figures = await openCost(file, { cards: 10_000, rounds: 5 * Number(BENCH_ROUNDS ?? 1) })
  process.stdout.write(`\n${tableOf(figures.map((one) => ({ ...one, values: [one.value] })))}\n`)
  if (BENCH_JSON) writeFileSync(BENCH_JSON, `${JSON.stringify(figures, null, 2)}\n`)
})
