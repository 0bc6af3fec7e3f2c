/** Times of the day as fields and sentences have them, on the clock of this device. */
import { language } from '../words/catalogue.ts'

/** For a field of type `datetime-local`, '' for none. */
export function asField(at: number | null): string {
  if (at === null) return ''
  const day = new Date(at)
  return new Date(at - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Epoch ms of what such a field says, or null. */
export function fromField(text: string): number | null {
  const at = new Date(text).getTime()
  return Number.isNaN(at) ? null : at
}

/** The next moment after `start` at which a clock shows `time`, such as `10:55`; null when it is no time. */
export function nextAt(start: number, time: string): number | null {
  const match = /^(\d{1,2}):(\d{2})/.exec(time)
  if (match === null) return null
  const day = new Date(start)
  day.setHours(Number(match[1]), Number(match[2]), 0, 0)
  if (day.getTime() <= start) day.setDate(day.getDate() + 1)
  return day.getTime()
}

/** Days before months in English too, as everywhere on these screens. */
function locale(): string {
  return language() === 'en' ? 'en-GB' : language()
}

/** "10:55" */
export function clockOf(at: number): string {
  return new Intl.DateTimeFormat(locale(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** "Thu 3 Dec" */
export function dayOf(at: number): string {
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(at)
}

/** "1 December" for an ISO date, '' for none. */
export function dayMonth(date: string): string {
  const at = fromField(`${date}T12:00`)
  if (date === '' || at === null) return ''
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long' }).format(at)
}
