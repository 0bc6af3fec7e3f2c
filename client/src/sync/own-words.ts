/** What this page changed on the board and the server has not confirmed, so that a new document gets it again. */
import type { Entry } from '@plenary/shared/entry'

/** Changes of one entry of which it is known how it was left; of more, those nearest to what is saved, and the last. */
const STEPS_MAX = 20

/** One entry: before the first change that is not saved, and as it was left. */
export interface OwnWord {
  id: string
  before: Entry | null
  after: Entry
  /** As it was left in between: the server may have any of it. */
  between?: readonly Entry[]
  /** Left by a page before this one: the server may have it, and others may have changed it since. */
  kept?: boolean
}

export interface OwnWords {
  /**
   * An own change has been made; `number` counts them, see `saved-count.ts`. `clock`: that of the document's own client
   * before it.
   */
  changed: (
    id: string,
    before: Entry | null,
    after: Entry | null,
    number: number,
    clock: number,
  ) => void
  /** Somebody else's change took what was written here at this clock out of an entry. */
  erased: (id: string, clock: number) => void
  /** The person has been told of this text of an entry. */
  told: (id: string, text: string | null) => void
  /** Returns texts of which words are gone before anybody said that they are saved. */
  saved: (upTo: number) => string[]
  all: () => readonly OwnWord[]
  /** The text of an entry as it was left, when it is not saved. */
  textOf: (id: string) => string | null
  /** Returns such texts of which no entry is as it was left then. */
  clear: () => string[]
}

interface Word {
  before: Entry | null
  /** Changes that are not saved, in order; one at least. */
  steps: { after: Entry; number: number; clock: number }[]
  /** Texts of which words are gone. */
  lost: Set<string>
}

export function createOwnWords(): OwnWords {
  const words = new Map<string, Word>()
  const left = ({ steps }: Word): Entry | undefined => steps.at(-1)?.after
  return {
    changed(id, before, after, number, clock) {
      if (after === null) return void words.delete(id)
      const word = words.get(id) ?? { before, steps: [], lost: new Set() }
      words.set(id, word)
      word.steps.push({ after, number, clock })
      if (word.steps.length > STEPS_MAX) word.steps.splice(-2, 1)
    },
    erased(id, clock) {
      const word = words.get(id)
      const [first] = word?.steps ?? []
      // What was saved before that is anybody's to erase.
      if (word !== undefined && first !== undefined && clock >= first.clock)
        word.lost.add(left(word)?.text ?? '')
    },
    told: (id, text) => void words.get(id)?.lost.delete(text ?? ''),
    saved(upTo) {
      const lost: string[] = []
      for (const [id, word] of words) {
        const { steps } = word
        while (steps[0] !== undefined && steps[0].number <= upTo) {
          word.before = steps[0].after
          steps.shift()
          lost.push(...word.lost)
          word.lost.clear()
        }
        if (steps.length === 0) words.delete(id)
      }
      return lost
    },
    all: () =>
      Array.from(words).flatMap(([id, word]) => {
        const after = left(word)
        const between = word.steps.slice(0, -1).map((step) => step.after)
        return after === undefined ? [] : { id, before: word.before, after, between }
      }),
    textOf(id) {
      const word = words.get(id)
      return word === undefined ? null : ([...word.lost].at(-1) ?? left(word)?.text ?? null)
    },
    clear() {
      const lost = Array.from(words.values()).flatMap((word) =>
        [...word.lost].filter((text) => text !== left(word)?.text),
      )
      words.clear()
      return lost
    },
  }
}
