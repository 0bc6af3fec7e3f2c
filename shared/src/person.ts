/** Somebody in a session. */

export const ROLES = ['facilitator', 'participant', 'observer'] as const
export type Role = (typeof ROLES)[number]

/** Longest name, in code points. */
export const PERSON_NAME_MAX = 80
/** People in one session, unless the operator says otherwise. */
export const PEOPLE_MAX = 1_000
/** How many ring colours there are; `colour` counts from 1. */
export const COLOURS = 6

export interface Person {
  id: string
  name: string
  role: Role
  /** 1 to {@link COLOURS}. */
  colour: number
  /** Gives cards, dots and estimates, and is counted. False for a neutral facilitator and for observers. */
  takesPart: boolean
  /** Writes down what others say. */
  scribe?: boolean | undefined
  /** Was removed; what they gave stays. */
  left: boolean
  /** Gone for 60 s or more; not counted until they are back. */
  away: boolean
  /** Has the chair; of several facilitators one. */
  lead?: boolean | undefined
  /** Is offered the chair first when it is empty. */
  standin?: boolean | undefined
  /** A facilitator who looks at the session as a participant would; in no count, gone when the rehearsal is cleared. */
  test?: boolean | undefined
}

/** Whether a person counts in "n of m": here or away for less than a minute, and taking part. */
export function counts(person: Person): boolean {
  return person.takesPart && !person.left && !person.away && person.test !== true
}

/** Whether a person has a seat in the room, as the lobby and the join page count them: whoever leads too, watchers not. */
export function isSeated({ role, left, test }: Pick<Person, 'role' | 'left' | 'test'>): boolean {
  return !left && role !== 'observer' && test !== true
}

/** A group is large above this many people who take part. */
export const GROUP_LARGE = 12

/** Those who are away for a moment are counted too, so that a group is not large and small with the network. */
export function isLarge(
  people: Readonly<Record<string, Pick<Person, 'takesPart' | 'left'>>>,
): boolean {
  let taking = 0
  for (const id in people) if (people[id]?.takesPart === true && !people[id].left) taking++
  return taking > GROUP_LARGE
}

/** Accents that may stand on one letter; more are a way to write over the lines above. */
const MARKS_MAX = 4
const MARKS_TOO_MANY = new RegExp(`(\\p{M}{${MARKS_MAX}})\\p{M}+`, 'gu')

/**
 * A name as it is kept: trimmed, white space, controls and writing directions folded, with few accents on a letter,
 * cut to the limit by code points; '' when nothing is left.
 */
export function tidyName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(MARKS_TOO_MANY, '$1')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return Array.from(plain).slice(0, PERSON_NAME_MAX).join('').trim()
}
