/** Numbers and times as the language of this device writes them. Files and the report for programs keep the point. */
import { language } from './catalogue.ts'

/** A number with at most two places after the comma, such as 2.25. */
export function figure(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value)
}

/** A moment of the day where this person is, as its region writes it: "06:37", or "6:37 AM". Epoch ms. */
export function formatTime(at: number): string {
  return new Date(at).toLocaleTimeString(locale(), { timeStyle: 'short' })
}

/** The browser's own variant of the language of this device, such as `de-AT`: for times, dates and numbers. */
export function locale(): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale
  return own.split('-')[0] === language() ? own : language()
}
