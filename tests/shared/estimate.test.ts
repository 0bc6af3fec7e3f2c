import type { Given } from '@plenary/shared/estimate'
import { estimateResult, onScale, ranked, splitOpinion, stepsOf } from '@plenary/shared/estimate'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const AXES = ['probability', 'impact']
const HALVES = { min: 1, max: 3, step: 0.5 }

const one = (values: readonly (number | 'pass')[]) => values.map((value): Given => ({ x: value }))
const both = (values: readonly (readonly [number, number])[]) =>
  values.map(([probability, impact]): Given => ({ probability, impact }))

const half = fc.constantFrom(...stepsOf(HALVES))

describe('the average', () => {
  test.each<[(number | 'pass')[], number | null, number]>([
    [[], null, 0],
    [['pass'], null, 0],
    [[2], 2, 1],
    [[2, 'pass', 3], 2.5, 2],
    [[1, 1, 2], 1.33, 3],
    [[1, 2, 2], 1.67, 3],
    // 1.125, 2.375 and 1.0625 lie half way or have no exact hundredths as binary fractions.
    [[1, 1, 1, 1.5], 1.13, 4],
    [[2, 2.5, 2.5, 2.5], 2.38, 4],
    [[1, 1, 1, 1, 1, 1, 1, 1.5], 1.06, 8],
    [[0.25, 0.5], 0.38, 2],
  ])('[E1] of %j is %s from %i numbers', (values, mean, n) => {
    expect(estimateResult(['x'], one(values)).axes['x']).toMatchObject({ shown: mean, mean, n })
  })

  it('[E1] is the whole-number average to two decimals, half up', () => {
    fc.assert(
      fc.property(fc.array(half, { minLength: 1, maxLength: 40 }), (values) => {
        const sum = values.reduce((total, value) => total + value * 2, 0)
        const hundredths = Math.floor((sum * 100 + values.length) / (2 * values.length))
        expect(estimateResult(['x'], one(values)).axes['x']?.mean).toBe(hundredths / 100)
      }),
    )
  })

  it('[E1] does not depend on who answered first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(half, half), { minLength: 1 }), (values) => {
        expect(estimateResult(AXES, both(values.toReversed()))).toEqual(
          estimateResult(AXES, both(values)),
        )
      }),
    )
  })

  it('[E1] keeps how many gave each number', () => {
    expect(estimateResult(['x'], one([1, 2.5, 1, 'pass'])).axes['x']?.spread).toEqual({
      1: 2,
      2.5: 1,
    })
  })
})

describe('the product', () => {
  test.each<[[number, number][], number]>([
    [[[2.5, 2.5]], 6.25],
    [[[1.5, 3]], 4.5],
    [[[2.5, 1.5]], 3.75],
    [[[2, 1.5]], 3],
    [[[1, 3]], 3],
    // 4/3 x 5/3 = 2.2222, where the rounded averages 1.33 x 1.67 would make 2.2211.
    [
      [
        [1, 1],
        [1, 2],
        [2, 2],
      ],
      2.22,
    ],
    // 7/3 x 7/3 = 5.4444, where 2.33 x 2.33 would make 5.4289, shown as 5.43.
    [
      [
        [2, 2],
        [2, 2],
        [3, 3],
      ],
      5.44,
    ],
    // 1.5 x 1.75 = 2.625, half up.
    [
      [
        [1, 1.5],
        [2, 2],
      ],
      2.63,
    ],
  ])('[E2] of %j is %d', (values, product) => {
    expect(estimateResult(AXES, both(values)).product).toBe(product)
  })

  it('[E2] is missing while an axis has no number', () => {
    expect(estimateResult(AXES, [{ probability: 2, impact: 'pass' }]).product).toBeNull()
    expect(estimateResult(AXES, []).product).toBeNull()
  })

  it('[E3] takes the agreed number, and keeps the average beside it', () => {
    const result = estimateResult(AXES, both([[1, 3]]), { probability: 1.5 })
    expect(result).toEqual({
      axes: {
        probability: { shown: 1.5, mean: 1, n: 1, spread: { 1: 1 }, agreed: 1.5 },
        impact: { shown: 3, mean: 3, n: 1, spread: { 3: 1 } },
      },
      product: 4.5,
    })
    expect(estimateResult(AXES, [], { probability: 2, impact: 2 }).product).toBe(4)
  })

  it('[E3] is not led astray by an axis called like what every object has', () => {
    expect(estimateResult(['constructor'], [{}]).product).toBeNull()
    expect(estimateResult(['constructor'], [{ constructor: 2 }]).product).toBe(2)
  })
})

describe('ranks', () => {
  test.each<[(number | null)[], [number, number | null, boolean][]]>([
    [[], []],
    [
      [3, 3, 3.75, 6.25, 4.5],
      [
        [3, 1, false],
        [4, 2, false],
        [2, 3, false],
        [0, 4, true],
        [1, 4, true],
      ],
    ],
    [
      [4.5, 4.5, 1],
      [
        [0, 1, true],
        [1, 1, true],
        [2, 3, false],
      ],
    ],
    [
      [null, 2, null, 2],
      [
        [1, 1, true],
        [3, 1, true],
        [0, null, false],
        [2, null, false],
      ],
    ],
    [
      [0, null],
      [
        [0, 1, false],
        [1, null, false],
      ],
    ],
  ])('[E4] of %j are %j', (values, order) => {
    const items = values.map((value, index) => ({ value, index }))
    expect(
      ranked(items, (item) => item.value).map(({ item, rank, tied }) => [item.index, rank, tied]),
    ).toEqual(order)
  })

  it('[E4] count everybody above, and mark equals', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(6))), (values) => {
        const items = values.map((value, index) => ({ value, index }))
        const result = ranked(items, (item) => item.value)
        expect(result.map(({ item }) => item.index).toSorted((a, b) => a - b)).toEqual([
          ...values.keys(),
        ])
        for (const { item, rank, tied } of result) {
          const { value } = item
          const above = values.filter((other) => value !== null && other !== null && other > value)
          expect(rank).toBe(value === null ? null : above.length + 1)
          expect(tied).toBe(value !== null && values.filter((other) => other === value).length > 1)
        }
      }),
    )
  })
})

describe('the scale', () => {
  it('[E5] goes from min to max in steps', () => {
    expect(stepsOf(HALVES)).toEqual([1, 1.5, 2, 2.5, 3])
    expect(stepsOf({ min: 0, max: 10, step: 5 })).toEqual([0, 5, 10])
  })

  test.each([
    [1, true],
    [2.5, true],
    [3, true],
    [0.5, false],
    [3.5, false],
    [1.25, false],
    [Number.NaN, false],
  ])('[E5] has %d: %s', (value, on) => {
    expect(onScale(HALVES, value)).toBe(on)
  })
})

describe('a split', () => {
  test.each<[(number | 'pass')[], boolean]>([
    [[], false],
    [[1, 1, 3, 3], true],
    [[1, 3, 3], false],
    [[1, 1, 2.5, 2.5], false],
    [[1, 1, 2, 3, 3], true],
    [[1, 1.5, 1.5, 3, 3], false],
    [['pass', 'pass', 3, 3], false],
  ])('[E6] in %j: %s', (values, split) => {
    const axis = estimateResult(['x'], one(values)).axes['x']
    expect(axis !== undefined && splitOpinion(axis)).toBe(split)
  })
})
