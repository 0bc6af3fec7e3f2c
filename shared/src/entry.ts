/** A plain value of what stands on the board: a card, lane, group, connector, action, note or field. */
import type { Kind } from './kinds.ts'
import { CARD_ID_LENGTH } from './kinds.ts'
import type { Point } from './wall.ts'

export interface Place {
  /** A lane or a section. */
  parent: string
  order: string
  /** On a wall. */
  point?: Point
}

export interface Entry {
  readonly id: string
  readonly kind: Kind
  readonly text: string
  readonly parent: string
  readonly order: string
  readonly removed: boolean
  /** Where somebody has placed it on a wall. */
  readonly x?: number
  readonly y?: number
  /** Absent on cards without a name, lanes, groups and fields. */
  readonly by?: string
  readonly group?: string
  readonly talk?: string
  readonly owner?: string
  readonly due?: string
  readonly ticket?: string
  readonly status?: string
  readonly from?: string
  readonly to?: string
}

/** `<parentId>/<orderKey>` and on a wall `/<x>,<y>`; null when it is none of these. */
export function parsePlace(place: string): Place | null {
  // Read for every entry that is looked at: nothing is split that need not be.
  const first = place.indexOf('/')
  if (first <= 0) return null
  const parent = place.slice(0, first)
  const second = place.indexOf('/', first + 1)
  if (second < 0) return { parent, order: place.slice(first + 1) }
  const order = place.slice(first + 1, second)
  const point = place.slice(second + 1)
  const [x = 0, y = 0] = point.split(',').map((part) => Number(part) | 0)
  return `${x},${y}` === point ? { parent, order, point: { x, y } } : null
}

export function placeAt(parent: string, order: string, point?: Point): string {
  return `${parent}/${order}${point === undefined ? '' : `/${point.x},${point.y}`}`
}

/** The place of an entry as it is written. */
export function placeOf({
  parent,
  order,
  x,
  y = 0,
}: Pick<Entry, 'parent' | 'order' | 'x' | 'y'>): string {
  return placeAt(parent, order, x === undefined ? x : { x, y })
}

export function isEntryId(id: string): boolean {
  return id.length === CARD_ID_LENGTH && /^[A-Za-z0-9_-]+$/.test(id)
}

/** What rules ask of a board; the server and the client both can give it. */
export interface BoardReader {
  entry(id: string): Entry | null
  entries(): Iterable<Entry>
  /** The last order key under a parent, removed entries included; null when it is empty. */
  lastOrder(parent: string): string | null
  /** Entries there are, removed ones included. */
  readonly size: number
}

/** Whether a card is marked to be talked about: whoever moves it elsewhere has answered the mark. */
export function isToTalkAbout({ talk, parent }: Pick<Entry, 'talk' | 'parent'>): boolean {
  return talk === parent
}

/** The section an entry stands in: its parent, or the section of its lane. Unknown lanes have none. */
export function sectionOfEntry(board: Pick<BoardReader, 'entry'>, entry: Entry): string {
  const parent = board.entry(entry.parent)
  return parent === null ? entry.parent : parent.parent
}

/** The lane a card stands in; null when it is still to place. */
export function laneOf(board: Pick<BoardReader, 'entry'>, entry: Entry): Entry | null {
  const parent = board.entry(entry.parent)
  return parent !== null && parent.kind === 'lane' && !parent.removed ? parent : null
}
