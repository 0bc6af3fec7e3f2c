/** Words of the switch between languages. */
import type { Language } from './catalogue.ts'
import { translated } from './catalogue.ts'

export const languages = translated('languages', {
  label: 'Language',
})

/** Each language in its own words, so that whoever needs it finds it. */
export const NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' }
