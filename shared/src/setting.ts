/** The setting that permissions read, from the server's state. */
import type { Setting } from './permission.ts'
import { settingOf } from './permission.ts'
import type { SessionState } from './session.ts'
import { isSolo } from './solo.ts'

/** The setting as it is now. */
export function settingFor(state: SessionState): Setting {
  return settingOf({ ...state, solo: isSolo(state), cardsLocked: state.cardsLocked.on })
}

/** Text and new cards are still taken this long after a phase closed or the cards were locked. Milliseconds. */
export const GRACE = 2_000

/** The setting a moment ago, while late edits are still honest; null when that moment is over. */
export function graceFor(state: SessionState, now: number): Setting | null {
  const { phase, cardsLocked } = state
  const leaving = phase !== null && phase.from !== null && now - phase.since <= GRACE
  const locking = cardsLocked.on && now - cardsLocked.since <= GRACE
  if (!leaving && !locking) return null
  return settingOf({
    ...state,
    solo: isSolo(state),
    phase: leaving && phase.from !== null ? { id: phase.from } : phase,
    cardsLocked: cardsLocked.on && !locking,
  })
}
