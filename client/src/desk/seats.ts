/** Where people sit in the hemicycle of the lobby. */

/** In percent of a box twice as wide as high; the lead sits at its bottom, in the middle. */
export interface Seat {
  x: number
  y: number
}

/** Radii of the rows in percent of the box's height, from the front to the back. */
const ROWS = [[74], [52, 92], [44, 68, 92]]

/** Seats for so many people, the longest row at the back, each row filled evenly from side to side. */
export function seatsFor(people: number): Seat[] {
  const radii = (people <= 5 ? ROWS[0] : people <= 16 ? ROWS[1] : ROWS[2]) ?? []
  const sum = radii.reduce((total, radius) => total + radius, 0)
  const seats: Seat[] = []
  for (const [index, radius] of radii.entries()) {
    const left = people - seats.length
    const count = index === radii.length - 1 ? left : Math.floor((people * radius) / sum)
    for (let at = 0; at < count; at++) {
      const angle = Math.PI * (1 - (at + 0.5) / count)
      seats.push({
        x: 50 + (radius / 2) * Math.cos(angle),
        y: 100 - radius * Math.sin(angle),
      })
    }
  }
  return seats
}
