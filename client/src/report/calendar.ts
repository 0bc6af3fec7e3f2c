/** Calendar files: the days on which a session is looked at again, and the actions of one person. */
import { createEvents } from 'ics'
import type { EventAttributes } from 'ics'

export interface CalendarDay {
  /** Stays the same for the same thing, so that a second file changes the entry instead of adding one. */
  uid: string
  title: string
  /** ISO date. */
  day: string
  text: string
}

/** Whole days, in the order given; null when the library does not take one of them. */
export function calendarFile(days: readonly CalendarDay[]): string | null {
  const { error, value } = createEvents(
    days.map(({ uid, title, day, text }): EventAttributes => ({
      uid,
      title: plain(title),
      description: plain(text),
      start: dateOf(day, 0),
      end: dateOf(day, 1),
      productId: 'plenary',
      transp: 'TRANSPARENT',
    })),
  )
  return error === undefined || error === null ? (value ?? null) : null
}

/** Line breaks are the only controls a calendar knows; lone halves of a pair are none at all. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
}

/** Year, month, day, so many days later. */
function dateOf(day: string, later: number): [number, number, number] {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + later * 24 * 60 * 60_000)
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]
}
