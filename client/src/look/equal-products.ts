/** Lines on which the product of two axes is the same, for the chart of estimates. */

export interface Curve {
  product: number
  /** Along the line, both within the range that is drawn. */
  points: { a: number; b: number }[]
}

const STEPS = 32

/** Three lines at a quarter, a half and two thirds of the greatest product, drawn from `from` to `to` on both axes. */
export function equalProducts(max: number, from: number, to: number): Curve[] {
  return [2 / 9, 4 / 9, 6 / 9].flatMap((share) => {
    const product = Math.round(share * max * max * 100) / 100
    const begin = Math.max(from, product / to)
    const end = Math.min(to, from > 0 ? product / from : to)
    if (begin >= end || begin <= 0) return []
    const points = Array.from({ length: STEPS + 1 }, (_, index) => {
      const a = begin + ((end - begin) * index) / STEPS
      return { a, b: product / a }
    })
    return [{ product, points }]
  })
}
