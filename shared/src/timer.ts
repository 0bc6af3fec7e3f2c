/** A timer is a fact with an end; nobody fires it. Times are server epoch ms. */
export type Timer =
  | { is: 'idle'; left: number; hidden?: boolean }
  | { is: 'running'; endsAt: number; hidden?: boolean }
  | { is: 'paused'; left: number; hidden?: boolean }

/** A phase's clock as it is set on entering, in ms, not yet started. */
export function setFor(minutes: number): Timer {
  return { is: 'idle', left: minutes * 60_000 }
}

/** Milliseconds left; below zero once time is up. */
export function remaining(timer: Timer, now: number): number {
  return timer.is === 'running' ? timer.endsAt - now : timer.left
}

export function started(timer: Timer, now: number): Timer {
  return timer.is === 'running'
    ? timer
    : keepHidden(timer, { is: 'running', endsAt: now + timer.left })
}

export function paused(timer: Timer, now: number): Timer {
  return timer.is === 'running'
    ? keepHidden(timer, { is: 'paused', left: timer.endsAt - now })
    : timer
}

/**
 * Moves the end by `ms`: forward from the present moment when time was already up, so that "+1" always gives a
 * minute; back no further than the present moment, and never so that somebody gains time.
 */
export function added(timer: Timer, ms: number, now: number): Timer {
  const left = moved(remaining(timer, now), ms)
  return timer.is === 'running'
    ? keepHidden(timer, { is: 'running', endsAt: now + left })
    : { ...timer, left }
}

function moved(left: number, ms: number): number {
  return ms > 0 ? Math.max(left, 0) + ms : Math.min(left, Math.max(left + ms, 0))
}

function keepHidden(from: Timer, to: Timer): Timer {
  return from.hidden === undefined ? to : { ...to, hidden: from.hidden }
}
