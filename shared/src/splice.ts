/** A text change as one splice, in code points, and how two people's splices go together. */

/** Replaces `remove` UTF-16 units at `at` by `insert`. Never cuts a surrogate pair. */
export interface Splice {
  at: number
  remove: number
  insert: string
}

/**
 * The single splice that leads from one text to another. `caret` is where the caret stands in the new text:
 * with repeated letters it tells which of them was typed.
 */
export function spliceBetween(from: string, to: string, caret?: number): Splice {
  const most = Math.min(from.length, to.length)
  const tail = caret === undefined ? 0 : Math.max(0, to.length - caret)
  let end = 0
  while (end < Math.min(most, tail) && from.at(-1 - end) === to.at(-1 - end)) end++
  let start = 0
  while (start < most - end && from[start] === to[start]) start++
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end++
  if (splitsPair(from, start) || splitsPair(to, start)) start--
  if (splitsPair(from, from.length - end) || splitsPair(to, to.length - end)) end--
  if (end < 0) end = 0
  return { at: start, remove: from.length - end - start, insert: to.slice(start, to.length - end) }
}

function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

export function spliced(text: string, { at, remove, insert }: Splice): string {
  return text.slice(0, at) + insert + text.slice(at + remove)
}

/**
 * The same intent after another splice was made on the same text, as splices to apply one after the other:
 * nobody's inserted words are lost, what both removed is removed once, and at one spot the earlier change
 * stands first.
 */
export function rebased(mine: Splice, theirs: Splice): Splice[] {
  const mineEnd = mine.at + mine.remove
  const theirsEnd = theirs.at + theirs.remove
  if (mineEnd <= theirs.at && !(mine.at === theirs.at && mine.remove === 0)) return [mine]
  if (mine.at >= theirsEnd) return [{ ...mine, at: mine.at + theirs.insert.length - theirs.remove }]
  // They overlap: what is left of my removal lies before theirs, behind it, or on both sides of their words.
  const before = Math.max(0, theirs.at - mine.at)
  const behind = Math.max(0, mineEnd - theirsEnd)
  if (before > 0 && behind === 0) return [{ at: mine.at, remove: before, insert: mine.insert }]
  const afterTheirs = theirs.at + theirs.insert.length
  const rest = { at: afterTheirs, remove: behind, insert: mine.insert }
  return before === 0 ? [rest] : [rest, { at: mine.at, remove: before, insert: '' }]
}

/** Where a caret stands after somebody else's splice. */
export function shiftedCaret(caret: number, { at, remove, insert }: Splice): number {
  if (caret <= at) return caret
  if (caret >= at + remove) return caret + insert.length - remove
  return at + insert.length
}

/** An edit made on `base`, for a text that has moved on since; splices to apply one after the other. */
export function mergedText(base: string, edited: string, current: string): Splice[] {
  const mine = spliceBetween(base, edited)
  return current === base ? [mine] : rebased(mine, spliceBetween(base, current))
}
