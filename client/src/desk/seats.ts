/** Seats of the hemicycle, as rows from the back to the front. */

/** Rows grow towards the back; up to five sit in one row, up to sixteen in two, more in three. */
export function seatsOf<T>(people: readonly T[]): T[][] {
  const count = people.length <= 5 ? 1 : people.length <= 16 ? 2 : 3
  const weights = Array.from({ length: count }, (_, index) => index + 2)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const rows: T[][] = []
  let at = 0
  for (const [index, weight] of weights.entries()) {
    const end =
      index === count - 1 ? people.length : at + Math.floor((people.length * weight) / sum)
    rows.unshift(people.slice(at, end))
    at = end
  }
  return rows.filter((row) => row.length > 0)
}
