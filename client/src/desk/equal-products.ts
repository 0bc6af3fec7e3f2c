/** Lines on which the product of two axes is the same, for the chart of estimates. */

export interface Curve {
  product: number
  /** Along the line, both within the scale. */
  points: { a: number; b: number }[]
}

const STEPS = 24

/** Three lines at a quarter, a half and two thirds of the greatest product. */
export function equalProducts(min: number, max: number): Curve[] {
  return [2 / 9, 4 / 9, 6 / 9].flatMap((share) => {
    const product = share * max * max
    const from = Math.max(min, product / max)
    const to = Math.min(max, min > 0 ? product / min : max)
    if (from >= to || from <= 0) return []
    const points = Array.from({ length: STEPS + 1 }, (_, index) => {
      const a = from + ((to - from) * index) / STEPS
      return { a, b: product / a }
    })
    return [{ product, points }]
  })
}
