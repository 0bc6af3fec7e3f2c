import { ORDER_KEY_MAX } from '@plenary/shared/kinds'
import type { Ordered } from '@plenary/shared/order'
import { byOrder, isOrderKey, keyBetween, keysAfter } from '@plenary/shared/order'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

/** The first and the last key that somebody might send. */
const FIRST = `A${'0'.repeat(25)}1`
const LAST = `z${'z'.repeat(ORDER_KEY_MAX - 1)}`

const ordered: fc.Arbitrary<Ordered> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  order: fc.constantFrom('a0', 'a0V', 'a1', 'Zz'),
})

/** Keys as people make them: each between two neighbours of a growing list. */
const keys = fc.array(fc.nat(), { minLength: 1, maxLength: 60 }).map((places) => {
  const list: string[] = []
  for (const place of places) {
    const at = place % (list.length + 1)
    list.splice(at, 0, keyBetween(list[at - 1] ?? null, list[at] ?? null))
  }
  return list
})

describe('sorting', () => {
  it('[O1] by key, then by id, is the same on every machine', () => {
    fc.assert(
      fc.property(fc.array(ordered), (list) => {
        expect(list.toReversed().toSorted(byOrder)).toEqual(list.toSorted(byOrder))
      }),
    )
  })

  it('[O1] is by code units, not by language', () => {
    const list = ['a1', 'Zz', 'a0V', 'a0'].map((order) => ({ id: 'x', order }))
    expect(list.toSorted(byOrder).map((one) => one.order)).toEqual(['Zz', 'a0', 'a0V', 'a1'])
  })
})

describe('a new key', () => {
  it('[O2] stands strictly between its neighbours', () => {
    fc.assert(
      fc.property(keys, (list) => {
        expect(list).toEqual(list.toSorted())
        expect(new Set(list).size).toBe(list.length)
        expect(list.every(isOrderKey)).toBe(true)
      }),
    )
  })

  it('[O3] next to equal or turned neighbours stands after the first', () => {
    fc.assert(
      fc.property(keys, fc.nat(), fc.nat(), (list, a, b) => {
        const [left, right] = [list[a % list.length] ?? '', list[b % list.length] ?? '']
        const key = keyBetween(left, right)
        expect(key > left).toBe(true)
        expect(isOrderKey(key)).toBe(true)
        if (left < right) expect(key < right).toBe(true)
      }),
    )
  })

  it('[O4] never grows past its limit, however often somebody inserts at the same spot', () => {
    const right = 'a1'
    let left = 'a0'
    for (let n = 0; n < 1_000; n += 1) {
      const key = keyBetween(left, right)
      expect(key > left).toBe(true)
      expect(key.length).toBeLessThanOrEqual(ORDER_KEY_MAX)
      expect(isOrderKey(key)).toBe(true)
      left = key
    }
  })

  it('[O4] never grows past its limit to the left either', () => {
    let right = 'a1'
    for (let n = 0; n < 1_000; n += 1) {
      right = keyBetween('a0', right)
      expect(right > 'a0').toBe(true)
      expect(right.length).toBeLessThanOrEqual(ORDER_KEY_MAX)
      expect(isOrderKey(right)).toBe(true)
    }
  })

  it('[O5] is one that holds, whatever the neighbours are', () => {
    const any = fc.option(
      fc.oneof(fc.string(), fc.constantFrom('a', 'a00', '!', 'zz', 'A0', FIRST, LAST)),
    )
    fc.assert(
      fc.property(any, any, (left, right) => {
        expect(isOrderKey(keyBetween(left, right))).toBe(true)
        expect(keysAfter(left, 3).every(isOrderKey)).toBe(true)
      }),
    )
  })
})

describe('keys in a row', () => {
  it('[O2] all stand after the left one, in order', () => {
    fc.assert(
      fc.property(fc.option(keys), fc.nat(200), (list, count) => {
        const left = list?.at(-1) ?? null
        const row = keysAfter(left, count)
        expect(row).toHaveLength(count)
        expect(row).toEqual([...new Set(row)].toSorted())
        expect(row.every((key) => isOrderKey(key) && (left === null || key > left))).toBe(true)
      }),
    )
  })
})

describe('a key from outside', () => {
  test.each([
    ['a0', true],
    ['Zz', true],
    ['a0V', true],
    [FIRST, true],
    [LAST, true],
    ['', false],
    ['a', false],
    ['a00', false],
    ['a0/b', false],
    ['a0,b', false],
    ['é0', false],
    [`a0${'V'.repeat(ORDER_KEY_MAX - 2)}`, true],
    [`a0${'V'.repeat(ORDER_KEY_MAX - 1)}`, false],
  ])('[O5] %j holds: %s', (key, holds) => {
    expect(isOrderKey(key)).toBe(holds)
  })
})
