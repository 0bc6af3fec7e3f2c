/** Texts that were begun in a field and not sent, kept for this tab: leaving the field or the page loses none. */
import * as v from 'valibot'
import type { TextStorage } from './text-storage.ts'

export interface Begun {
  /** What was begun in the field of this name, or ''. */
  of: (field: string) => string
  /** Every change; '' when it was sent or taken away. */
  keep: (field: string, text: string) => void
  /** Every text there is, blank ones left out. */
  all: () => string[]
  clear: () => void
}

/** As they lie in the storage. */
const textsSchema = v.array(v.object({ field: v.string(), text: v.string() }))

/** Never throws: where there is no storage the texts live as long as the page. */
export function createBegun(
  { sessionId, token }: { sessionId: string; token: string },
  storage: TextStorage | null,
): Begun {
  // Several people may share a tab, one after the other: each has texts of their own.
  const key = `plenary.begun.${sessionId}.${token.slice(0, 8)}`
  const texts = new Map(read(storage, key).map(({ field, text }) => [field, text]))

  function write(): void {
    try {
      if (texts.size === 0) storage?.removeItem(key)
      else
        storage?.setItem(
          key,
          JSON.stringify(Array.from(texts, ([field, text]) => ({ field, text }))),
        )
    } catch {
      // Still in memory.
    }
  }
  return {
    of: (field) => texts.get(field) ?? '',
    keep(field, text) {
      if (text.trim() === '') texts.delete(field)
      else texts.set(field, text)
      write()
    },
    all: () => [...texts.values()],
    clear() {
      texts.clear()
      write()
    },
  }
}

function read(storage: TextStorage | null, key: string): { field: string; text: string }[] {
  try {
    const parsed = v.safeParse(textsSchema, JSON.parse(storage?.getItem(key) ?? '[]'))
    return parsed.success ? parsed.output : []
  } catch {
    return []
  }
}
