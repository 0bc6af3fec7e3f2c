/** Where the seats of a hemicycle stand: rows of half circles around one lead. */
export interface Seat {
  x: number
  y: number
}

export const WIDTH = 230
export const HEIGHT = 126
const CENTRE = { x: WIDTH / 2, y: 110 }
/** Radius of each row, and how many seats it holds. */
const ROWS = [
  { radius: 50, seats: 4 },
  { radius: 96, seats: 7 },
]

/** Seats drawn at most; beyond it a number says more. */
export const SEATS_MAX = ROWS.reduce((sum, row) => sum + row.seats, 0)

/** Every seat, those in the middle of the front row first. */
export function seats(): Seat[] {
  return ROWS.flatMap(({ radius, seats: count }) => {
    const row = Array.from({ length: count }, (_, index) => {
      const angle = Math.PI * (0.06 + (0.88 * index) / (count - 1))
      return {
        x: CENTRE.x - radius * Math.cos(angle),
        y: CENTRE.y - radius * Math.sin(angle),
      }
    })
    return row.sort((a, b) => Math.abs(a.x - CENTRE.x) - Math.abs(b.x - CENTRE.x))
  })
}

export const LEAD: Seat = { x: CENTRE.x, y: CENTRE.y }
