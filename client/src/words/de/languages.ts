/** German words of the switch between languages. */
import type { languages as english } from '../languages.ts'

export const languages: typeof english = {
  label: 'Sprache',
}
