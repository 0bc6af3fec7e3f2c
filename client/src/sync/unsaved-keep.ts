/** Words that have not reached the server, kept for a reload of the same tab. */
import * as v from 'valibot'
import type { UnsavedDraft } from './drafts.ts'
import type { TextStorage } from './text-storage.ts'

export interface Unsaved {
  drafts: UnsavedDraft[]
  /** Other texts, to copy. */
  texts: string[]
}

export interface UnsavedKeep {
  read: () => Unsaved
  write: (unsaved: Unsaved) => void
}

const draftSchema = v.object({
  id: v.string(),
  section: v.string(),
  text: v.string(),
  state: v.picklist(['open', 'done']),
  sure: v.optional(v.boolean()),
  rev: v.number(),
})
const unsavedSchema = v.object({
  version: v.literal(1),
  drafts: v.array(draftSchema),
  texts: v.array(v.string()),
})

export function keyOf(sessionId: string): string {
  return `plenary.unsaved.${sessionId}`
}

/** Never throws: a storage that is full, forbidden or full of something else only means that nothing is kept. */
export function createUnsavedKeep(sessionId: string, storage: TextStorage | null): UnsavedKeep {
  const key = keyOf(sessionId)
  return {
    read() {
      try {
        const held = storage?.getItem(key) ?? null
        if (storage === null || held === null) return { drafts: [], texts: [] }
        const read = parse(held)
        if (read !== null) return read
        // Not ours to understand: out of the way, but not thrown away.
        storage.setItem(`${key}.aside`, held)
        storage.removeItem(key)
      } catch {
        // As if nothing had been kept.
      }
      return { drafts: [], texts: [] }
    },
    write({ drafts, texts }) {
      try {
        if (drafts.length === 0 && texts.length === 0) storage?.removeItem(key)
        else storage?.setItem(key, JSON.stringify({ version: 1, drafts, texts }))
      } catch {
        // The words are still on the screen.
      }
    },
  }
}

function parse(held: string): Unsaved | null {
  try {
    const parsed = v.safeParse(unsavedSchema, JSON.parse(held))
    if (!parsed.success) return null
    const drafts = parsed.output.drafts.map(({ sure, ...draft }) =>
      sure === undefined ? draft : { ...draft, sure },
    )
    return { drafts, texts: parsed.output.texts }
  } catch {
    return null
  }
}
