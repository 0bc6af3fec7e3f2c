/** Which card a phone is dealt: its own, one that nobody holds. */

interface Dealing {
  /** Cards still to place, in order. */
  unplaced: readonly string[]
  /** Card -> who holds it; oneself left out. */
  holders: ReadonlyMap<string, string>
  /** Cards this person left for later, oldest first. */
  left: readonly string[]
  /** This person's place among the people here, from 0: phones that are dealt at once begin at different cards. */
  seat: number
}

/** The card to deal, or null when there is none that nobody holds. Cards left for later come last, oldest first. */
export function deal({ unplaced, holders, left, seat }: Dealing): string | null {
  const free = unplaced.filter((card) => !holders.has(card))
  const fresh = free.filter((card) => !left.includes(card))
  if (fresh.length > 0) return fresh[seat % fresh.length] ?? null
  return left.find((card) => free.includes(card)) ?? null
}
