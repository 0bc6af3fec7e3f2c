/** Own words that no server has confirmed, made again as new edits of another document. */
import { putEntry, readEntry, setField, textOf as liveTextOf } from '@plenary/shared/board'
import type { Entry } from '@plenary/shared/entry'
import { placeOf } from '@plenary/shared/entry'
import { mergedText, spliceBetween } from '@plenary/shared/splice'
import type * as Y from 'yjs'
import type { OwnWord } from './own-words.ts'

const FIELDS = ['group', 'talk', 'owner', 'due', 'ticket', 'status', 'from', 'to'] as const

/** Letters of one update, of up to three bytes each, and what an entry takes beside its own. */
const LETTERS_AT_ONCE = 18_000
const LETTERS_EACH = 120

/**
 * Offers own words to a document that lacks them, as new edits. Returns those that could not be offered; with
 * `texts` false no text is edited, because the server has just refused that.
 */
export function offerAgain(doc: Y.Doc, words: readonly OwnWord[], texts: boolean): OwnWord[] {
  const left: OwnWord[] = []
  for (const part of inFrames(words))
    doc.transact(
      () => {
        for (const word of part) if (!offer(doc, word, texts) && word.told !== true) left.push(word)
      },
      { by: 'offer' },
    )
  return left
}

/** As many at once as one update may hold, whatever their letters: 64 kB and 2,000 structs. */
function inFrames(words: readonly OwnWord[]): OwnWord[][] {
  const parts: OwnWord[][] = []
  let room = 0
  for (const word of words) {
    const takes = word.after.text.length + LETTERS_EACH
    if (room < takes) {
      parts.push([])
      room = LETTERS_AT_ONCE
    }
    room -= takes
    parts.at(-1)?.push(word)
  }
  return parts
}

/** False when words of this person's are in neither document. */
function offer(doc: Y.Doc, word: OwnWord, texts: boolean): boolean {
  const { id, after, kept } = word
  const now = readEntry(doc, id)
  if (now === null) {
    if (word.before !== null) return after.text === word.before.text
    putEntry(doc, {
      do: 'put',
      id,
      kind: after.kind,
      text: after.text,
      place: placeOf(after),
      fields: fieldsOf(after),
    })
    return true
  }
  /** Any of which the server may have, without anybody else having touched it; the latest last. */
  const own = [word.before, ...(word.between ?? [])].filter((one) => one !== null)
  // Merged from what was before it, a text that the server has would stand there twice.
  const isOwn = [...own, after].some(
    ({ text }, n, all) => text === now.text || isOnTheWay(now.text, all[n - 1]?.text, text),
  )
  const before = isOwn ? now : word.before
  if (before === null) return now.text === after.text
  /** What others have changed meanwhile stays as they left it. */
  const isMine = (read: (entry: Entry) => unknown): boolean =>
    read(now) !== read(after) && own.some((one) => read(one) === read(now))
  if (isMine(placeOf)) setField(doc, id, 'place', placeOf(after))
  if (isMine(({ removed }) => removed)) setField(doc, id, 'removed', after.removed)
  for (const field of FIELDS)
    if (isMine((entry) => entry[field])) setField(doc, id, field, after[field] ?? '')
  if (after.text === before.text || now.text === after.text) return true
  const text = liveTextOf(doc, id)
  // Merged once more, words that the server has had would stand there twice.
  if (!texts || text === null || (kept === true && now.text !== before.text)) return false
  for (const { at, remove, insert } of mergedText(before.text, after.text, now.text)) {
    if (insert !== '') text.insert(at, insert)
    if (remove > 0) text.delete(at + insert.length, remove)
  }
  return true
}

/** Whether the keys that lead from one text to another, one by one, pass this one. */
function isOnTheWay(text: string, from: string | undefined, to: string): boolean {
  if (from === undefined) return false
  const { at, remove, insert } = spliceBetween(from, to)
  const tail = from.slice(at + remove)
  const between = text.slice(at, text.length - tail.length)
  return (
    text === from.slice(0, at) + between + tail &&
    [insert, from.slice(at, at + remove)].some((all) => all.startsWith(between))
  )
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
