/** When two names look or sound the same: one function for the door, for coming back and for changing one's name. */
import { PERSON_NAME_MAX, tidyName } from './person.ts'
import type { SessionState } from './session.ts'

/** Space for a number behind a name. */
const NUMBER_MAX = 6

/** Letters that other scripts (Cyrillic, Greek) draw like Latin ones, and Latin ones that keep a stroke or lack a dot. */
const DRAWN = 'авсеһіјкмнорѕтухԁԛԝгαβεηικνορτυχμłøđðħŧı'
const AS = 'abcehijkmhopstyxdqwrabenikvoptuxmloddhti'
const LOOKS_LIKE = new Map(Array.from(DRAWN, (letter, at) => [letter, AS[at] ?? letter]))

/** Between letters these are read as letters. */
const DIGIT_AS_LETTER = /(?<=\p{L})[01](?=\p{L})/gu

/**
 * What a name comes down to: without case, accents, spaces and signs, look-alike letters folded. Two names with the
 * same key would be taken for one another in a list. A name of signs alone is its own key.
 */
export function nameKey(name: string): string {
  const plain = tidyName(name).normalize('NFKD').replaceAll(/\p{M}/gu, '')
  // Up and down again, so that ß is ss and a final sigma a sigma.
  const folded = plain.toUpperCase().toLowerCase()
  const spelled = folded.replaceAll(DIGIT_AS_LETTER, (digit) => (digit === '0' ? 'o' : 'l'))
  const letters = Array.from(spelled.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  const key = letters.map((letter) => LOOKS_LIKE.get(letter) ?? letter).join('')
  return key === '' ? folded : key
}

function keysOf(state: SessionState, self: string | null): Set<string> {
  const others = Object.values(state.people).filter(({ id, left }) => !left && id !== self)
  return new Set(others.map(({ name }) => nameKey(name)))
}

/** Whether somebody else in the session has that name, or one that would be taken for it. */
export function isNameTaken(state: SessionState, name: string, self: string | null): boolean {
  return keysOf(state, self).has(nameKey(name))
}

/** The name, with a number behind it where somebody has it already. */
export function freeName(state: SessionState, name: string): string {
  const taken = keysOf(state, null)
  if (!taken.has(nameKey(name))) return name
  const room = Array.from(name)
    .slice(0, PERSON_NAME_MAX - NUMBER_MAX)
    .join('')
  let n = 2
  while (taken.has(nameKey(`${room} ${n}`))) n += 1
  return tidyName(`${room} ${n}`)
}
