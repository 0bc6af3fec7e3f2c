import { DRAWN_MAX, NAMED_MAX, hemicycleFor, seated } from '@plenary/client/desk/seats'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const rooms = fc.integer({ min: 1, max: DRAWN_MAX })

describe('the hemicycle of the lobby', () => {
  it('[BF6] has as many seats as people and expected people, none on another, all inside', () => {
    fc.assert(
      fc.property(rooms, (count) => {
        const { seats, width, height, lead, size } = hemicycleFor(count)
        expect(seats).toHaveLength(count)
        for (const [index, { x, y }] of [...seats, lead].entries()) {
          expect(x).toBeGreaterThanOrEqual(size / 2)
          expect(x).toBeLessThanOrEqual(width - size / 2)
          expect(y).toBeGreaterThanOrEqual(size / 2)
          expect(y).toBeLessThanOrEqual(height - size / 2)
          for (const other of [...seats, lead].slice(index + 1))
            expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThanOrEqual(size)
        }
      }),
    )
  })

  it('[BF6] fills from the centre outwards', () => {
    fc.assert(
      fc.property(rooms, (count) => {
        const { seats, lead } = hemicycleFor(count)
        const off = seats.map(({ x, y }) => Math.abs(Math.atan2(x - lead.x, lead.y - y)))
        for (const [index, angle] of off.slice(1).entries())
          expect(angle).toBeGreaterThanOrEqual((off[index] ?? 0) - 1e-9)
      }),
    )
  })

  it('[BF6] has one row for five, two with names for sixteen, three above', () => {
    const rows = (count: number) => hemicycleFor(count).radii.length
    expect([rows(1), rows(5), rows(6), rows(NAMED_MAX), rows(NAMED_MAX + 1)]).toEqual([
      1, 1, 2, 2, 3,
    ])
  })
})

it('[BF7] everybody keeps their seat; who is new takes the first free one', () => {
  const three = seated(new Map(), ['ann', 'ben', 'cem'])
  expect([...three]).toEqual([
    ['ann', 0],
    ['ben', 1],
    ['cem', 2],
  ])
  const without = seated(three, ['ann', 'cem'])
  expect([...seated(without, ['ann', 'dee', 'cem', 'eve'])]).toEqual([
    ['ann', 0],
    ['cem', 2],
    ['dee', 1],
    ['eve', 3],
  ])
})
