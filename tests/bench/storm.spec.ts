/** `npm run bench -- storm`: everybody comes back at once after a kill. Without it a small case runs, so that the bench does not rot. */
import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { tableOf } from './results.ts'
import { storm } from './storm.ts'

const { BENCH, BENCH_JSON } = process.env

it('measures a storm', { timeout: 3_600_000 }, async () => {
  if (BENCH === undefined) {
    const figures = await storm({ people: 5, cards: 5, by: 'pages', away: 0 })
    expect(figures.every(({ value }) => value > 0)).toBe(true)
    return
  }
  const figures = [
    ...(await storm({ people: 300, cards: 300, by: 'pages', away: 1_000 })),
    ...(await storm({ people: 300, cards: 300, by: 'pages', away: 20_000 })),
    ...(await storm({ people: 300, cards: 300, by: 'plain', away: 1_000 })),
  ]
  process.stdout.write(`\n${tableOf(figures.map((one) => ({ ...one, values: [one.value] })))}\n`)
  if (BENCH_JSON) writeFileSync(BENCH_JSON, `${JSON.stringify(figures, null, 2)}\n`)
})
