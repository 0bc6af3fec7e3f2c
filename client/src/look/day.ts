/** Days of the calendar in the language of this device. */
import { locale } from '../words/figure.ts'

/** `short`: 20 Mar; `long`: Thursday 20 March 2026. What is no ISO date is shown as it is. */
export function sayDay(iso: string, how: 'short' | 'long' = 'short'): string {
  const at = Date.parse(`${iso}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(at)) return iso
  return new Intl.DateTimeFormat(locale(), {
    timeZone: 'UTC',
    ...(how === 'short'
      ? { day: 'numeric', month: 'short', ...yearOf(iso) }
      : { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  }).format(at)
}

/** An epoch time of this device's own clock and zone. */
export function sayTime(ms: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), options).format(ms)
}

/** Today as an ISO date, on this device's calendar. */
export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A day of this year needs no year. */
function yearOf(iso: string): Intl.DateTimeFormatOptions {
  return iso.startsWith(today().slice(0, 4)) ? {} : { year: 'numeric' }
}
