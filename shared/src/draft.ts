/** Private drafts: one writer each, saved whole, poured at the reveal. */

/** Drafts of one person, and their UTF-16 code units together. */
export const DRAFTS_MAX = 200
export const DRAFTS_TEXT_MAX = 128_000

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

/** From fewer authors than this a late pour would point at people. */
export const LATE_AUTHORS_MIN = 3

export interface LatePour {
  pour: Draft[]
  /** Owners to ask before these leave their hands. */
  ask: Draft[]
}

/** What a pour of late drafts may take: everything from three authors on, else only what its owner confirmed. */
export function latePour(late: readonly Draft[], anonymous: boolean): LatePour {
  // Whoever was asked and has not answered keeps their words: only "Add" pours them.
  const ready = late.filter(
    (draft) => draft.state === 'done' && (draft.late === 'waiting' || draft.late === 'sure'),
  )
  const authors = new Set(ready.map((draft) => draft.owner))
  if (!anonymous || authors.size >= LATE_AUTHORS_MIN) return { pour: ready, ask: [] }
  return {
    pour: ready.filter((draft) => draft.late === 'sure'),
    ask: ready.filter((draft) => draft.late === 'waiting'),
  }
}
