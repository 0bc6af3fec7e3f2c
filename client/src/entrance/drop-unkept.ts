/** Words that were not saved in sessions that this device has no seat in any more: nobody could read them. */
import { keptSessions } from '../session/keepsake.ts'

/** What pages have left of a session, see `sync/unsaved.ts`; its id comes third. */
const LEFT = /^plenary\.(?:unsaved|aside|begun)\.([^.]+)/

/** Drops them, on the device and in this tab. */
export function dropUnkept(): void {
  // A test seat knows nothing of the seats of whoever opened it.
  if (location.search === '?test') return
  const kept = new Set(keptSessions().map(({ sessionId }) => sessionId))
  try {
    for (const storage of [localStorage, sessionStorage]) {
      const keys = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '')
      for (const key of keys) {
        const sessionId = LEFT.exec(key)?.[1]
        if (sessionId !== undefined && !kept.has(sessionId)) storage.removeItem(key)
      }
    }
  } catch {
    // Nothing is kept where there is no storage.
  }
}
