/** Times as people read them. */
import type { Facts } from '@plenary/shared/facts'
import { remaining } from '@plenary/shared/timer'

/** Milliseconds as "6:24", "1:05:00" from an hour on; time that is over counts up from 0:00. */
export function formatClock(ms: number): string {
  const seconds = ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** Whole minutes, rounded up; never below 0. */
export function minutesOf(ms: number): number {
  return Math.max(0, Math.ceil(ms / 60_000))
}

/** From here on a timer says "last minute". */
const LAST_MINUTE = 60_000

export type TimerReading =
  | { is: 'idle' | 'paused' | 'running' | 'last minute'; left: number }
  /** `over`: milliseconds since time was up. */
  | { is: 'over'; over: number }

/** What a timer shows at `now` (server epoch ms). */
export function readTimer(timer: Facts['timer'], now: number): TimerReading {
  const left = remaining(
    timer.is === 'running'
      ? { is: timer.is, endsAt: timer.endsAt }
      : { is: timer.is, left: timer.left },
    now,
  )
  if (timer.is === 'running') {
    if (left <= 0) return { is: 'over', over: Math.abs(left) }
    return { is: left <= LAST_MINUTE ? 'last minute' : 'running', left }
  }
  return { is: timer.is, left }
}

export type Moment = 'half' | 'one minute' | 'zero'

/** The moment that lies between two readings of a running clock and is worth saying aloud, or null. `total` in ms. */
export function momentPassed(before: number, left: number, total: number): Moment | null {
  const passed = (mark: number) => before > mark && left <= mark
  if (passed(0)) return 'zero'
  if (passed(LAST_MINUTE) && total > LAST_MINUTE) return 'one minute'
  return passed(total / 2) && total > 2 * LAST_MINUTE ? 'half' : null
}

/** A step of a scale with halves as people write them: 1, 1½, 2. */
export function formatStep(value: number): string {
  if (value % 1 === 0.5) return value < 1 ? '½' : `${Math.floor(value)}½`
  return String(Math.round(value * 100) / 100)
}

/** A join code in threes. */
export function formatCode(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1 ')
}
