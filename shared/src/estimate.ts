/** Blind numbers on axes: means, their product, and ranks with ties. */

export interface Scale {
  min: number
  max: number
  step: number
}

/** One person's numbers for one target, by axis; 'pass' says "not me". */
export type Given = Readonly<Record<string, number | 'pass'>>

export interface AxisResult {
  /** The number shown and ranked by: the agreed one, else the mean to two decimals. Null when nobody answered. */
  shown: number | null
  /** Average of all numbers given, to two decimals, kept beside an agreed one. */
  mean: number | null
  /** How many people gave a number. */
  n: number
  /** How many people gave each number. */
  spread: Readonly<Record<string, number>>
  /** Entered by the facilitator after talking. */
  agreed?: number
}

export interface EstimateResult {
  axes: Readonly<Record<string, AxisResult>>
  /** Product of the axes, to two decimals; null while one of them is missing. */
  product: number | null
}

/** Every value of a scale, smallest first. */
export function stepsOf(scale: Scale): number[] {
  const count = Math.round((scale.max - scale.min) / scale.step)
  return Array.from({ length: count + 1 }, (_, index) => scale.min + index * scale.step)
}

export function onScale(scale: Scale, value: number): boolean {
  return stepsOf(scale).includes(value)
}

// Values are multiples of 1/100 at the finest (steps of 0.25), so hundredths are whole numbers and
// every sum, product and rounding below is exact integer arithmetic.
const HUNDRED = 100n

function hundredths(value: number): bigint {
  return BigInt(Math.round(value * 100))
}

/** n / d rounded half up; both positive or zero. */
function rounded(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d)
}

interface Fraction {
  n: bigint
  d: bigint
}

/** The result of one target from everybody's answers and the agreed numbers. */
export function estimateResult(
  axes: readonly string[],
  answers: readonly Given[],
  agreed: Readonly<Record<string, number>> = {},
): EstimateResult {
  const results: Record<string, AxisResult> = {}
  let product: Fraction | null = { n: 1n, d: 1n }
  for (const axis of axes) {
    const values = answers
      .map((answer) => answer[axis])
      .filter((value) => typeof value === 'number')
    const spread: Record<string, number> = {}
    for (const value of values) spread[String(value)] = (spread[String(value)] ?? 0) + 1
    const sum = values.reduce((total, value) => total + hundredths(value), 0n)
    const n = values.length
    const mean = n === 0 ? null : Number(rounded(sum, BigInt(n))) / 100
    // An axis may be called what every object has, such as "constructor".
    const settled = Object.hasOwn(agreed, axis) ? agreed[axis] : undefined
    results[axis] = {
      shown: settled ?? mean,
      mean,
      n,
      spread,
      ...(settled === undefined ? {} : { agreed: settled }),
    }
    const exact: Fraction | null =
      settled !== undefined
        ? { n: hundredths(settled), d: HUNDRED }
        : n === 0
          ? null
          : { n: sum, d: HUNDRED * BigInt(n) }
    product =
      product === null || exact === null ? null : { n: product.n * exact.n, d: product.d * exact.d }
  }
  return {
    axes: results,
    product: product === null ? null : Number(rounded(product.n * HUNDRED, product.d)) / 100,
  }
}

export interface Ranked<T> {
  item: T
  /** 1 is highest; equal products share a rank and the next one counts on. Null without a product. */
  rank: number | null
  /** Another item has the same rank. */
  tied: boolean
}

/** Highest first; equals keep the order they came in (made first stands first); those without a value last. */
export function ranked<T>(items: readonly T[], value: (item: T) => number | null): Ranked<T>[] {
  const order = items
    .map((item, index) => ({ item, index, value: value(item) }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.index - b.index)
  let rank = 1
  return order.map(({ item, value: own }, at) => {
    if (own === null) return { item, rank: null, tied: false }
    const before = order[at - 1]?.value
    if (before !== own) rank = at + 1
    return { item, rank, tied: before === own || order[at + 1]?.value === own }
  })
}

/** Two or more steps of whole units apart, with at least two people at each end: worth hearing both. */
export function splitOpinion(result: Pick<AxisResult, 'spread'>): boolean {
  const given = Object.entries(result.spread).map(([value, people]) => ({
    value: Number(value),
    people,
  }))
  if (given.length === 0) return false
  const low = Math.min(...given.map((one) => one.value))
  const high = Math.max(...given.map((one) => one.value))
  const at = (value: number) => given.find((one) => one.value === value)?.people ?? 0
  return high - low >= 2 && at(low) >= 2 && at(high) >= 2
}
