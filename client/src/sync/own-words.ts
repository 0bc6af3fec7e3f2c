/** What this page changed on the board and the server has not confirmed, so that a new document gets it again. */
import { putEntry, readEntry, setField, textOf as liveTextOf } from '@plenary/shared/board'
import type { Entry } from '@plenary/shared/entry'
import { placeAt } from '@plenary/shared/entry'
import { mergedText } from '@plenary/shared/splice'
import type * as Y from 'yjs'

/** One entry: before the first change that is not saved, and as it was left. */
export interface OwnWord {
  id: string
  before: Entry | null
  after: Entry
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

const FIELDS = ['group', 'owner', 'due', 'ticket', 'status', 'from'] as const

/**
 * Offers own words to a document that lacks them, as new edits. Returns those that could not be offered; with
 * `texts` false no text is edited, because the server has just refused that.
 */
export function offerAgain(doc: Y.Doc, words: readonly OwnWord[], texts: boolean): OwnWord[] {
  const left: OwnWord[] = []
  doc.transact(
    () => {
      for (const word of words) if (!offer(doc, word, texts)) left.push(word)
    },
    { by: 'offer' },
  )
  return left
}

/** False when words of this person's are in neither document. */
function offer(doc: Y.Doc, { id, before, after }: OwnWord, texts: boolean): boolean {
  const now = readEntry(doc, id)
  if (now === null) {
    if (before !== null) return after.text === before.text
    putEntry(doc, {
      do: 'put',
      id,
      kind: after.kind,
      text: after.text,
      place: placeAt(after.parent, after.order),
      fields: fieldsOf(after),
    })
    return true
  }
  if (before === null) return now.text === after.text
  if (after.parent !== before.parent || after.order !== before.order)
    if (now.parent === before.parent && now.order === before.order)
      setField(doc, id, 'place', placeAt(after.parent, after.order))
  if (after.removed !== before.removed) setField(doc, id, 'removed', after.removed)
  for (const field of FIELDS)
    if (after[field] !== before[field] && now[field] === before[field])
      setField(doc, id, field, after[field] ?? '')
  if (after.text === before.text || now.text === after.text) return true
  const text = liveTextOf(doc, id)
  if (!texts || text === null) return false
  for (const { at, remove, insert } of mergedText(before.text, after.text, now.text)) {
    if (insert !== '') text.insert(at, insert)
    if (remove > 0) text.delete(at + insert.length, remove)
  }
  return true
}

function fieldsOf(entry: Entry): Record<string, string | boolean> {
  const fields: Record<string, string | boolean> = {}
  if (entry.by !== undefined) fields['by'] = entry.by
  if (entry.removed) fields['removed'] = true
  for (const field of FIELDS) {
    const value = entry[field]
    if (value !== undefined) fields[field] = value
  }
  return fields
}
