/** Bubbles with their names that lie on each other are moved apart, each on a line to where it belongs. */

/** Where a bubble belongs, in units of the picture. Its name stands below it. */
export interface Spot {
  x: number
  y: number
  radius: number
  /** Width of the name. */
  name: number
}

export interface Field {
  left: number
  top: number
  right: number
  bottom: number
}

/** Room for the name below a bubble, and between neighbours. Units of the picture. */
export const NAME_HEIGHT = 18
const GAP = 4
/** Rounds of pushing; a dozen bubbles on one spot come apart in half of them. */
const ROUNDS = 200

interface Box {
  x: number
  y: number
  halfWidth: number
  above: number
  below: number
}

/** Centres for the spots, in their order: the same spots lie the same every time, and those with room stay in place. */
export function fanOut(spots: readonly Spot[], field: Field): { x: number; y: number }[] {
  const boxes = spots.map(({ x, y, radius, name }): Box => ({
    x,
    y,
    halfWidth: Math.max(radius, name / 2) + GAP / 2,
    above: radius + GAP / 2,
    below: radius + NAME_HEIGHT + GAP / 2,
  }))
  for (const box of boxes) hold(box, field)
  for (let round = 0; round < ROUNDS; round++) {
    let touched = false
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1)) if (push(one, other)) touched = true
    for (const box of boxes) hold(box, field)
    if (!touched) break
  }
  return boxes.map(({ x, y }) => ({ x, y }))
}

/** Moves two boxes apart along the shorter way; whether they overlapped. */
function push(one: Box, other: Box): boolean {
  const wide = one.halfWidth + other.halfWidth - Math.abs(other.x - one.x)
  const down = other.y >= one.y
  const high =
    (down ? one.below + other.above : one.above + other.below) - Math.abs(other.y - one.y)
  // A little less than nothing counts as apart, so that rounding never pushes for ever.
  if (wide <= 0.01 || high <= 0.01) return false
  if (wide <= high) {
    const way = other.x >= one.x ? 1 : -1
    one.x -= (way * wide) / 2
    other.x += (way * wide) / 2
  } else {
    const way = down ? 1 : -1
    one.y -= (way * high) / 2
    other.y += (way * high) / 2
  }
  return true
}

function hold(box: Box, { left, top, right, bottom }: Field): void {
  box.x = Math.min(right - box.halfWidth, Math.max(left + box.halfWidth, box.x))
  box.y = Math.min(bottom - box.below, Math.max(top + box.above, box.y))
}
