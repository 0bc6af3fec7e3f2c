/** When a room that has nothing to do has to do something again, or leaves memory. */
import { nextDue } from '@plenary/shared/due'
import type { SessionState } from '@plenary/shared/session'
import type { Memory } from './memory.ts'

/** A room that nobody has been in for this long is written as a snapshot and leaves memory. Milliseconds. */
export const UNLOAD_AFTER = 60_000

/** When something in a session happens by itself, or null. */
export function dueIn(state: SessionState | null): number | null {
  return state === null ? null : nextDue(state)
}

/** When somebody has to open a room again that leaves memory; what it owes is tried again without a visitor. */
export function dueLater(
  { state, owesErasing }: Pick<Memory, 'state' | 'owesErasing'>,
  now: number,
): number | null {
  return owesErasing ? now + UNLOAD_AFTER : dueIn(state)
}

interface Resting {
  /** When the room has something to do by itself next. Server time, as all of these. */
  ring: number | null
  /** When something in the session happens by itself. */
  due: number | null
  /** Nobody is here, nor counts as here for a moment longer. */
  isEmpty: boolean
  idleSince: number
  now: number
}

/** Milliseconds until the room is woken; 'unload': it leaves memory now; null: it waits for whoever comes. */
export function nextAlarm({
  ring,
  due,
  isEmpty,
  idleSince,
  now,
}: Resting): number | 'unload' | null {
  // A room with something due soon stays in memory until it has happened; for later it is woken.
  const idle = isEmpty && (due === null || due > now + UNLOAD_AFTER)
  const unload = idle ? idleSince + UNLOAD_AFTER : null
  if (unload !== null && unload <= now) return 'unload'
  const next = Math.min(ring ?? Infinity, unload ?? Infinity)
  return next === Infinity ? null : Math.max(0, next - now)
}
