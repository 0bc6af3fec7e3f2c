/** What this page changed on the board and the server has not confirmed, so that a new document gets it again. */
import type { Entry } from '@plenary/shared/entry'

/** One entry: before the first change that is not saved, and as it was left. */
export interface OwnWord {
  id: string
  before: Entry | null
  after: Entry
  /** Left by a page before this one: the server may have it, and others may have changed it since. */
  kept?: boolean
}

export interface OwnWords {
  /** An own change has been made; `number` counts them, see `saved-count.ts`. */
  changed: (id: string, before: Entry | null, after: Entry | null, number: number) => void
  saved: (upTo: number) => void
  all: () => readonly OwnWord[]
  /** The text of an entry as it was left, when it is not saved. */
  textOf: (id: string) => string | null
  clear: () => void
}

export function createOwnWords(): OwnWords {
  const words = new Map<string, OwnWord & { number: number }>()
  return {
    changed(id, before, after, number) {
      if (after === null) words.delete(id)
      else {
        const known = words.get(id)
        words.set(id, { id, before: known === undefined ? before : known.before, after, number })
      }
    },
    saved(upTo) {
      for (const [id, { number }] of words) if (number <= upTo) words.delete(id)
    },
    all: () => Array.from(words.values(), ({ id, before, after }) => ({ id, before, after })),
    textOf: (id) => words.get(id)?.after.text ?? null,
    clear: () => words.clear(),
  }
}
