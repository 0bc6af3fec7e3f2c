/** Deletes the sessions that have rested for as many days as the operator says, without a visitor. */
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Rooms } from './rooms.ts'
import type { Store } from './store.ts'

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

  constructor(parts: ExpiryParts) {
    this.parts = parts
  }

  start(): void {
    if (this.parts.days === 0) return
    this.sweeping = this.sweep().catch((error: unknown) => {
      this.parts.log.error({ error }, 'sessions whose days are over were not looked for')
    })
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.cancel()
    await this.sweeping
  }

  private async sweep(): Promise<void> {
    const { store, rooms, clock, days } = this.parts
    this.cancel = clock.after(SWEEP_EVERY, () => this.start())
    // The hour of the last change is kept, not its moment: none goes before its time.
    const before = clock.now() - days * DAY - SWEEP_EVERY
    for (const room of await store.resting(before)) {
      if (this.stopped) return
      await rooms.expire(room, before)
    }
  }
}
