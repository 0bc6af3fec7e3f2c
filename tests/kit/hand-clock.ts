/** A clock that stands until it is moved by hand, and then rings what has become due. */
import type { Clock } from '@plenary/server/clock'

export interface HandClock extends Clock {
  advance: (ms: number) => void
}

export function handClock(start = 1_000_000): HandClock {
  let now = start
  let alarms: { at: number; ring: () => void }[] = []
  return {
    now: () => now,
    after(ms, ring) {
      const alarm = { at: now + ms, ring }
      alarms.push(alarm)
      return () => void (alarms = alarms.filter((one) => one !== alarm))
    },
    advance(ms) {
      now += ms
      const due = alarms.filter((alarm) => alarm.at <= now)
      alarms = alarms.filter((alarm) => alarm.at > now)
      for (const { ring } of due) ring()
    },
  }
}
