/** A backup by itself holds the database for a moment; a server that starts just then waits for it. */
import { setTimeout } from 'node:timers/promises'
import { DatabaseInUseError } from './database.ts'

/** How often is tried again, and after how long: a second server is told after 5 s that it is one. */
export const LOCK_TRIES = 20
const LOCK_PAUSE = 250

/** Opens once nobody else has the database. Throws {@link DatabaseInUseError} where somebody keeps it. */
export async function onceFree<T>(
  open: () => T,
  onBusy: () => void,
  pause: () => Promise<void> = () => setTimeout(LOCK_PAUSE),
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return open()
    } catch (error) {
      if (!(error instanceof DatabaseInUseError) || tries === LOCK_TRIES) throw error
    }
    if (tries === 0) onBusy()
    await pause()
  }
}
