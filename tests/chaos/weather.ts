/** How bad the network is at this moment, by chance that repeats. */

export interface Weather {
  /** A number in [0, 1). */
  readonly random: () => number
  /** Nothing is lost, late or twice. */
  calm: boolean
}

/** Of a thousand pieces that go over a line, so many cut it, and so many are the last that arrives before it falls. */
const CUTS = 1.2
const HOLES = 0.6
/** Of a thousand frames of a socket, so many are lost, and so many come twice. */
const DROPS = 4
const REPEATS = 30
/** Most pieces are soon there, a few are late. Milliseconds. */
const SOON = 25
const LATE = 400

export type Fate = 'arrives' | 'cut' | 'hole'

/** What becomes of one piece on a line. */
export function fateOf({ calm, random }: Weather): Fate {
  const thrown = random() * 1_000
  if (calm) return 'arrives'
  if (thrown < CUTS) return 'cut'
  return thrown < CUTS + HOLES ? 'hole' : 'arrives'
}

export function delayOf({ calm, random }: Weather): number {
  const thrown = random()
  if (calm) return 0
  return thrown < 0.97 ? (thrown / 0.97) * SOON : ((thrown - 0.97) / 0.03) * LATE
}

export function isDropped({ calm, random }: Weather): boolean {
  return random() * 1_000 < DROPS && !calm
}

export function isRepeated({ calm, random }: Weather): boolean {
  return random() * 1_000 < REPEATS && !calm
}
