/** A clock that stands until it is moved by hand, and then rings what has become due. */
import type { Clock } from '@plenary/server/clock'

export interface HandClock extends Clock {
  advance: (ms: number) => void
}

export function handClock(start = 1_000_000): HandClock {
  let now = start
  let alarms: { at: number; ring: () => void }[] = []
  function ringDue(): void {
    const due = alarms.filter((alarm) => alarm.at <= now)
    alarms = alarms.filter((alarm) => alarm.at > now)
    for (const { ring } of due) ring()
  }
  return {
    now: () => now,
    after(ms, ring) {
      const alarm = { at: now + ms, ring }
      alarms.push(alarm)
      // What is due at once rings in the next turn, as a timer of 0 ms would.
      if (ms <= 0) setImmediate(ringDue)
      return () => void (alarms = alarms.filter((one) => one !== alarm))
    },
    advance(ms) {
      now += ms
      ringDue()
    },
  }
}
