/** How long have you got: the minutes of the phases, made to fit. */

export interface Fitting {
  minutes: number
  /** Fewest minutes the phase is worth having. */
  least: number
}

/** Fewest minutes these phases can be held in, with `spare` kept free. */
export function leastTotal(phases: readonly Fitting[], spare: number): number {
  return phases.reduce((sum, { least }) => sum + least, spare)
}

/**
 * Whole minutes for each phase that fill `total` exactly beside `spare`: in the same proportions, none below its least.
 * null when the least of all of them is more than there is.
 */
export function fitted(phases: readonly Fitting[], total: number, spare: number): number[] | null {
  const room = total - spare
  if (!Number.isInteger(room) || phases.length === 0) return null
  if (leastTotal(phases, spare) > total) return null
  const floor = phases.map(({ least }) => least)
  // Phases that would fall below their least stand on it; the others share what is left, until none falls.
  const held = new Set<number>()
  let shares = share(phases, held, floor, room)
  for (
    let low = below(shares, floor, held);
    low.length > 0;
    shares = share(phases, held, floor, room), low = below(shares, floor, held)
  )
    for (const index of low) held.add(index)
  return whole(shares, room)
}

/** What a session of one person takes at most, where its phases can be held in that. Minutes. */
const SOLO_MINUTES = 25

/** The minutes of the phases for one person: as they are where they are few, else made to fit, none below its least. */
export function soloMinutes(phases: readonly Fitting[]): number[] {
  const planned = phases.map(({ minutes }) => minutes)
  if (planned.reduce((sum, minutes) => sum + minutes, 0) <= SOLO_MINUTES) return planned
  return fitted(phases, Math.max(SOLO_MINUTES, leastTotal(phases, 0)), 0) ?? planned
}

function share(
  phases: readonly Fitting[],
  held: ReadonlySet<number>,
  floor: readonly number[],
  room: number,
): number[] {
  let left = room
  let weight = 0
  for (const [index, { minutes }] of phases.entries())
    if (held.has(index)) left -= floor[index] ?? 0
    else weight += minutes
  return phases.map(({ minutes }, index) =>
    held.has(index) ? (floor[index] ?? 0) : (left * minutes) / weight,
  )
}

function below(
  shares: readonly number[],
  floor: readonly number[],
  held: ReadonlySet<number>,
): number[] {
  return shares.flatMap((one, index) =>
    !held.has(index) && one < (floor[index] ?? 0) ? [index] : [],
  )
}

/** Rounded down, and the minutes that are left over given to the largest remainders, the earlier phase first. */
function whole(shares: readonly number[], room: number): number[] {
  const minutes = shares.map((one) => Math.floor(one + 1e-9))
  const over = room - minutes.reduce((sum, one) => sum + one, 0)
  const byRemainder = shares
    .map((one, index) => ({ index, rest: one - (minutes[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRemainder.slice(0, over)) minutes[index] = (minutes[index] ?? 0) + 1
  return minutes
}
