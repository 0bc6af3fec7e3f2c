/** What the sync layer needs of the page around it; tests give it another one. */
import { LONGEST_PATIENCE, onHide, onWake } from './reconnect.ts'
import type { TextStorage } from './text-storage.ts'
import { pageStorage } from './text-storage.ts'

export interface Page {
  /** `https://host` of the server. */
  origin: string
  /** Whether the server is there. */
  answers: () => Promise<boolean>
  /** Where texts stay for as long as the tab; null: nowhere. */
  storage: TextStorage | null
  /** Where they outlive it. */
  device: TextStorage | null
  /** Calls back when the device has come back to life. Returns its stop. */
  onWake: (wake: () => void) => () => void
  /** Calls back when the page may be about to go. Returns its stop. */
  onHide: (hide: () => void) => () => void
  /** Loads itself anew. */
  reload: () => void
  /** Where the platform has none, or a test wants its own. */
  WebSocketPolyfill?: typeof WebSocket
}

export function browserPage(): Page {
  return {
    origin: location.origin,
    answers: () => answers(''),
    storage: pageStorage('sessionStorage'),
    device: pageStorage('localStorage'),
    onWake,
    onHide,
    reload: () => location.reload(),
  }
}

/** Whoever says no is there, too; what stands before a server that is gone says 502 or more. */
export async function answers(origin: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(LONGEST_PATIENCE)
    return (await fetch(`${origin}/healthz`, { cache: 'no-store', signal })).status < 500
  } catch {
    return false
  }
}
