/** From one card to the next by arrow keys: which box lies that way, from rectangles alone. */
import type { KeyboardEvent } from 'react'
import { ARROWS } from './drop.ts'
import type { Arrow, Box } from './drop.ts'

/** Index of the box that lies nearest that way; -1: none. What stands straight ahead comes before what stands aside. */
export function nextTowards(boxes: readonly Box[], from: Box, arrow: Arrow): number {
  let best = { at: -1, away: Infinity }
  for (const [at, box] of boxes.entries()) {
    const away = distanceTo(turned(box, arrow), turned(from, arrow))
    if (away !== null && away < best.away) best = { at, away }
  }
  return best.at
}

/** Moves the focus among the cards of the board; returns whether there was one that way. */
export function focusTowards({ key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  const arrow = ARROWS.find((one) => one === key)
  if (arrow === undefined) return false
  const cards = [...document.querySelectorAll<HTMLElement>('main [data-card][tabindex="0"]')]
  const boxes = cards.map((card) => card.getBoundingClientRect())
  const to = cards[nextTowards(boxes, currentTarget.getBoundingClientRect(), arrow)]
  to?.focus()
  return to !== undefined
}

interface Turned {
  /** Along the arrow, growing in its direction. */
  near: number
  far: number
  /** Across it. */
  low: number
  high: number
}

/** As if every arrow pointed the same way. */
function turned({ left, top, width, height }: Box, arrow: Arrow): Turned {
  const x: [number, number] = [left, left + width]
  const y: [number, number] = [top, top + height]
  const [along, across] = arrow === 'ArrowLeft' || arrow === 'ArrowRight' ? [x, y] : [y, x]
  const back = arrow === 'ArrowLeft' || arrow === 'ArrowUp'
  return {
    near: back ? -along[1] : along[0],
    far: back ? -along[0] : along[1],
    low: across[0],
    high: across[1],
  }
}

/** Null where it does not lie that way. */
function distanceTo(box: Turned, from: Turned): number | null {
  if (box.near <= (from.near + from.far) / 2) return null
  const ahead = Math.max(0, box.near - from.far)
  const aside = Math.max(0, box.low - from.high, from.low - box.high)
  // Among those straight ahead the one that lines up best.
  const skew = Math.abs(box.low + box.high - from.low - from.high) / 2
  return ahead + 3 * aside + skew / 10
}
