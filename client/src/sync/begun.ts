/**
 * Texts that were begun in a field and not sent, kept for this tab: leaving the field or the page loses none. A tab that
 * is killed leaves them by `unsaved-keep.ts`.
 */
import * as v from 'valibot'
import type { TextStorage } from './text-storage.ts'

export interface BegunText {
  field: string
  text: string
}

export interface Begun {
  /** What was begun in the field of this name, or ''. */
  of: (field: string) => string
  /** Every change; '' when it was sent or taken away. */
  keep: (field: string, text: string) => void
  /** Every text there is, blank ones left out. */
  all: () => BegunText[]
  /** What another page had begun there; false where something else stands. */
  again: (field: string, text: string) => boolean
  clear: () => void
}

/** As they lie in the storage. */
const textsSchema = v.array(v.object({ field: v.string(), text: v.string() }))

/** Never throws: where there is no storage the texts live as long as the page. */
export function createBegun(
  { sessionId, token }: { sessionId: string; token: string },
  storage: TextStorage | null,
  changed: () => void = () => {},
): Begun {
  // Several people may share a tab, one after the other: each has texts of their own.
  const key = `plenary.begun.${sessionId}.${token.slice(0, 8)}`
  const texts = new Map(read(storage, key).map(({ field, text }) => [field, text]))

  const all = (): BegunText[] => Array.from(texts, ([field, text]) => ({ field, text }))
  function write(): void {
    try {
      if (texts.size === 0) storage?.removeItem(key)
      else storage?.setItem(key, JSON.stringify(all()))
    } catch {
      // Still in memory.
    }
    changed()
  }
  const begun: Begun = {
    of: (field) => texts.get(field) ?? '',
    keep(field, text) {
      if (text.trim() === '') texts.delete(field)
      else texts.set(field, text)
      write()
    },
    all,
    again(field, text) {
      if (!texts.has(field)) begun.keep(field, text)
      return texts.get(field) === text
    },
    clear() {
      texts.clear()
      write()
    },
  }
  return begun
}

function read(storage: TextStorage | null, key: string): BegunText[] {
  try {
    const parsed = v.safeParse(textsSchema, JSON.parse(storage?.getItem(key) ?? '[]'))
    return parsed.success ? parsed.output : []
  } catch {
    return []
  }
}
