/** When to try again: soon at first, then seldom, at random so that a room does not come back all at once. */

/** Longest wait before the first try again, and before any: everybody is back within ten seconds. Milliseconds. */
export const FIRST_WAIT = 500
export const LONGEST_WAIT = 4_000
/** Longest wait of a page that was sent away, which may be for ten minutes. Milliseconds. */
export const LONGEST_AWAY = 30_000
/**
 * A try whose socket is not open by then is given up, and a socket on which nobody has said welcome by then: a dead
 * network may say nothing for minutes. A line that is only slow is given longer each time. Milliseconds.
 */
export const OPENS_WITHIN = 5_000
export const WELCOME_WITHIN = 8_000
export const LONGEST_PATIENCE = 20_000
/** Of a device that wakes a younger try goes on: each page is shown once when it is loaded. Milliseconds. */
export const TRY_IS_NEW = 2_000

/** Full jitter: anything up to a bound that doubles. `random` in [0, 1). */
export function waitBefore(attempt: number, random: number): number {
  return random * doubled(FIRST_WAIT, attempt, LONGEST_WAIT)
}

/** Long before each try of who was sent away: anything from half the longest. `random` in [0, 1). */
export function waitAway(random: number): number {
  return (0.5 + 0.5 * random) * LONGEST_AWAY
}

/** How long a try is waited for after so many in a row that were given up. `random` in [0, 1). */
export function patience(first: number, silences: number, random: number): number {
  return (0.8 + 0.2 * random) * doubled(first, silences, LONGEST_PATIENCE)
}

/**
 * Whether a socket is opened though so many questions since the last welcome found nobody: what stands between us may
 * let sockets through and not the question. Soon, and then so seldom that browsers forget one that failed before the next.
 */
export function isDoubted(noes: number): boolean {
  return [4, 8, 16].includes(noes) || noes % 48 === 0
}

function doubled(first: number, times: number, most: number): number {
  return Math.min(most, first * 2 ** times)
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
