/** Where things lie on a wall: snapping, nearness, hulls, lines, the next note. */
import {
  around,
  beside,
  clusters,
  extentOf,
  hullOf,
  lineBetween,
  snapped,
} from '@plenary/client/desk/wall-geometry'
import type { Point } from '@plenary/shared/wall'
import { NOTE_HEIGHT, NOTE_WIDTH, WALL_HEIGHT, WALL_WIDTH, isOnWall } from '@plenary/shared/wall'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const point: fc.Arbitrary<Point> = fc.record({
  x: fc.integer({ min: 0, max: WALL_WIDTH - NOTE_WIDTH }),
  y: fc.integer({ min: 0, max: WALL_HEIGHT - NOTE_HEIGHT }),
})
const anywhere: fc.Arbitrary<Point> = fc.record({
  x: fc.double({ min: -9_000, max: 9_000, noNaN: true }),
  y: fc.double({ min: -9_000, max: 9_000, noNaN: true }),
})
const free = (a: Point, b: Point) =>
  Math.abs(a.x - b.x) >= NOTE_WIDTH || Math.abs(a.y - b.y) >= NOTE_HEIGHT

describe('snapping', () => {
  const other = { x: 1_000, y: 1_000 }
  test.each<[string, Point, Point, { x: number | null; y: number | null }]>([
    [
      'level with the edge of another',
      { x: 1_006, y: 1_400 },
      { x: 1_000, y: 1_400 },
      { x: 1_000, y: null },
    ],
    ['not 7 units beside it', { x: 1_007, y: 1_400 }, { x: 1_007, y: 1_400 }, { x: null, y: null }],
    ['beside it, with a gap', { x: 1_220, y: 997 }, { x: 1_224, y: 1_000 }, { x: 1_224, y: 1_000 }],
    ['against it', { x: 1_203, y: 1_050 }, { x: 1_200, y: 1_050 }, { x: 1_200, y: null }],
    ['below it', { x: 700, y: 1_170 }, { x: 700, y: 1_168 }, { x: null, y: 1_168 }],
    [
      'to nothing that is far away',
      { x: 1_000, y: 1_900 },
      { x: 1_000, y: 1_900 },
      { x: null, y: null },
    ],
  ])('[FW9] %s', (_name, at, to, guides) => {
    expect(snapped(at, [other])).toEqual({ point: to, guides })
  })

  it('[FW9] moves a note by at most 6 units, never off the wall, and says only lines it stands on', () => {
    fc.assert(
      fc.property(anywhere, fc.array(point, { maxLength: 8 }), (at, others) => {
        const { point: to, guides } = snapped(at, others)
        expect(isOnWall(to)).toBe(true)
        const held = snapped(at, []).point
        expect(Math.abs(to.x - held.x)).toBeLessThanOrEqual(6)
        expect(Math.abs(to.y - held.y)).toBeLessThanOrEqual(6)
        if (guides.x !== null) expect(guides.x).toBe(to.x)
        if (guides.y !== null) expect(guides.y).toBe(to.y)
      }),
    )
  })
})

describe('nearness', () => {
  test.each<[string, Point[], number[][]]>([
    ['one note', [{ x: 0, y: 0 }], []],
    [
      '16 units apart',
      [
        { x: 0, y: 0 },
        { x: 216, y: 0 },
      ],
      [[0, 1]],
    ],
    [
      '17 units apart',
      [
        { x: 0, y: 0 },
        { x: 217, y: 0 },
      ],
      [],
    ],
    [
      'on each other',
      [
        { x: 0, y: 0 },
        { x: 10, y: 10 },
      ],
      [[0, 1]],
    ],
    [
      'corner to corner',
      [
        { x: 0, y: 0 },
        { x: 210, y: 150 },
      ],
      [[0, 1]],
    ],
    [
      'a chain, and two apart from it',
      [
        { x: 0, y: 0 },
        { x: 1_000, y: 0 },
        { x: 210, y: 0 },
        { x: 1_000, y: 150 },
        { x: 420, y: 0 },
      ],
      [
        [0, 2, 4],
        [1, 3],
      ],
    ],
    [
      'as notes stand that nobody has placed',
      [
        { x: 24, y: 24 },
        { x: 248, y: 24 },
        { x: 24, y: 192 },
      ],
      [],
    ],
  ])('[FW13] %s', (_name, notes, found) => {
    expect(clusters(notes)).toEqual(found)
  })

  it('[FW13] puts no note into two clusters', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (notes) => {
        const all = clusters(notes).flat()
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })
})

it('[FW9] a hull is around all of its notes, with room for a name', () => {
  const notes = [
    { x: 100, y: 100 },
    { x: 400, y: 300 },
  ]
  expect(around(notes)).toEqual({ left: 100, top: 100, width: 500, height: 344 })
  expect(hullOf(notes)).toEqual({ left: 88, top: 60, width: 524, height: 396 })
})

describe('the next note', () => {
  it('[FW8] stands on the wall, on no other note, to the right or below where there is room', () => {
    expect(beside({ x: 100, y: 100 }, [{ x: 100, y: 100 }])).toEqual({ x: 324, y: 100 })
    expect(
      beside({ x: 100, y: 100 }, [
        { x: 100, y: 100 },
        { x: 400, y: 20 },
      ]),
    ).toEqual({ x: 100, y: 268 })
    fc.assert(
      fc.property(point, fc.array(point, { maxLength: 6 }), (from, taken) => {
        const next = beside(from, taken)
        expect(isOnWall(next)).toBe(true)
        const crowded = { x: from.x + 24, y: from.y + 24 }
        const pushed =
          next.x === Math.min(crowded.x, WALL_WIDTH - NOTE_WIDTH) &&
          next.y === Math.min(crowded.y, WALL_HEIGHT - NOTE_HEIGHT)
        expect(pushed || taken.every((one) => free(one, next))).toBe(true)
      }),
    )
  })
})

it('[FW11] a line leads from edge to edge, and is not drawn between notes that lie on each other', () => {
  expect(lineBetween({ x: 0, y: 0 }, { x: 400, y: 0 })).toEqual({
    from: { x: 202, y: 72 },
    to: { x: 394, y: 72 },
  })
  expect(lineBetween({ x: 0, y: 0 }, { x: 50, y: 50 })).toBeNull()
})

it('[FW2] the wall is drawn as far as its notes and one more, never beyond its end', () => {
  expect(extentOf([])).toEqual({ width: 248, height: 248 })
  expect(extentOf([{ x: 1_000, y: 500 }])).toEqual({ width: 1_448, height: 892 })
  expect(extentOf([{ x: 3_800, y: 2_856 }])).toEqual({ width: WALL_WIDTH, height: WALL_HEIGHT })
})
