/** Time as a dependency: the server's own clock, and alarms that a test can ring. */

export interface Clock {
  /** Epoch ms. */
  now: () => number
  /** Calls back once, after `ms`; returns its undoing. Never keeps the process alive by itself. */
  after: (ms: number, ring: () => void) => () => void
}

/**
 * The time of day, which never goes back: where the machine's is set back, it goes on at its steady pace. Rates, pauses
 * and what is due would else wait for as long as the clock was set back.
 */
export function neverBack(day: () => number, steady: () => number): () => number {
  let ahead = day() - steady()
  return () => {
    ahead = Math.max(ahead, day() - steady())
    return Math.round(steady() + ahead)
  }
}

export const systemClock: Clock = {
  now: neverBack(
    () => Date.now(),
    () => performance.now(),
  ),
  after(ms, ring) {
    const timer = setTimeout(ring, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
