/** When to try again: soon at first, then seldom, at random so that a room does not come back all at once. */

/** Longest wait before the first try again, and before any: everybody is back within ten seconds. Milliseconds. */
export const FIRST_WAIT = 500
export const LONGEST_WAIT = 8_000

/** Full jitter: anything up to a bound that doubles. `random` in [0, 1). */
export function waitBefore(attempt: number, random: number): number {
  return random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt)
}

/** Calls back when the device has come back to life: network, page, tab. Returns its stop. */
export function onWake(wake: () => void): () => void {
  const visible = () => {
    if (document.visibilityState === 'visible') wake()
  }
  window.addEventListener('online', wake)
  window.addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', visible)
  document.addEventListener('resume', wake)
  return () => {
    window.removeEventListener('online', wake)
    window.removeEventListener('pageshow', wake)
    document.removeEventListener('visibilitychange', visible)
    document.removeEventListener('resume', wake)
  }
}

/** Calls back when the page may be about to go: hidden, put away, closed. Returns its stop. */
export function onHide(hide: () => void): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') hide()
  }
  window.addEventListener('pagehide', hide)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener('pagehide', hide)
    document.removeEventListener('visibilitychange', hidden)
  }
}
