/** Counts per key and window, and token buckets: how fast somebody may be. */

/** At most `most` in each `windowMs` for each key; forgets keys whose window is over. */
export class PerWindow {
  private readonly most: number
  private readonly windowMs: number
  private readonly now: () => number
  private readonly seen = new Map<string, { since: number; count: number }>()

  constructor(most: number, windowMs: number, now: () => number) {
    this.most = most
    this.windowMs = windowMs
    this.now = now
  }

  /** Whether one more is within the limit; counts it. */
  take(key: string): boolean {
    const at = this.now()
    const entry = this.seen.get(key)
    if (entry === undefined || at - entry.since >= this.windowMs) {
      if (this.seen.size > 10_000) this.sweep(at)
      this.seen.set(key, { since: at, count: 1 })
      return true
    }
    entry.count++
    return entry.count <= this.most
  }

  /** Whether the key is over its limit, without counting. */
  spent(key: string): boolean {
    const entry = this.seen.get(key)
    return (
      entry !== undefined && this.now() - entry.since < this.windowMs && entry.count >= this.most
    )
  }

  private sweep(at: number): void {
    for (const [key, { since }] of this.seen) if (at - since >= this.windowMs) this.seen.delete(key)
  }
}

/** `rate` a second, at most `burst` at once. */
export class Bucket {
  private readonly rate: number
  private readonly burst: number
  private level: number
  private at: number

  constructor(rate: number, burst: number, now: number) {
    this.rate = rate
    this.burst = burst
    this.level = burst
    this.at = now
  }

  /** Takes one only when there is one. */
  takeIfFull(now: number): boolean {
    this.fill(now)
    if (this.level < 1) return false
    this.level -= 1
    return true
  }

  /** Takes one; returns how long to wait (ms) until the bucket is no longer overdrawn, 0 when it is not. */
  take(now: number): number {
    this.fill(now)
    this.level -= 1
    return this.level >= 0 ? 0 : (-this.level / this.rate) * 1000
  }

  private fill(now: number): void {
    this.level = Math.min(this.burst, this.level + ((now - this.at) / 1000) * this.rate)
    this.at = now
  }
}

/** Buckets by key; the one that was asked longest ago gives way when there are too many. */
export class Buckets {
  private readonly rate: number
  private readonly burst: number
  private readonly now: () => number
  private readonly byKey = new Map<string, Bucket>()

  constructor(rate: number, burst: number, now: () => number) {
    this.rate = rate
    this.burst = burst
    this.now = now
  }

  /** Whether one more is within the rate; one that is not is not counted. */
  take(key: string): boolean {
    const bucket = this.byKey.get(key) ?? new Bucket(this.rate, this.burst, this.now())
    this.byKey.delete(key)
    this.byKey.set(key, bucket)
    const [oldest] = this.byKey.keys()
    if (this.byKey.size > BUCKETS_MAX && oldest !== undefined) this.byKey.delete(oldest)
    return bucket.takeIfFull(this.now())
  }
}

const BUCKETS_MAX = 10_000
