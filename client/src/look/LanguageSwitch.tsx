import type { Language } from '../words/catalogue.ts'
import { language } from '../words/catalogue.ts'
import { LANGUAGE_KEY } from '../words/language.ts'
import { NAMES, languages as words } from '../words/languages.ts'
import { Button } from './Button.tsx'
import styles from './LanguageSwitch.module.css'

const ALL: readonly Language[] = ['en', 'de']

/** The languages, each in its own words. The page is loaded anew in the chosen one; seat and words stay. */
export function LanguageSwitch() {
  const choose = (chosen: Language) => {
    if (chosen === language()) return
    try {
      localStorage.setItem(LANGUAGE_KEY, chosen)
    } catch {
      // Storage is switched off: the browser's own languages decide again.
    }
    location.reload()
  }
  return (
    <fieldset className={styles.switch}>
      <legend className={styles.label}>{words.label}</legend>
      {ALL.map((one) => (
        <Button
          key={one}
          kind={one === language() ? 'soft' : 'quiet'}
          lang={one}
          aria-current={one === language() ? 'true' : undefined}
          onClick={() => choose(one)}
        >
          {NAMES[one]}
        </Button>
      ))}
    </fieldset>
  )
}
