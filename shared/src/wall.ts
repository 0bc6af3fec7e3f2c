/** A wall: cards stand at points of it, in whole board units. The point of a card is that of its upper left corner. */

/** How far a wall reaches, in board units, which are CSS pixels at 100 %. */
export const WALL_WIDTH = 4_000
export const WALL_HEIGHT = 3_000
/** Every note is as large as every other; longer words fold. */
export const NOTE_WIDTH = 200
export const NOTE_HEIGHT = 144
/** Between notes that nobody has placed, and around them. */
export const NOTE_GAP = 24

export interface Point {
  x: number
  y: number
}

/** What may have a point. */
export interface Standing {
  readonly x?: number
  readonly y?: number
}

/** The furthest point at which a note may stand. */
export const HIGHEST_X = WALL_WIDTH - NOTE_WIDTH
export const HIGHEST_Y = WALL_HEIGHT - NOTE_HEIGHT

/** The point of an entry; undefined where nobody has placed it. */
export function pointOf({ x, y }: Standing): Point | undefined {
  return x === undefined || y === undefined ? undefined : { x, y }
}

/** Whether a note may stand there: whole units, and all of it on the wall. */
export function isOnWall({ x, y }: Point): boolean {
  return (
    Number.isInteger(x) &&
    Number.isInteger(y) &&
    x >= 0 &&
    y >= 0 &&
    x <= HIGHEST_X &&
    y <= HIGHEST_Y
  )
}

/** The nearest point at which a note may stand. */
export function heldOnWall({ x, y }: Point): Point {
  return { x: within(x, HIGHEST_X), y: within(y, HIGHEST_Y) }
}

function within(value: number, most: number): number {
  // Never minus zero, which is printed alike and compared otherwise.
  return Math.min(most, Math.max(0, Math.round(value))) + 0
}
