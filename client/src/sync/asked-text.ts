/**
 * One card's text while somebody edits it here, where the server alone writes: each pause in typing asks for the
 * change, merged there with what others did.
 *
 * Invariant: `base` is the text that the server had when the local one was last brought up to it, so that
 * (base, local) is always what this person means to change.
 */
import type { Splice } from '@plenary/shared/splice'
import { mergedText, shiftedCaret, spliceBetween, spliced } from '@plenary/shared/splice'
import type { Clock } from './clock.ts'
import type { TextEdit } from './editing.ts'
import type { TextWatcher } from './text-edit.ts'
import { wellFormed } from './well-formed.ts'

/** Words are asked for this long after the last key. Milliseconds. */
export const REWORD_PAUSE = 600

export interface AskedText {
  /** The text as the document has it. */
  read: () => string
  /** Calls back when that may have changed. */
  watch: (listener: () => void) => () => void
  /** Asks for a change; true when it was granted. */
  reword: (from: string, to: string) => Promise<boolean>
  /** Shows the local text wherever the card is drawn; null: the document's again. */
  show: (text: string | null) => void
  clock: Clock
  max: number
}

export interface AskedEdit extends TextEdit {
  /** Asks now: the page may go. */
  flush: () => void
}

export function editByAsking({ read, watch, reword, show, clock, max }: AskedText): AskedEdit {
  const watchers = new Set<TextWatcher>()
  let base = read()
  let local = base
  let asking = false
  let open = true
  let callOff: () => void = () => {}

  function heard(): void {
    // Until the answer is here nobody can tell which of the new words are one's own.
    if (!asking) catchUp(base)
  }

  /** Brings local words, meant on `since`, to the text as it stands now. */
  function catchUp(since: string): void {
    const current = read()
    const before = local
    local = mergedText(since, local, current).reduce(spliced, current)
    base = current
    if (local === before) return
    const splices: Splice[] = [spliceBetween(before, local)]
    for (const watcher of watchers) watcher(local, (caret) => splices.reduce(shiftedCaret, caret))
  }

  function flush(): void {
    callOff()
    callOff = () => {}
    if (asking) return
    if (local === base || local.trim() === '') return settle()
    asking = true
    const sent = local
    show(local)
    void reword(base, sent).then((granted) => {
      asking = false
      catchUp(granted ? sent : base)
      // Refused as it stands: asked again when the person has changed something.
      if (local !== base && (granted || local !== sent)) flush()
      else settle()
    })
  }

  function settle(): void {
    if (open) return
    stop()
    show(null)
  }

  const stop = watch(heard)
  return {
    text: () => local,
    set(typed) {
      local = wellFormed(typed).slice(0, max)
      show(local)
      callOff()
      callOff = clock.after(REWORD_PAUSE, flush)
    },
    watch(listener) {
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
    flush,
    done() {
      open = false
      watchers.clear()
      flush()
    },
  }
}
