/** Server time, guessed from how long its answers take. */
import type { Clock } from './clock.ts'

export interface ServerClock {
  /** The server said `serverTime` (epoch ms) in answer to what was asked at `askedAt` of the own clock. */
  heard: (serverTime: number, askedAt: number) => void
  /** Server time now, epoch ms; own time until something was heard. */
  now: () => number
}

export function createServerClock(clock: Clock): ServerClock {
  let kept: { offset: number; doubt: number } | null = null
  return {
    heard(serverTime, askedAt) {
      const now = clock.now()
      const doubt = (now - askedAt) / 2
      const offset = serverTime + doubt - now
      // The quickest answer is the surest, unless a later one proves it wrong: some devices stop their
      // clock while they sleep.
      const apart = kept === null ? 0 : Math.abs(kept.offset - offset)
      if (kept === null || doubt <= kept.doubt || apart > doubt + kept.doubt)
        kept = { offset, doubt }
    },
    now: () => (kept === null ? Date.now() : kept.offset + clock.now()),
  }
}
