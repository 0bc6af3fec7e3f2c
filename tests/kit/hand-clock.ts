/** A clock that stands until it is moved by hand, and then rings what has become due. */
import type { Clock } from '@plenary/server/clock'

export interface HandClock extends Clock {
  advance: (ms: number) => void
  /** The machine's clock goes on from another time of day; the server's own time does not. */
  setDay: (day: number) => void
}

export function handClock(start = 1_000_000): HandClock {
  let now = start
  let behind = 0
  let alarms: { at: number; ring: () => void }[] = []
  function ringDue(): void {
    const due = alarms.filter((alarm) => alarm.at <= now)
    alarms = alarms.filter((alarm) => alarm.at > now)
    for (const { ring } of due) ring()
  }
  return {
    now: () => now,
    day: () => now - behind,
    setDay: (day) => void (behind = now - day),
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
