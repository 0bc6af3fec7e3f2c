/** Whether the disk takes what is written. One tries for all who wait for it. */
import type { Clock } from './clock.ts'
import type { Store } from './store.ts'

/** While a write has failed, another one is tried at most this often. Milliseconds. */
export const TRY_AGAIN_AFTER = 1_000

export class Disk {
  private readonly clock: Clock
  private readonly store: () => Pick<Store, 'canWrite'>
  private broken = false
  private triedAt = -Infinity
  private cancelTry: (() => void) | null = null
  private readonly waiting = new Set<() => void>()

  private readonly onMended: () => void

  constructor(store: () => Pick<Store, 'canWrite'>, clock: Clock, onMended: () => void = () => {}) {
    this.store = store
    this.clock = clock
    this.onMended = onMended
  }

  /** As far as is known. */
  get isWell(): boolean {
    return !this.broken
  }

  /** A write did not reach the disk. */
  failed(): void {
    if (!this.broken) this.triedAt = this.clock.now()
    this.broken = true
    this.tryLater()
  }

  /** Finds out, where a write has failed and none has been tried for a moment. */
  async works(): Promise<boolean> {
    if (this.broken && this.clock.now() - this.triedAt >= TRY_AGAIN_AFTER) {
      this.triedAt = this.clock.now()
      if (await this.store().canWrite()) this.mended()
    }
    return this.isWell
  }

  /** Calls back once a write has succeeded again, and has one tried every second until then. Returns its undoing. */
  onceWell(mended: () => void): () => void {
    this.waiting.add(mended)
    this.tryLater()
    return () => {
      this.waiting.delete(mended)
      if (this.waiting.size === 0) this.stopTrying()
    }
  }

  private mended(): void {
    this.broken = false
    this.stopTrying()
    this.onMended()
    this.tell()
  }

  private tell(): void {
    const waiting = [...this.waiting]
    this.waiting.clear()
    for (const tell of waiting) tell()
  }

  private tryLater(): void {
    if (this.cancelTry !== null || this.waiting.size === 0) return
    this.cancelTry = this.clock.after(TRY_AGAIN_AFTER, () => {
      this.cancelTry = null
      void this.works().then((well) => {
        // Somebody else's try may have told all those who waited then, and not who has come since.
        if (well) this.tell()
        else this.tryLater()
      })
    })
  }

  private stopTrying(): void {
    this.cancelTry?.()
    this.cancelTry = null
  }
}
