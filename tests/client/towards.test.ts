/** Arrow keys lead from card to card. */
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Arrow } from '@plenary/client/desk/drop'
import { nextTowards } from '@plenary/client/desk/towards'

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  width,
  height,
})

/** A list on the left; two lanes beside it, the first with two cards in a row and one below. */
const CARDS = {
  w1: box(0, 50, 100, 40),
  w2: box(0, 100, 100, 80),
  a: box(160, 50, 100, 60),
  b: box(265, 50, 100, 60),
  c: box(160, 120, 100, 60),
  far: box(500, 400, 100, 60),
} as const
type Name = keyof typeof CARDS
const NAMES: readonly string[] = Object.keys(CARDS)
const BOXES = Object.values(CARDS)
const ARROWS: readonly Arrow[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

const OPPOSITE: Record<Arrow, Arrow> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
  ArrowUp: 'ArrowDown',
  ArrowDown: 'ArrowUp',
}

describe('nextTowards', () => {
  test.each<[Name, Arrow, Name | null]>([
    ['w1', 'ArrowDown', 'w2'],
    ['w2', 'ArrowUp', 'w1'],
    ['w1', 'ArrowRight', 'a'],
    ['a', 'ArrowRight', 'b'],
    ['b', 'ArrowLeft', 'a'],
    ['a', 'ArrowLeft', 'w1'],
    ['a', 'ArrowDown', 'c'],
    ['c', 'ArrowLeft', 'w2'],
    ['b', 'ArrowDown', 'c'],
    ['far', 'ArrowUp', 'b'],
    ['w1', 'ArrowUp', null],
    ['w1', 'ArrowLeft', null],
    ['far', 'ArrowDown', null],
  ])('[KB2] from %s by %s to %s', (from, arrow, to) => {
    expect(NAMES[nextTowards(BOXES, CARDS[from], arrow)] ?? null).toBe(to)
  })

  it('[KB2] never stays, and never goes back the way it came from', () => {
    const side = fc.integer({ min: 1, max: 300 })
    const place = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, place, side, side), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...ARROWS),
        (sides, arrow) => {
          const boxes = sides.map(([left, top, width, height]) => box(left, top, width, height))
          const [from = box(0, 0, 1, 1)] = boxes
          const to = boxes[nextTowards(boxes, from, arrow)]
          if (to === undefined) return
          expect(to).not.toBe(from)
          expect(nextTowards([to], from, OPPOSITE[arrow])).toBe(-1)
        },
      ),
    )
  })
})
