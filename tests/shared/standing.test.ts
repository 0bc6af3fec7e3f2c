import { dotStandings } from '@plenary/shared/standing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ALL = ['a', 'b', 'c', 'd']
const levels = (rounds: Parameters<typeof dotStandings>[0]) =>
  dotStandings(rounds, ALL)?.map(({ target, level }) => `${target}${level}`)

describe('standings', () => {
  it('[EV9] a vote among those that tie moves them apart, and nobody else', () => {
    const first = { openedAt: 1, result: { a: 3, b: 2, c: 2, d: 2 } }
    expect(levels([first])).toEqual(['a2', 'b1', 'c1', 'd1'])
    const second = { openedAt: 2, targets: ['b', 'c', 'd'], result: { c: 5, d: 5 } }
    expect(levels([second, first])).toEqual(['a3', 'b1', 'c2', 'd2'])
    const third = { openedAt: 3, targets: ['c', 'd'], result: { d: 1 } }
    expect(levels([first, second, third])).toEqual(['a4', 'b1', 'c2', 'd3'])
    expect(dotStandings([first, second, third], ['d'])).toEqual([
      { target: 'd', dots: 2, again: [5, 1], level: 1 },
    ])
  })

  it('[EV9] a new vote on everything begins anew; without a dot nothing stands', () => {
    const old = { openedAt: 1, result: { a: 3 } }
    const tie = { openedAt: 2, targets: ['a', 'b'], result: { b: 1 } }
    expect(levels([old, tie, { openedAt: 3, result: { c: 1 } }])).toEqual(['a0', 'b0', 'c1', 'd0'])
    expect(levels([old, tie])).toEqual(['a1', 'b0', 'c0', 'd0'])
    expect(dotStandings([], ALL)).toBeNull()
  })

  it('[EV9] never puts fewer dots above more', () => {
    const result = fc.dictionary(fc.constantFrom(...ALL), fc.integer({ min: 1, max: 3 }))
    const again = fc.record({ targets: fc.subarray(ALL, { minLength: 2 }), result })
    fc.assert(
      fc.property(result, fc.array(again, { maxLength: 3 }), (first, others) => {
        const rounds = [
          { openedAt: 0, result: first },
          ...others.map((one, at) => ({ ...one, openedAt: at + 1 })),
        ]
        const rows = dotStandings(rounds, ALL) ?? []
        for (const one of rows)
          for (const other of rows)
            if (one.dots > other.dots) expect(one.level).toBeGreaterThan(other.level)
      }),
    )
  })
})
