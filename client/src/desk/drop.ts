/** Where a carried card would land: from rectangles and a point, without React or the page. */
import type { Point } from '@plenary/shared/wall'

/** What rests on a card or group for so long is put onto it, and not beside it. Milliseconds. */
export const RESTS = 450

export const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const
export type Arrow = (typeof ARROWS)[number]

/** In CSS px of the viewport. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** A place that takes cards: a lane, or a section for those in no lane. */
export interface Zone {
  parent: string
  box: Box
  /** One card below the other, or in rows that wrap. */
  flow: 'list' | 'rows'
  /** The cards in it as they stand, in their order; each is measured when it is asked for. */
  readonly cards: Pick<readonly Lying[], 'length' | 'at'>
}

/** A card in its place. */
interface Lying {
  id: string
  box: Box
}

/** In `parent`, before a card; null: at the end. */
export interface Slot {
  parent: string
  before: string | null
}

/** The zone under a point; between zones the nearest one within `reach` px, or null. */
export function zoneAt(zones: readonly Zone[], point: Point, reach = 24): Zone | null {
  let best: { zone: Zone; away: number } | null = null
  for (const zone of zones) {
    const away = distance(zone.box, point)
    if (away <= reach && (best === null || away < best.away)) best = { zone, away }
  }
  return best?.zone ?? null
}

/** Where the card `moving` would land at a point; null when no zone is near. */
export function slotAt(zones: readonly Zone[], point: Point, moving: string): Slot | null {
  const zone = zoneAt(zones, point)
  if (zone === null) return null
  const after = besides(moving, zone, firstAfter(zone, point))
  return { parent: zone.parent, before: after?.id ?? null }
}

/** The card in whose middle half a point lies, other than `moving`: there it is put onto it. Null beside them all. */
export function cardUnder(zones: readonly Zone[], point: Point, moving: string): string | null {
  const zone = zoneAt(zones, point, 0)
  if (zone === null) return null
  const after = firstAfter(zone, point)
  // It is the one that the point is in the first half of, or the one before it.
  for (const at of [after - 1, after]) {
    const card = at < 0 ? undefined : zone.cards.at(at)
    if (card !== undefined && card.id !== moving && distance(middleOf(card.box), point) === 0)
      return card.id
  }
  return null
}

/** Place of the first card that comes behind a point. Cards lie in their order, so that few of them are measured. */
function firstAfter({ cards, flow }: Zone, point: Point): number {
  let [low, high] = [0, cards.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const card = cards.at(middle)
    if (card !== undefined && comesBefore(point, card.box, flow)) high = middle
    else low = middle + 1
  }
  return low
}

function besides(moving: string, { cards }: Zone, from: number): Lying | undefined {
  const at = cards.at(from)?.id === moving ? from + 1 : from
  return at < cards.length ? cards.at(at) : undefined
}

/** Whether landing there changes nothing. `order`: the ids in the card's parent, itself included. */
export function staysPut(
  slot: Slot,
  moving: { id: string; parent: string },
  order: readonly string[],
): boolean {
  if (slot.parent !== moving.parent) return false
  const next = order[order.indexOf(moving.id) + 1] ?? null
  return slot.before === next || slot.before === moving.id
}

/**
 * One place up or down within the zone of a slot; null beyond its ends, and sideways. `order`: the cards of that zone
 * without the carried one.
 */
export function stepWithin(
  { parent, before }: Slot,
  order: readonly string[],
  key: Arrow,
): Slot | null {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return null
  const at = before === null ? order.length : order.indexOf(before)
  const to = key === 'ArrowUp' ? at - 1 : at + 1
  if (at === -1 || to < 0 || to > order.length) return null
  return { parent, before: order[to] ?? null }
}

/** The end of the zone that arrow keys lead to: sideways the neighbour, up and down the nearest in that direction. */
export function zoneTowards(zones: readonly Zone[], from: string | null, key: Arrow): Zone | null {
  const at = zones.findIndex((zone) => zone.parent === from)
  const current = zones[at]
  if (current === undefined) return zones[0] ?? null
  if (key === 'ArrowLeft') return zones[at - 1] ?? current
  if (key === 'ArrowRight') return zones[at + 1] ?? current
  const centre = centreOf(current.box)
  const down = key === 'ArrowDown'
  let best: { zone: Zone; away: number } | null = null
  for (const zone of zones) {
    const to = centreOf(zone.box)
    if (zone === current || (down ? to.y <= centre.y : to.y >= centre.y)) continue
    // Sideways counts more, so that a column is followed before it is left.
    const away = Math.abs(to.y - centre.y) + 2 * Math.abs(to.x - centre.x)
    if (best === null || away < best.away) best = { zone, away }
  }
  return best?.zone ?? current
}

function comesBefore({ x, y }: Point, box: Box, flow: Zone['flow']): boolean {
  if (flow === 'list') return y < box.top + box.height / 2
  return y < box.top || (y <= box.top + box.height && x < box.left + box.width / 2)
}

function middleOf({ left, top, width, height }: Box): Box {
  return { left: left + width / 4, top: top + height / 4, width: width / 2, height: height / 2 }
}

function distance(box: Box, { x, y }: Point): number {
  const dx = Math.max(box.left - x, 0, x - (box.left + box.width))
  const dy = Math.max(box.top - y, 0, y - (box.top + box.height))
  return Math.hypot(dx, dy)
}

function centreOf(box: Box): Point {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}
