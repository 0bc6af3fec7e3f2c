/** Where notes stand that nobody has placed, and in which order all of them are read. */
import type { Point, Standing } from './wall.ts'
import {
  HIGHEST_X,
  HIGHEST_Y,
  NOTE_GAP,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  heldOnWall,
  pointOf,
} from './wall.ts'

const STEP_X = NOTE_WIDTH + NOTE_GAP
const STEP_Y = NOTE_HEIGHT + NOTE_GAP
/** Notes that nobody has placed fill rows of this many, then rows further right where the wall is full. */
const IN_A_ROW = 4
const ROWS = Math.floor((HIGHEST_Y - NOTE_GAP) / STEP_Y) + 1
const COLUMNS = Math.floor((HIGHEST_X - NOTE_GAP) / STEP_X) + 1
const CELLS = ROWS * COLUMNS
/** Where the wall is full notes lie on each other, each this much lower and further right. */
const PILE = 12

/** The first free spots in reading order beside notes that stand at these points. */
export function freeSpots(taken: Iterable<Point>, count: number): Point[] {
  const covered = new Set<number>()
  for (const point of taken) for (const cell of cellsUnder(point)) covered.add(cell)
  const spots: Point[] = []
  for (let cell = 0; spots.length < count && cell < CELLS; cell++)
    if (!covered.has(cell)) spots.push(cellAt(cell))
  for (let more = 0; spots.length < count; more++) {
    const { x, y } = cellAt(more % CELLS)
    const off = PILE * (1 + Math.floor(more / CELLS))
    spots.push(heldOnWall({ x: x + off, y: y + off }))
  }
  return spots
}

/** Cells fill the first columns from top to bottom before the next ones are begun. */
function cellAt(cell: number): Point {
  const block = Math.floor(cell / (IN_A_ROW * ROWS))
  const wide = Math.min(IN_A_ROW, COLUMNS - block * IN_A_ROW)
  const left = cell - block * IN_A_ROW * ROWS
  return {
    x: NOTE_GAP + (block * IN_A_ROW + (left % wide)) * STEP_X,
    y: NOTE_GAP + Math.floor(left / wide) * STEP_Y,
  }
}

function cellOf(column: number, row: number): number {
  const block = Math.floor(column / IN_A_ROW)
  const wide = Math.min(IN_A_ROW, COLUMNS - block * IN_A_ROW)
  return block * IN_A_ROW * ROWS + row * wide + (column - block * IN_A_ROW)
}

/** The cells that a note at this point lies on. */
function* cellsUnder({ x, y }: Point): Generator<number> {
  const columns = touched(x, NOTE_WIDTH, STEP_X, COLUMNS)
  const rows = touched(y, NOTE_HEIGHT, STEP_Y, ROWS)
  for (const column of columns) for (const row of rows) yield cellOf(column, row)
}

/** Places along one axis that are touched by what begins at `from`. */
function touched(from: number, size: number, step: number, places: number): number[] {
  const near = Math.floor((from - NOTE_GAP) / step)
  return [near - 1, near, near + 1].filter((at) => {
    const begins = NOTE_GAP + at * step
    return at >= 0 && at < places && from < begins + size && begins < from + size
  })
}

/**
 * Where each card of a wall stands: at its own point, else at a free spot, alike on every screen. In their order. Each
 * has a spot of its own by that order, so that a note that is put elsewhere moves none but the one it covers.
 */
export function spotsOf(cards: readonly (Standing & { id: string })[]): Map<string, Point> {
  const placed = cards.flatMap((card) => pointOf(card) ?? []).map(heldOnWall)
  const covered = new Set(placed.flatMap((point) => [...cellsUnder(point)]))
  const own = cards.map((card, at) =>
    pointOf(card) === undefined && at < CELLS && !covered.has(at) ? cellAt(at) : pointOf(card),
  )
  const lost = own.filter((point) => point === undefined).length
  const free = freeSpots(
    own.flatMap((point) => (point === undefined ? [] : heldOnWall(point))),
    lost,
  )
  return new Map(
    cards.map((card, at) => [card.id, heldOnWall(own[at] ?? free.shift() ?? { x: 0, y: 0 })]),
  )
}

/** Notes as they are read: row by row, each row from the left. Those of one row stand less than half a note apart. */
export function inReadingOrder<T extends Point>(notes: readonly T[]): T[] {
  const rows: T[][] = []
  for (const note of notes.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && note.y - row[0].y < NOTE_HEIGHT / 2) row.push(note)
    else rows.push([note])
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x))
}
