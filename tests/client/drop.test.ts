/** Where a carried card lands. */
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Zone } from '@plenary/client/desk/drop'
import { cardUnder, slotAt, staysPut, zoneAt, zoneTowards } from '@plenary/client/desk/drop'

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  width,
  height,
})

/** "Still to place" on the left as a list; two lanes side by side and one below the first, in rows of two. */
const WAITING: Zone = {
  parent: 'section',
  box: box(0, 0, 100, 500),
  flow: 'list',
  cards: [
    { id: 'w1', box: box(0, 50, 100, 40) },
    { id: 'w2', box: box(0, 100, 100, 80) },
    { id: 'w3', box: box(0, 190, 100, 40) },
  ],
}
const LEFT: Zone = {
  parent: 'left',
  box: box(150, 0, 220, 240),
  flow: 'rows',
  cards: [
    { id: 'a', box: box(160, 50, 100, 60) },
    { id: 'b', box: box(265, 50, 100, 60) },
    { id: 'c', box: box(160, 120, 100, 60) },
  ],
}
const RIGHT: Zone = { parent: 'right', box: box(400, 0, 220, 240), flow: 'rows', cards: [] }
const BELOW: Zone = { parent: 'below', box: box(150, 260, 220, 240), flow: 'rows', cards: [] }
const ZONES = [WAITING, LEFT, RIGHT, BELOW]

test.each<[string, number, number, string | null]>([
  ['the middle of a card', 50, 70, 'w1'],
  ['the corner of its middle half', 74, 61, 'w1'],
  ['its upper edge', 50, 55, null],
  ['its left edge', 20, 70, null],
  ['between two cards', 50, 95, null],
  ['the card that moves', 50, 140, null],
  ['beside every zone', 395, 80, null],
])('[HN16] %s (%d, %d) is onto %s', (_, x, y, expected) => {
  expect(cardUnder(ZONES, { x, y }, 'w2')).toBe(expected)
})

describe('slotAt', () => {
  test.each([
    ['above the first of a list', 50, 10, { parent: 'section', before: 'w1' }],
    ['upper half of a card in a list', 50, 139, { parent: 'section', before: 'w2' }],
    ['lower half of a card in a list', 50, 141, { parent: 'section', before: 'w3' }],
    ['below the last of a list', 50, 400, { parent: 'section', before: null }],
    ['above the first row', 300, 20, { parent: 'left', before: 'a' }],
    ['left half of a card in a row', 170, 80, { parent: 'left', before: 'a' }],
    ['right half of a card in a row', 250, 80, { parent: 'left', before: 'b' }],
    ['right half of the last in a row', 360, 80, { parent: 'left', before: 'c' }],
    ['between two rows', 170, 115, { parent: 'left', before: 'c' }],
    ['behind the last card', 320, 150, { parent: 'left', before: null }],
    ['in an empty zone', 500, 100, { parent: 'right', before: null }],
    ['just beside a zone', 390, 100, { parent: 'right', before: null }],
    ['far from every zone', 900, 900, null],
  ])('[B1] %s', (_where, x, y, slot) => {
    expect(slotAt(ZONES, { x, y }, 'moving')).toEqual(slot)
  })

  it('[B1] leaves the carried card itself out of account', () => {
    expect(slotAt(ZONES, { x: 170, y: 80 }, 'a')).toEqual({ parent: 'left', before: 'b' })
    expect(slotAt(ZONES, { x: 50, y: 200 }, 'w3')).toEqual({ parent: 'section', before: null })
  })

  it('[B1] names only zones and cards that are there, and a zone wherever the point is inside one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 700 }),
        fc.integer({ min: -50, max: 600 }),
        fc.constantFrom('w1', 'a', 'c', 'none'),
        (x, y, moving) => {
          const slot = slotAt(ZONES, { x, y }, moving)
          const inside = ZONES.find(
            (zone) =>
              x >= zone.box.left &&
              x <= zone.box.left + zone.box.width &&
              y >= zone.box.top &&
              y <= zone.box.top + zone.box.height,
          )
          if (inside !== undefined) expect(slot?.parent).toBe(inside.parent)
          if (slot === null) return
          const zone = ZONES.find((one) => one.parent === slot.parent)
          expect(zone).toBeDefined()
          if (slot.before !== null) {
            const ids = Array.from(
              { length: zone?.cards.length ?? 0 },
              (_, at) => zone?.cards.at(at)?.id,
            )
            expect(ids).toContain(slot.before)
            expect(slot.before).not.toBe(moving)
          }
        },
      ),
    )
  })
})

it('[B1] of a thousand cards few are measured, and the slot is the same', () => {
  let measured = 0
  const tall = (n: number) => ({
    id: String(n),
    box: { left: 0, top: n * 60, width: 200, height: 50 },
  })
  const zone: Zone = {
    parent: 'long',
    flow: 'list',
    box: { left: 0, top: 0, width: 200, height: 60_000 },
    cards: {
      length: 1_000,
      at(index) {
        measured += 1
        return tall(index)
      },
    },
  }
  for (const n of [0, 1, 499, 500, 998, 999]) {
    measured = 0
    expect(slotAt([zone], { x: 20, y: n * 60 + 10 }, 'moving')?.before).toBe(String(n))
    expect(slotAt([zone], { x: 20, y: n * 60 + 10 }, String(n))?.before).toBe(
      n === 999 ? null : String(n + 1),
    )
    expect(cardUnder([zone], { x: 100, y: n * 60 + 25 }, 'moving')).toBe(String(n))
    expect(cardUnder([zone], { x: 100, y: n * 60 + 5 }, 'moving')).toBe(null)
    expect(measured).toBeLessThan(60)
  }
})

describe('staysPut', () => {
  const order = ['a', 'b', 'c']
  test.each([
    ['before its next one', { parent: 'left', before: 'b' }, 'a', true],
    ['before itself', { parent: 'left', before: 'a' }, 'a', true],
    ['the last at the end', { parent: 'left', before: null }, 'c', true],
    ['the first at the end', { parent: 'left', before: null }, 'a', false],
    ['further down', { parent: 'left', before: 'c' }, 'a', false],
    ['into another parent', { parent: 'right', before: null }, 'c', false],
  ])('[B2] %s', (_what, slot, id, stays) => {
    expect(staysPut(slot, { id, parent: 'left' }, order)).toBe(stays)
  })
})

describe('zoneTowards', () => {
  test.each([
    ['section', 'ArrowRight', 'left'],
    ['left', 'ArrowRight', 'right'],
    ['left', 'ArrowLeft', 'section'],
    ['section', 'ArrowLeft', 'section'],
    ['below', 'ArrowRight', 'below'],
    ['left', 'ArrowDown', 'below'],
    ['below', 'ArrowUp', 'left'],
    ['right', 'ArrowUp', 'right'],
    [null, 'ArrowDown', 'section'],
  ] as const)('[B3] from %s with %s to %s', (from, key, to) => {
    expect(zoneTowards(ZONES, from, key)?.parent).toBe(to)
  })

  it('[B3] has nowhere to go without zones', () => {
    expect(zoneTowards([], null, 'ArrowDown')).toBeNull()
    expect(zoneAt([], { x: 0, y: 0 })).toBeNull()
  })
})
