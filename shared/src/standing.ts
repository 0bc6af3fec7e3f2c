/** Where topics stand after a vote, and after the votes held again among those that tie. */

/** A closed round as it counts here. */
export interface CountedRound {
  openedAt: number
  /** The only ones it was held among; absent: a vote on everything. */
  targets?: readonly string[] | undefined
  /** Dots by target; one without a dot is left out. */
  result: Readonly<Record<string, number>>
}

export interface DotStanding {
  target: string
  /** Of the vote on everything. */
  dots: number
  /** Of each vote held again that it was in, in their order. */
  again: number[]
  /** The more the higher; equal where nothing tells two apart; 0 without any dot. */
  level: number
}

/** The standing of each target, in the order given; null before any vote was closed. */
export function dotStandings(
  rounds: readonly CountedRound[],
  targets: readonly string[],
): DotStanding[] | null {
  const inOrder = rounds.toSorted((a, b) => a.openedAt - b.openedAt)
  const first = inOrder.findLastIndex((round) => round.targets === undefined)
  const [whole, ...again] = inOrder.slice(Math.max(first, 0))
  if (whole === undefined) return null
  const rows = targets.map((target) => ({
    target,
    dots: whole.result[target] ?? 0,
    again: again.flatMap((round) =>
      round.targets?.includes(target) === true ? (round.result[target] ?? 0) : [],
    ),
    level: 0,
  }))
  // A later vote among a tie moves its topics apart, never past those above or below them.
  const sorted = rows.filter((row) => row.dots > 0).toSorted(compare)
  let level = 0
  for (const [at, row] of sorted.entries()) {
    const below = sorted[at - 1]
    if (below === undefined || compare(below, row) !== 0) level++
    row.level = level
  }
  return rows
}

function compare(a: DotStanding, b: DotStanding): number {
  if (a.dots !== b.dots) return a.dots - b.dots
  for (let at = 0; at < Math.max(a.again.length, b.again.length); at++) {
    const difference = (a.again[at] ?? 0) - (b.again[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
