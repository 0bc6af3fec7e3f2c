/** S14 by counting: over many pours nothing about a card's place or id leans towards who wrote it, or when. */
import { dice } from '@plenary/server/dice'
import { decidePour } from '../kit/pour.ts'
import type { Poured } from '../kit/pour.ts'
import { expect, it } from 'vitest'
import { seededDice } from '../kit/seeded-dice.ts'

const POURS = 2_000
const EACH = 4
const AUTHORS = ['Ann', 'Ben', 'Cem'] as const
const DRAFTS = EACH * AUTHORS.length

/** The same twelve drafts, written in turns, poured with other chance each time. */
const pours: Poured[][] = Array.from({ length: POURS }, (_, seed) =>
  decidePour({ authors: AUTHORS, each: EACH, dice: seededDice(seed) }),
)

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Five standard deviations of a mean of `n` numbers that are evenly spread over 0 .. DRAFTS - 1. */
const spread = (n: number): number => (5 * Math.sqrt((DRAFTS ** 2 - 1) / 12)) / Math.sqrt(n)
const MIDDLE = (DRAFTS - 1) / 2

const orders: [string, (poured: readonly Poured[]) => Poured[]][] = [
  ['place', (poured) => poured.toSorted((a, b) => (a.place < b.place ? -1 : 1))],
  ['id', (poured) => poured.toSorted((a, b) => (a.card < b.card ? -1 : 1))],
  ['the order in which they are put', (poured) => [...poured]],
]

it.each(orders)('[S14] %s says nothing of the author', (_what, sorted) => {
  for (const author of AUTHORS) {
    const ranks = pours.map((poured) =>
      mean(sorted(poured).flatMap((one, rank) => (one.author === author ? [rank] : []))),
    )
    expect(Math.abs(mean(ranks) - MIDDLE), author).toBeLessThan(spread(POURS * EACH))
  }
  // Nor do cards of one author stand together, or apart.
  const together = pours.map(
    (poured) =>
      sorted(poured).filter((one, at, all) => at > 0 && all[at - 1]?.author === one.author).length,
  )
  const byChance = ((DRAFTS - 1) * (EACH - 1)) / (DRAFTS - 1)
  expect(Math.abs(mean(together) - byChance)).toBeLessThan((5 * 1.5) / Math.sqrt(POURS))
})

it.each(orders)('[S14] %s says nothing of when it was written', (_what, sorted) => {
  for (let written = 0; written < DRAFTS; written++) {
    const ranks = pours.map((poured) => sorted(poured).findIndex((one) => one.written === written))
    expect(Math.abs(mean(ranks) - MIDDLE), `draft ${written}`).toBeLessThan(spread(POURS))
  }
  // Nor do cards follow each other as they were written: 2 pairs of 12 are neighbours by chance.
  const following = pours.map(
    (poured) =>
      sorted(poured).filter(
        (one, at, all) => at > 0 && Math.abs(one.written - (all[at - 1]?.written ?? 0)) === 1,
      ).length,
  )
  const byChance = (2 * (DRAFTS - 1)) / DRAFTS
  expect(Math.abs(mean(following) - byChance)).toBeLessThan((5 * 1.5) / Math.sqrt(POURS))
})

it('[S14] every order of a shuffle is as likely as any other', () => {
  const counts = new Map<string, number>()
  const often = 500
  for (let n = 0; n < often * 24; n++) {
    const order = dice.shuffle(['a', 'b', 'c', 'd']).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  // Eight standard deviations: true chance fails once in 10^13 runs.
  for (const count of counts.values())
    expect(Math.abs(count - often)).toBeLessThan(8 * Math.sqrt(often))
})
