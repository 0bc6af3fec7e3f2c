/** Numbers as the language of this device writes them. Files and the report for programs keep the point. */
import { language } from './catalogue.ts'

/** A number with at most two places after the comma, such as 2.25. */
export function figure(value: number): string {
  return new Intl.NumberFormat(language() === 'en' ? 'en-GB' : language(), {
    maximumFractionDigits: 2,
  }).format(value)
}
