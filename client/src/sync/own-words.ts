/** What this page changed on the board and the server has not confirmed, so that a new document gets it again. */
import type { Entry } from '@plenary/shared/entry'

/** Changes that went out of which it is known how they left an entry; of more, those nearest to what is saved, and the last. */
const STEPS_MAX = 20

/** One entry: before the first change that is not saved, and as it was left. */
export interface OwnWord {
  id: string
  before: Entry | null
  after: Entry
  /** As it was left in between: the server may have any of it. */
  between?: readonly Entry[]
  /** The person has been told that its text was refused. */
  told?: boolean
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
  /**
   * Somebody else's change took what was written here at this clock out of an entry; `tidied`: and left most of what was
   * written since then.
   */
  erased: (id: string, clock: number, tidied: (since: number) => boolean) => void
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
  steps: { after: Entry; number: number; clock: number; told?: boolean }[]
  /** Texts of which words are gone. */
  lost: Set<string>
}

/** `wentOut`: the last change that went out, see `saved-count.ts`. */
export function createOwnWords(wentOut: () => number): OwnWords {
  const words = new Map<string, Word>()
  const left = ({ steps }: Word): Entry | undefined => steps.at(-1)?.after
  return {
    changed(id, before, after, number, clock) {
      if (after === null) return void words.delete(id)
      const word = words.get(id) ?? { before, steps: [], lost: new Set() }
      words.set(id, word)
      const { steps } = word
      const last = steps.at(-1)
      // What has not gone out goes at once: a server has all of it, or nothing.
      if (last !== undefined && last.number > wentOut())
        steps.splice(-1, 1, { after, number, clock: last.clock })
      else steps.push({ after, number, clock })
      if (steps.length > STEPS_MAX) steps.splice(-2, 1)
    },
    erased(id, clock, tidied) {
      const word = words.get(id)
      const [first] = word?.steps ?? []
      // What was saved before that is anybody's to erase.
      if (word !== undefined && first !== undefined && clock >= first.clock && !tidied(first.clock))
        word.lost.add(left(word)?.text ?? '')
    },
    told(id, text) {
      const word = words.get(id)
      word?.lost.delete(text ?? '')
      const last = word?.steps.at(-1)
      if (last?.after.text === text) last.told = true
    },
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
        const last = word.steps.at(-1)
        const between = word.steps.slice(0, -1).map((step) => step.after)
        return last === undefined
          ? []
          : { id, before: word.before, after: last.after, between, told: last.told === true }
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
