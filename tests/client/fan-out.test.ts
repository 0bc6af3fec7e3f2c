import type { Spot } from '@plenary/client/look/fan-out'
import { NAME_HEIGHT, fanOut } from '@plenary/client/look/fan-out'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

const FIELD = { left: 0, top: 0, right: 400, bottom: 400 }
const spot = (x: number, y: number, radius = 15, name = 60): Spot => ({ x, y, radius, name })

function overlaps(spots: readonly Spot[], centres: readonly { x: number; y: number }[]): number {
  let count = 0
  for (const [i, one] of spots.entries())
    for (const [j, other] of spots.entries()) {
      const a = centres[i]
      const b = centres[j]
      if (i >= j || a === undefined || b === undefined) continue
      const wide = Math.max(one.radius, one.name / 2) + Math.max(other.radius, other.name / 2)
      const [upper, lower] = a.y <= b.y ? [one, other] : [other, one]
      const high = upper.radius + NAME_HEIGHT + lower.radius
      if (Math.abs(a.x - b.x) < wide && Math.abs(a.y - b.y) < high) count++
    }
  return count
}

it('[EV15] bubbles with room stay where they belong', () => {
  expect(fanOut([spot(100, 100), spot(300, 300)], FIELD)).toEqual([
    { x: 100, y: 100 },
    { x: 300, y: 300 },
  ])
})

it('[EV15] bubbles and names on one spot come apart, inside the picture, the same way each time', () => {
  const point = fc.constantFrom(60, 130, 200, 270, 340)
  const spots = fc.array(
    fc.tuple(point, point, fc.integer({ min: 12, max: 26 }), fc.integer({ min: 30, max: 90 })),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(spots, (list) => {
      const all = list.map(([x, y, radius, name]) => spot(x, y, radius, name))
      const centres = fanOut(all, FIELD)
      expect(fanOut(all, FIELD)).toEqual(centres)
      expect(overlaps(all, centres)).toBe(0)
      for (const [at, { x, y }] of centres.entries()) {
        const { radius = 0, name = 0 } = all[at] ?? {}
        expect(x - Math.max(radius, name / 2)).toBeGreaterThanOrEqual(FIELD.left)
        expect(x + Math.max(radius, name / 2)).toBeLessThanOrEqual(FIELD.right)
        expect(y - radius).toBeGreaterThanOrEqual(FIELD.top)
        expect(y + radius + NAME_HEIGHT).toBeLessThanOrEqual(FIELD.bottom)
      }
    }),
  )
})
