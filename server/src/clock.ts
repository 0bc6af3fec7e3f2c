/** Time as a dependency: the server's own clock, and alarms that a test can ring. */

export interface Clock {
  /** Epoch ms. */
  now: () => number
  /** Calls back once, after `ms`; returns its undoing. Never keeps the process alive by itself. */
  after: (ms: number, ring: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, ring) {
    const timer = setTimeout(ring, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
