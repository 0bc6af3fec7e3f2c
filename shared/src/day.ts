/** A day of the calendar as an ISO date, without a time or a zone. */

/** Days on which a session may be looked at again. */
export const CHECK_INS_MAX = 12

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether there is such a day: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Each day once, the earliest first. */
export function daysInOrder(days: readonly string[]): string[] {
  return [...new Set(days)].sort()
}
