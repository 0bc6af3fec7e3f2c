/** Where people sit in the hemicycle of the lobby, and who keeps which seat. */

export interface Seat {
  x: number
  y: number
}

export interface Hemicycle {
  /** px; scaled to the width there is. */
  width: number
  height: number
  /** Where whoever leads sits: the middle that every row goes round. */
  lead: Seat
  radii: readonly number[]
  /** Those in the middle first, so that a room fills from the centre outwards. */
  seats: Seat[]
  /** Diameter of a seat, px. */
  size: number
}

/** Up to so many people sit in a row, in rows with names, and in rows with initials only; more are a number. */
const ONE_ROW_MAX = 5
export const NAMED_MAX = 16
export const DRAWN_MAX = 40
/** Seats drawn in a room that nobody has come into yet and nobody is expected in. */
export const SEATS_MIN = 5

const WIDTH = 720
const OUTER = 320
/** Room for a seat above the back row, and for a name below the one who leads. */
const ABOVE = 34
const BELOW = 64
/** No seat stands nearer to the line of whoever leads than this, in degrees. */
const EDGE = 14
/** Neighbours in a row that is not full sit this near: about a hand's width more than a seat with its name. px */
const NEAR = 128

/** Where a row ends on each side, in radians above the line of whoever leads. */
export const ROW_EDGE = (EDGE * Math.PI) / 180

/** The room for so many seats, at least one and at most {@link DRAWN_MAX}. */
export function hemicycleFor(seats: number): Hemicycle {
  const radii = seats <= ONE_ROW_MAX ? [250] : seats <= NAMED_MAX ? [184, OUTER] : [150, 236, OUTER]
  const lead = { x: WIDTH / 2, y: OUTER + ABOVE }
  const sum = radii.reduce((total, radius) => total + radius, 0)
  const placed: { seat: Seat; off: number }[] = []
  for (const [row, radius] of radii.entries()) {
    const left = seats - placed.length
    const count = row === radii.length - 1 ? left : Math.round((seats * radius) / sum)
    for (let at = 0; at < count; at++) {
      const step = Math.min(
        (180 - 2 * EDGE) / Math.max(1, count - 1),
        (NEAR / radius) * (180 / Math.PI),
      )
      const degrees = 90 + (at - (count - 1) / 2) * step
      const angle = (degrees * Math.PI) / 180
      placed.push({
        seat: { x: lead.x - radius * Math.cos(angle), y: lead.y - radius * Math.sin(angle) },
        off: Math.abs(90 - degrees),
      })
    }
  }
  return {
    width: WIDTH,
    height: lead.y + BELOW,
    lead,
    radii,
    seats: placed.sort((a, b) => a.off - b.off).map(({ seat }) => seat),
    size: seats <= NAMED_MAX ? 58 : 44,
  }
}

/** Everybody keeps the seat they have; who is new takes the first free one, in the order given. */
export function seated(
  before: ReadonlyMap<string, number>,
  people: readonly string[],
): Map<string, number> {
  const now = new Map<string, number>()
  for (const person of people) {
    const seat = before.get(person)
    if (seat !== undefined) now.set(person, seat)
  }
  const taken = new Set(now.values())
  let free = 0
  for (const person of people) {
    if (now.has(person)) continue
    while (taken.has(free)) free++
    taken.add(free)
    now.set(person, free)
  }
  return now
}
