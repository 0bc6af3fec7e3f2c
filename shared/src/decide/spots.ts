/** Free spots for cards that the server puts on a wall. */
import type { BoardReader } from '../entry.ts'
import { byOrder } from '../order.ts'
import type { Point } from '../wall.ts'
import { freeSpots, spotsOf } from '../wall-spots.ts'

/** `count` spots beside every note of the wall, those included that nobody has placed. */
export function spotsOn(board: BoardReader, section: string, count: number): Point[] {
  const cards = [...board.entries()].filter(
    (entry) => entry.kind === 'card' && entry.parent === section && !entry.removed,
  )
  return freeSpots(spotsOf(cards.sort(byOrder)).values(), count)
}

/** One of them. */
export function spotOn(board: BoardReader, section: string): Point | undefined {
  return spotsOn(board, section, 1)[0]
}
