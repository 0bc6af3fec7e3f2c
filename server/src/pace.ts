/**
 * How long a room waits before its next tick: not at all while it is quiet or a flush is cheap, else three
 * times the cost of the last flush, so that sending never takes more than about a quarter of the time.
 */

/** Longest wait. Milliseconds. */
const TICK_MAX = 33

export class Pace {
  private cost = 0
  private at = -Infinity

  /** A flush ended at `now` and took `ms`. */
  flushed(now: number, ms: number): void {
    this.at = now
    this.cost = ms
  }

  /** Milliseconds still to wait. */
  wait(now: number): number {
    const window = Math.min(TICK_MAX, this.cost * 3)
    const left = this.at + window - now
    return left >= 1 ? left : 0
  }
}
