/** Time that passes on this device; tests turn it by hand. */
export interface Clock {
  /** Milliseconds that never jump back; from no particular moment. */
  now: () => number
  /** Calls back once after `ms`; returns what calls it off. */
  after: (ms: number, call: () => void) => () => void
}

export const pageClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}
