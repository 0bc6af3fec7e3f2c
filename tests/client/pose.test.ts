/** Where the board lies behind its window, as values. */
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Area, Insets, Pose } from '@plenary/client/surface/pose'
import {
  FIT_READABLE,
  ZOOM_MAX,
  ZOOM_MIN,
  edgeSpeed,
  fitted,
  kept,
  overview,
  shows,
  toBoard,
  toWindow,
  zoomedAt,
} from '@plenary/client/surface/pose'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const poses: fc.Arbitrary<Pose> = fc.record({
  x: number(-9_000, 9_000),
  y: number(-9_000, 9_000),
  k: number(ZOOM_MIN, ZOOM_MAX),
})
const points = fc.record({ x: number(0, 2_000), y: number(0, 1_200) })
const windows = fc.record({ width: number(500, 2_500), height: number(400, 1_500) })
const sections: fc.Arbitrary<Area> = fc.record({
  left: number(0, 5_000),
  top: number(0, 2_000),
  width: number(300, 4_000),
  height: number(180, 40_000),
})
const INSETS: Insets = { top: 24, right: 32, bottom: 92, left: 32 }

describe('zoom', () => {
  it('[SF1] keeps the point under the pointer and its bounds', () => {
    fc.assert(
      fc.property(poses, points, number(0.01, 9), (pose, at, to) => {
        const next = zoomedAt(pose, at, to)
        const [before, after] = [toBoard(pose, at), toBoard(next, at)]
        expect(after.x).toBeCloseTo(before.x, 3)
        expect(after.y).toBeCloseTo(before.y, 3)
        expect(next.k).toBeGreaterThanOrEqual(ZOOM_MIN)
        expect(next.k).toBeLessThanOrEqual(ZOOM_MAX)
      }),
    )
  })
})

describe('fit', () => {
  it('[SF2] begins at the upper left of the section and is never too small to read', () => {
    fc.assert(
      fc.property(sections, windows, (section, window) => {
        const pose = fitted(section, window, INSETS)
        const corner = toWindow(pose, { x: section.left, y: section.top })
        expect(corner.y).toBeCloseTo(INSETS.top, 3)
        expect(corner.x).toBeGreaterThanOrEqual(INSETS.left - 0.001)
        expect(pose.k).toBeGreaterThanOrEqual(FIT_READABLE)
        expect(pose.k).toBeLessThanOrEqual(1.25)
      }),
    )
  })

  test.each([
    ['is shown whole where it fits', { width: 1_104, height: 792 }, 760, 1_040 / 1_200],
    [
      'gives way a little where it is a little too high',
      { width: 1_104, height: 700 },
      760,
      584 / 760,
    ],
    [
      'is shown by its width where it is far too high',
      { width: 1_104, height: 792 },
      4_000,
      1_040 / 1_200,
    ],
    ['is cut off rather than unreadable', { width: 700, height: 700 }, 760, FIT_READABLE],
    ['is not blown up to be cut off', { width: 1_440, height: 792 }, 4_000, 1],
    ['is not blown up', { width: 3_000, height: 2_000 }, 760, 1.25],
  ])('[SF2] a section of 1,200 units %s', (_how, window, height, k) => {
    const pose = fitted({ left: 0, top: 0, width: 1_200, height }, window, INSETS)
    expect(pose.k).toBeCloseTo(k, 3)
  })

  it('[SF2] an overview has all of the board between the tools, where that is not farther than 20 %', () => {
    const board = { left: 0, top: 0, width: 3_000, height: 1_200 }
    const pose = overview(board, { width: 1_104, height: 792 }, INSETS)
    const end = toWindow(pose, { x: 3_000, y: 1_200 })
    expect(end.x).toBeLessThanOrEqual(1_104 - INSETS.right + 0.001)
    expect(end.y).toBeLessThanOrEqual(792 - INSETS.bottom + 0.001)
  })
})

it('[SF3] some of the board stays in the window', () => {
  const board = { left: 0, top: 0, width: 2_000, height: 1_000 }
  fc.assert(
    fc.property(poses, windows, (pose, window) => {
      const { x, y, k } = kept(pose, window, board)
      expect(k).toBe(pose.k)
      expect(x).toBeLessThanOrEqual(window.width - 80)
      expect(y).toBeLessThanOrEqual(window.height - 80)
      expect(x + board.width * k).toBeGreaterThanOrEqual(80)
      expect(y + board.height * k).toBeGreaterThanOrEqual(80)
    }),
  )
})

test.each([
  ['in the middle', 500, 400, 0, 0],
  ['at the left edge', 0, 400, 900, 0],
  ['half in the band at the right', 976, 400, -450, 0],
  ['in a corner', 1_000, 800, -900, -900],
  ['beyond the upper edge', 500, -20, 0, 900],
])('[SF4] %s', (_where, x, y, dx, dy) => {
  const speed = edgeSpeed({ x, y }, { width: 1_000, height: 800 })
  expect(speed.x).toBeCloseTo(dx)
  expect(speed.y).toBeCloseTo(dy)
})

test.each([
  ['wholly in the window', { x: 0, y: 0, k: 0.5 }, true],
  ['filling the window', { x: -400, y: -300, k: 3 }, true],
  ['mostly outside', { x: -1_000, y: 0, k: 1 }, false],
  ['outside', { x: -5_000, y: 0, k: 1 }, false],
])('[SF9] a section %s', (_where, pose, is) => {
  const section = { left: 0, top: 0, width: 1_200, height: 760 }
  expect(shows(pose, section, { width: 1_104, height: 792 })).toBe(is)
})
