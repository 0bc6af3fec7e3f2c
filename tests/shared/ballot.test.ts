import type { Ballot } from '@plenary/shared/ballot'
import { dotRefusal, dotsLeft, dotsUsed, tally, withDots } from '@plenary/shared/ballot'
import type { DotRules } from '@plenary/shared/format'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const RULES: DotRules = { budget: 3, cap: 2, live: false }
const STACK: DotRules = { budget: 2, cap: null, live: false }

describe('one more dot', () => {
  test.each<[Ballot, DotRules, string | null]>([
    [{}, RULES, null],
    [{ a: 1 }, RULES, null],
    [{ a: 2 }, RULES, 'card-full'],
    [{ b: 2 }, RULES, null],
    [{ b: 3 }, RULES, 'no-dots-left'],
    [{ a: 2, b: 1 }, RULES, 'no-dots-left'],
    [{ a: 1 }, STACK, null],
    [{ a: 2 }, STACK, 'no-dots-left'],
    [{ a: 3 }, STACK, 'no-dots-left'],
  ])('[V1] on "a" with %j under %j: %s', (ballot, rules, refusal) => {
    expect(dotRefusal(ballot, 'a', rules)).toBe(refusal)
  })

  it('[V1] never leads past the budget or the cap, and taking one back frees it', () => {
    const rules = fc.record({
      budget: fc.integer({ min: 1, max: 6 }),
      cap: fc.option(fc.integer({ min: 1, max: 6 })),
      live: fc.boolean(),
    })
    const step = fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c'))
    fc.assert(
      fc.property(rules, fc.array(step, { maxLength: 40 }), (rule, steps) => {
        let ballot: Ballot = {}
        for (const [add, target] of steps) {
          const dots = ballot[target] ?? 0
          if (add && dotRefusal(ballot, target, rule) === null) {
            ballot = withDots(ballot, target, dots + 1)
          } else if (!add && dots > 0) {
            const before = dotsLeft(ballot, rule)
            ballot = withDots(ballot, target, dots - 1)
            expect(dotsLeft(ballot, rule)).toBe(before + 1)
            expect(dotRefusal(ballot, target, rule)).toBeNull()
          }
          expect(dotsUsed(ballot)).toBeLessThanOrEqual(rule.budget)
          for (const count of Object.values(ballot)) {
            expect(count).toBeGreaterThan(0)
            expect(count).toBeLessThanOrEqual(rule.cap ?? rule.budget)
          }
        }
      }),
    )
  })
})

describe('the tally', () => {
  it('[V2] of two pluses each is the sum by topic', () => {
    const ballots = {
      A: { T1: 1, T2: 1 },
      B: { T1: 2 },
      C: { T2: 1, T3: 1 },
      D: { T3: 1, T4: 1 },
      E: { T5: 1, T3: 1 },
      G: { T2: 1, T6: 1 },
    }
    expect(tally(ballots)).toEqual({ T1: 3, T2: 3, T3: 3, T4: 1, T5: 1, T6: 1 })
  })

  it('[V2] loses no dot and makes none up', () => {
    const ballot = fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.dictionary(fc.string(), ballot), (ballots) => {
        const all = Object.values(ballots)
        expect(dotsUsed(tally(ballots))).toBe(all.reduce((sum, one) => sum + dotsUsed(one), 0))
      }),
    )
  })

  it('[V3] a lowered budget leaves dots where they are and lets nobody add', () => {
    const lowered = { ...RULES, budget: 1 }
    expect(dotsLeft({ a: 2 }, lowered)).toBe(-1)
    expect(dotRefusal({ a: 2 }, 'b', lowered)).toBe('no-dots-left')
  })
})
