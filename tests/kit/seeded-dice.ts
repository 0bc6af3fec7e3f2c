/** Chance that repeats: the same seed throws the same, so that a test by counting never fails by bad luck. */
import type { Dice } from '@plenary/shared/decision'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = (seed * 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function seededDice(seed: number): Dice {
  const next = seeded(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    id: () => Array.from({ length: 22 }, () => LETTERS[below(64)]).join(''),
    shuffle(items) {
      const left = [...items]
      const shuffled: typeof left = []
      while (left.length > 0) shuffled.push(...left.splice(below(left.length), 1))
      return shuffled
    },
  }
}
