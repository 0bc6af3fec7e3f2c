/** Private drafts: one writer each, saved whole, poured at the reveal. */
import type { Person } from './person.ts'
import { isLarge } from './person.ts'
import { isSolo } from './solo.ts'

/** Drafts of one person, and their UTF-16 code units together. */
export const DRAFTS_MAX = 200
export const DRAFTS_TEXT_MAX = 128_000

/** In a large group each writes at most so many, unless a facilitator says otherwise. */
const CARDS_EACH_LARGE = 3
/** Most that a facilitator may set as the limit. */
export const CARDS_EACH_MAX = 20

export interface Draft {
  id: string
  owner: string
  /** The section it will be poured into. */
  section: string
  text: string
  /** Counts up with each save of one device. */
  rev: number
  /** Only done drafts are poured. */
  state: 'open' | 'done'
  /**
   * Came after the reveal. `asked`: so few people were late that others might guess the author, so the owner
   * is asked; `sure`: the owner was asked and said "Add".
   */
  late: null | 'waiting' | 'asked' | 'sure'
}

/**
 * What a reveal of this section pours: every finished draft that did not come late, those of people who have
 * left included. It is also what everybody is told while the room still writes.
 */
export function pourable(drafts: readonly Draft[], section: string): Draft[] {
  return drafts.filter(
    (draft) => draft.section === section && draft.state === 'done' && draft.late === null,
  )
}

/** From fewer authors than this a pour points at people. */
export const AUTHORS_MIN = 3

export interface LatePour {
  pour: Draft[]
  /** Owners to ask before these leave their hands. */
  ask: Draft[]
}

/** Whether somebody could guess whose a late card is. */
export function canGuess(state: {
  anonymous: boolean
  solo?: boolean | undefined
  people: Readonly<Record<string, Person>>
}): boolean {
  return state.anonymous && !isSolo(state)
}

/** What a pour of late drafts may take: everything from three authors on, else only what its owner confirmed. */
export function latePour(late: readonly Draft[], anonymous: boolean): LatePour {
  // Whoever was asked and has not answered keeps their words: only "Add" pours them.
  const ready = late.filter(
    (draft) => draft.state === 'done' && (draft.late === 'waiting' || draft.late === 'sure'),
  )
  const authors = new Set(ready.map((draft) => draft.owner))
  if (!anonymous || authors.size >= AUTHORS_MIN) return { pour: ready, ask: [] }
  return {
    pour: ready.filter((draft) => draft.late === 'sure'),
    ask: ready.filter((draft) => draft.late === 'waiting'),
  }
}

/** Cards each person may write in a section; null is as many as they like. */
export function cardsEach(state: {
  cardsEach: { each: number | null } | null
  people: Readonly<Record<string, Person>>
}): number | null {
  if (state.cardsEach !== null) return state.cardsEach.each
  return isLarge(state.people) ? CARDS_EACH_LARGE : null
}

/** How many of them a person has used: drafts with words in them, and cards that came of others. */
export function cardsUsed(
  drafts: readonly Pick<Draft, 'section' | 'text'>[],
  poured: readonly string[],
  section: string,
): number {
  return (
    drafts.filter((draft) => draft.section === section && draft.text.trim() !== '').length +
    poured.length
  )
}
