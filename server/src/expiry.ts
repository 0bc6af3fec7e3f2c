/** Deletes the sessions that have rested for as many days as the operator says, without a visitor. */
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Rooms } from './rooms.ts'
import type { Store } from './store.ts'

/** The first look: a machine that has just started may not know the day yet. Milliseconds. */
export const FIRST_SWEEP_AFTER = 600_000
/** How often is looked for sessions whose days are over. Milliseconds. */
export const SWEEP_EVERY = 3_600_000
const DAY = 86_400_000

export interface ExpiryParts {
  store: Pick<Store, 'resting'>
  rooms: Pick<Rooms, 'expire'>
  clock: Clock
  log: Log
  /** 0: nothing is ever deleted. */
  days: number
}

export class Expiry {
  private readonly parts: ExpiryParts
  private cancel: () => void = () => {}
  private stopped = false
  private sweeping: Promise<void> = Promise.resolve()
  private sweptAt = 0

  constructor(parts: ExpiryParts) {
    this.parts = parts
  }

  start(): void {
    if (this.parts.days === 0) return
    this.sweptAt = this.now()
    this.later(FIRST_SWEEP_AFTER)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.cancel()
    await this.sweeping
  }

  private later(wait: number): void {
    this.cancel = this.parts.clock.after(wait, () => {
      this.later(SWEEP_EVERY)
      this.sweeping = this.sweep().catch((error: unknown) => {
        this.parts.log.error({ error }, 'sessions whose days are over were not looked for')
      })
    })
  }

  private async sweep(): Promise<void> {
    const { store, rooms, days } = this.parts
    const today = this.today()
    if (today === null) return
    // The hour of the last change is kept, not its moment: none goes before its time.
    const before = today - days * DAY - SWEEP_EVERY
    for (const room of await store.resting(before)) {
      if (this.stopped) return
      await rooms.expire(room, before)
    }
  }

  /**
   * Server time (epoch ms), or null where the clock has been set forward since the last look: what is deleted is gone for
   * good, so a wrong clock is given an hour to be set right again.
   */
  private today(): number | null {
    const now = this.now()
    const since = this.sweptAt
    this.sweptAt = now
    if (now - since < 2 * SWEEP_EVERY) return now
    this.parts.log.warn(
      { hours: Math.round((now - since) / SWEEP_EVERY) },
      'the clock was set forward: sessions whose days are over are looked for in an hour',
    )
    return null
  }

  /** The server's own time never goes back, and would keep what was a moment's mistake. */
  private now(): number {
    const { clock } = this.parts
    return Math.min(clock.now(), clock.day())
  }
}
