/** Where things lie on a wall, from points alone: snapping, nearness, hulls, lines, and how far the wall is drawn. */
import type { Point } from '@plenary/shared/wall'
import {
  HIGHEST_X,
  HIGHEST_Y,
  NOTE_GAP,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  WALL_HEIGHT,
  WALL_WIDTH,
  heldOnWall,
} from '@plenary/shared/wall'

/** A note this near to a line of another one snaps to it; board units. */
const SNAP = 6
/** Notes further away than this do not draw anything to themselves. */
const NEIGHBOUR = 600
/** Notes with so little between them look as if they belonged together. */
const NEAR = 16
/** Around the cards of a group, and above them for its name. */
const HULL = 12
const HULL_HEAD = 40
/** Kept free beside the outermost notes, so that there is always room for one more. */
const ROOM = NOTE_WIDTH + 2 * NOTE_GAP

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

interface Snapped {
  point: Point
  /** Lines that it snapped to; null: none. */
  guides: { x: number | null; y: number | null }
}

function nearest(value: number, lines: readonly number[]): number | null {
  let best: number | null = null
  for (const line of lines) {
    const away = Math.abs(line - value)
    if (away <= SNAP && (best === null || away < Math.abs(best - value))) best = line
  }
  return best
}

/** Along one axis: level with another note (all edges and the middle fall together), or beside it, with the gap or without. */
function linesBeside(at: number, size: number): number[] {
  return [at, at - size - NOTE_GAP, at + size + NOTE_GAP, at - size, at + size]
}

/** A note that is carried to `point`, drawn lightly to its neighbours. */
export function snapped(point: Point, others: Iterable<Point>): Snapped {
  const near = [...others].filter(
    (one) => Math.abs(one.x - point.x) <= NEIGHBOUR && Math.abs(one.y - point.y) <= NEIGHBOUR,
  )
  const held = heldOnWall(point)
  const x = nearest(
    held.x,
    near.flatMap((one) => linesBeside(one.x, NOTE_WIDTH)),
  )
  const y = nearest(
    held.y,
    near.flatMap((one) => linesBeside(one.y, NOTE_HEIGHT)),
  )
  const at = heldOnWall({ x: x ?? held.x, y: y ?? held.y })
  return {
    point: at,
    guides: { x: at.x === x ? x : null, y: at.y === y ? y : null },
  }
}

function boxOf({ x, y }: Point): Box {
  return { left: x, top: y, width: NOTE_WIDTH, height: NOTE_HEIGHT }
}

/** How far notes can be moved together, so that they keep their shape and all stay on the wall. */
export function keptOnWall(notes: readonly Point[], by: Point): Point {
  const within = (of: 'x' | 'y', most: number) => {
    const all = notes.map((at) => at[of])
    return Math.round(Math.min(most - Math.max(...all), Math.max(-Math.min(...all), by[of])))
  }
  return { x: within('x', HIGHEST_X), y: within('y', HIGHEST_Y) }
}

/** Whether a point lies in the middle half of a note. */
export function isOnMiddle({ x, y }: Point, note: Point): boolean {
  const [dx, dy] = [x - note.x - NOTE_WIDTH / 2, y - note.y - NOTE_HEIGHT / 2]
  return Math.abs(dx) <= NOTE_WIDTH / 4 && Math.abs(dy) <= NOTE_HEIGHT / 4
}

/** What a free stretch lies between two notes; 0 where they touch or overlap. */
function between(a: Point, b: Point): number {
  const dx = Math.max(0, Math.abs(a.x - b.x) - NOTE_WIDTH)
  const dy = Math.max(0, Math.abs(a.y - b.y) - NOTE_HEIGHT)
  return Math.max(dx, dy)
}

/** Clusters of two notes and more that look as if they belonged together, as indices. */
export function clusters(notes: readonly Point[]): number[][] {
  const found: number[][] = []
  const left = new Set(notes.keys())
  for (const start of notes.keys()) {
    if (!left.delete(start)) continue
    const cluster = [start]
    for (let at = 0; at < cluster.length; at++) {
      const one = notes[cluster[at] ?? -1]
      if (one === undefined) continue
      for (const other of left) {
        const next = notes[other]
        if (next === undefined || between(one, next) > NEAR) continue
        left.delete(other)
        cluster.push(other)
      }
    }
    if (cluster.length >= 2) found.push(cluster)
  }
  return found
}

/** The smallest box around notes. */
export function around(notes: readonly Point[]): Box {
  const left = Math.min(...notes.map(({ x }) => x))
  const top = Math.min(...notes.map(({ y }) => y))
  const right = Math.max(...notes.map(({ x }) => x + NOTE_WIDTH))
  const bottom = Math.max(...notes.map(({ y }) => y + NOTE_HEIGHT))
  return { left, top, width: right - left, height: bottom - top }
}

/** The box that shows notes as a group, with room for its name above them. */
export function hullOf(notes: readonly Point[], head = HULL_HEAD): Box {
  const { left, top, width, height } = around(notes)
  return {
    left: left - HULL,
    top: top - head,
    width: width + 2 * HULL,
    height: height + head + HULL,
  }
}

/** A spot beside a note for the next one: to its right, else below, on no other note. */
export function beside(from: Point, taken: Iterable<Point>): Point {
  const others = [...taken]
  const free = (at: Point) =>
    others.every(
      (one) => Math.abs(one.x - at.x) >= NOTE_WIDTH || Math.abs(one.y - at.y) >= NOTE_HEIGHT,
    )
  const right = { x: from.x + NOTE_WIDTH + NOTE_GAP, y: from.y }
  for (const at of [right, { x: from.x, y: from.y + NOTE_HEIGHT + NOTE_GAP }]) {
    const held = heldOnWall(at)
    if (held.x === at.x && held.y === at.y && free(at)) return at
  }
  for (let at = right; ; at = { x: at.x + NOTE_WIDTH + NOTE_GAP, y: at.y }) {
    const held = heldOnWall(at)
    if (held.x !== at.x) break
    if (free(at)) return at
  }
  return heldOnWall({ x: from.x + NOTE_GAP, y: from.y + NOTE_GAP })
}

export interface Line {
  from: Point
  to: Point
}

/** A straight line from the edge of one note to the edge of another; null where they lie on each other. */
export function lineBetween(a: Point, b: Point): Line | null {
  if (between(a, b) === 0 && Math.abs(a.x - b.x) < NOTE_WIDTH && Math.abs(a.y - b.y) < NOTE_HEIGHT)
    return null
  const [from, to] = [middleOf(a), middleOf(b)]
  return { from: edgeTowards(from, to, 2), to: edgeTowards(to, from, 6) }
}

function middleOf(at: Point): Point {
  const { left, top, width, height } = boxOf(at)
  return { x: left + width / 2, y: top + height / 2 }
}

/** Where the line from the middle of a note towards another point leaves the note, a little outside. */
function edgeTowards(middle: Point, to: Point, outside: number): Point {
  const dx = to.x - middle.x
  const dy = to.y - middle.y
  const across = dx === 0 ? Infinity : (NOTE_WIDTH / 2 + outside) / Math.abs(dx)
  const along = dy === 0 ? Infinity : (NOTE_HEIGHT / 2 + outside) / Math.abs(dy)
  const share = Math.min(across, along)
  return { x: middle.x + dx * share, y: middle.y + dy * share }
}

/** How far the wall is drawn: as far as its notes reach and one note more, never beyond its end. */
export function extentOf(notes: Iterable<Point>, room = ROOM): { width: number; height: number } {
  let [width, height] = [0, 0]
  for (const { x, y } of notes) {
    width = Math.max(width, x + NOTE_WIDTH)
    height = Math.max(height, y + NOTE_HEIGHT)
  }
  return { width: Math.min(WALL_WIDTH, width + room), height: Math.min(WALL_HEIGHT, height + room) }
}
