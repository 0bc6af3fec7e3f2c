/** Whether the server takes work at this moment: what was due has been woken, and the store can write. */
import type { Store } from './store.ts'

/** While a write has failed, another one is tried at most this often. Milliseconds. */
export const TRY_AGAIN_AFTER = 1_000

export class Readiness {
  private readonly now: () => number
  private readonly store: () => Pick<Store, 'canWrite'>
  private awake = false
  private broken = false
  private triedAt = -Infinity

  constructor(store: () => Pick<Store, 'canWrite'>, now: () => number) {
    this.store = store
    this.now = now
  }

  /** Everything that was due has been woken. */
  started(): void {
    this.awake = true
  }

  stopping(): void {
    this.awake = false
  }

  /** A write did not reach the disk. */
  failed(): void {
    this.broken = true
  }

  async isReady(): Promise<boolean> {
    if (this.broken && this.now() - this.triedAt >= TRY_AGAIN_AFTER) {
      // Whoever is not ready gets no work, so that no session would find out that the disk is well again.
      this.triedAt = this.now()
      this.broken = !(await this.store().canWrite())
    }
    return this.awake && !this.broken
  }
}
