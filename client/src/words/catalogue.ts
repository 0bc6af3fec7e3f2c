/**
 * The languages of the screens. Every file of words hands its English through `translated`; when this device speaks
 * another language, the words of that language take their place, in the same object, before anything is drawn.
 */

export type Language = 'en' | 'de'

/** The name of each file of words, as in `de/german.ts`. */
export type Part =
  | 'again'
  | 'blame'
  | 'common'
  | 'deleting'
  | 'desk'
  | 'discuss'
  | 'ended'
  | 'entrance'
  | 'estimate'
  | 'finish'
  | 'groups'
  | 'hands'
  | 'keyWords'
  | 'languages'
  | 'lead'
  | 'link'
  | 'lost'
  | 'nowhere'
  | 'lobby'
  | 'past'
  | 'poll'
  | 'phoneActions'
  | 'phoneBrief'
  | 'phoneChair'
  | 'phoneClosed'
  | 'phoneEstimate'
  | 'phoneFrame'
  | 'phoneLate'
  | 'phoneList'
  | 'phoneMenu'
  | 'phoneSort'
  | 'phoneVote'
  | 'phoneWaiting'
  | 'phoneWrite'
  | 'refusals'
  | 'removed'
  | 'report'
  | 'seat'
  | 'seldom'
  | 'setUp'
  | 'solo'
  | 'states'
  | 'stepWords'
  | 'wall'
  | 'surface'
  | 'whatChanged'
  | 'writing'

/** All the words of a language other than English. */
export interface Catalogue extends Record<Part, object> {
  /** By the codes that the server answers with. */
  refusals: Readonly<Record<string, string>>
}

const english = new Map<Part, object>()
let spoken: { language: Language; words: Catalogue | null } = { language: 'en', words: null }

/** The words that this device speaks. What a file of words exports, so that nobody else has to ask for a language. */
export function translated<T extends object>(part: Part, words: T): T {
  english.set(part, words)
  return Object.assign(words, spoken.words?.[part])
}

/** Speaks this language from now on. What was drawn or copied out of the words before keeps what it had. */
export function speak(other: Language, words: Catalogue): void {
  spoken = { language: other, words }
  for (const [part, said] of english) Object.assign(said, words[part])
}

export function language(): Language {
  return spoken.language
}

/** The sentence for a code of the server in the language of this device; undefined where the server's own will do. */
export function sentenceFor(code: string): string | undefined {
  return spoken.words?.refusals[code]
}
