/** One entry's text while somebody edits it here, straight in the document. */
import type { Splice } from '@plenary/shared/splice'
import { mergedText, shiftedCaret, spliceBetween } from '@plenary/shared/splice'
import type * as Y from 'yjs'
import type { TextEdit } from './editing.ts'
import { wellFormed } from './well-formed.ts'

export type TextWatcher = Parameters<TextEdit['watch']>[0]

export interface LiveText {
  /** The text in the document of the moment; null when the entry is gone. */
  text: () => Y.Text | null
  /** Calls back when another document has taken the place of this one. */
  onSwap: (listener: () => void) => () => void
  /** Longest text, in UTF-16 code units. */
  max: number
}

/** Writes each change as one splice; hears of other people's words with the caret moved along. */
export function editLive({ text, onSwap, max }: LiveText): TextEdit {
  const watchers = new Set<TextWatcher>()
  let bound = text()
  let shown = bound?.toString() ?? ''
  let writing = false
  /** While there is no text to write in: what it was last. */
  let missing: string | null = bound === null ? shown : null

  function heard(event: Y.YTextEvent): void {
    shown = bound?.toString() ?? ''
    if (!writing) tell(splicesOf(event))
  }

  function tell(splices: readonly Splice[]): void {
    for (const watcher of watchers) watcher(shown, (caret) => splices.reduce(shiftedCaret, caret))
  }

  /** The text is another object now, or has come back: what was typed in between goes into it. */
  function rebind(): void {
    bound?.unobserve(heard)
    bound = text()
    const before = shown
    if (bound === null) return void (missing ??= shown)
    shown = bound.toString()
    if (missing !== null) for (const splice of mergedText(missing, before, shown)) write(splice)
    missing = null
    bound.observe(heard)
    if (shown !== before) tell([spliceBetween(before, shown)])
  }

  function write({ at, remove, insert }: Splice): void {
    const into = bound
    if (into === null) return
    const edit = () => {
      // First the new words, so that they stand where the old ones stood and not behind what others add there.
      if (insert !== '') into.insert(at, insert)
      if (remove > 0) into.delete(at + insert.length, remove)
    }
    writing = true
    try {
      if (into.doc === null) edit()
      else into.doc.transact(edit, { by: 'edit' })
    } finally {
      writing = false
    }
    shown = into.toString()
  }

  bound?.observe(heard)
  const stop = onSwap(rebind)
  return {
    text: () => shown,
    set(typed, caret) {
      const wanted = wellFormed(typed).slice(0, max)
      if (wanted === shown) return
      if (bound === null) shown = wanted
      else write(spliceBetween(shown, wanted, Math.min(caret, wanted.length)))
    },
    watch(listener) {
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
    done() {
      stop()
      bound?.unobserve(heard)
      watchers.clear()
    },
  }
}

/** A change of a text as splices to apply one after the other. */
function splicesOf({ delta }: Y.YTextEvent): Splice[] {
  const splices: Splice[] = []
  let at = 0
  for (const { retain, insert, delete: removed } of delta) {
    if (retain !== undefined) at += retain
    else if (typeof insert === 'string') {
      splices.push({ at, remove: 0, insert })
      at += insert.length
    } else if (removed !== undefined) splices.push({ at, remove: removed, insert: '' })
  }
  return splices
}
