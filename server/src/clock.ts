/** Time as a dependency: the server's own clock, and alarms that a test can ring. */

/** Longest time of one alarm: 24 days. Milliseconds. */
const TIMER_MAX = 2 ** 31 - 1

export interface Clock {
  /** Epoch ms. */
  now: () => number
  /** Epoch ms as the machine has it at this moment, which may be set back or forward. */
  day: () => number
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
  day: () => Date.now(),
  after(ms, ring) {
    // Beyond that Node rings at once; who is woken too early looks again.
    const timer = setTimeout(ring, Math.min(ms, TIMER_MAX))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
