/** Which language this device speaks, and how its words come to the page. */
import type { Catalogue, Language } from './catalogue.ts'
import { speak } from './catalogue.ts'

/** Where the choice of this device is kept. */
export const LANGUAGE_KEY = 'plenary.language'

/** English has no words to load: it is what the files of words are written in. */
const LOAD: Record<Exclude<Language, 'en'>, () => Promise<Catalogue>> = {
  de: async () => (await import('./de/german.ts')).german,
}

/** What was chosen on this device, else the first of the browser's languages that there are words for. */
function wantedLanguage(): Language {
  for (const tag of [kept(), ...navigator.languages]) {
    const [spoken] = (tag ?? '').split('-')
    if (spoken === 'en' || spoken === 'de') return spoken
  }
  return 'en'
}

/** Speaks the wanted language, then begins. Words that do not come are said in English rather than not at all. */
export function inWantedLanguage(begin: () => void): void {
  const wanted = wantedLanguage()
  if (wanted === 'en') return begin()
  LOAD[wanted]()
    .then((words) => {
      speak(wanted, words)
      document.documentElement.lang = wanted
    })
    .then(begin, begin)
}

function kept(): string | null {
  try {
    return localStorage.getItem(LANGUAGE_KEY)
  } catch {
    return null
  }
}
