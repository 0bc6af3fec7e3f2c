/** Which steps of a row are shown where not all have room: from widths alone. */

/** The steps from `from` up to, not including, `to`. */
export interface Shown {
  from: number
  to: number
}

export interface Row {
  /** Of each step, in px. */
  widths: readonly number[]
  /** The present step; it is shown whatever the room is. */
  at: number
  room: number
  /** Width of what stands for the steps that are folded at one end. px */
  fold: number
  /** So many steps are shown on each side at most. */
  reach: number
}

/** As many steps around the present one as have room, by turns the next and the one before. */
export function shownSteps({ widths, at, room, fold, reach }: Row): Shown {
  const count = widths.length
  const fits = (from: number, to: number) => {
    const steps = widths.slice(from, to).reduce((sum, width) => sum + width, 0)
    return steps + (from > 0 ? fold : 0) + (to < count ? fold : 0) <= room
  }
  if (count <= reach + 1 && fits(0, count)) return { from: 0, to: count }
  let from = Math.max(0, at)
  let to = Math.min(count, from + 1)
  for (let grows = true; grows;) {
    grows = false
    if (to < count && to - 1 - at < reach && fits(from, to + 1)) {
      to++
      grows = true
    }
    if (from > 0 && at - from < reach && fits(from - 1, to)) {
      from--
      grows = true
    }
  }
  return { from, to }
}
