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
import type { AskedEdit, NotAsked } from './editing.ts'
import { newId } from './new-id.ts'
import type { TextWatcher } from './text-edit.ts'
import { wellFormed } from './well-formed.ts'

/** Words are asked for this long after the last key. Milliseconds. */
export const REWORD_PAUSE = 600

export interface AskedText {
  /** The text as the document has it. */
  read: () => string
  /** Calls back when that may have changed. */
  watch: (listener: () => void) => () => void
  /** Asks for a change, under a number by which it counts once; true when it was granted. */
  reword: (from: string, to: string, id: string) => Promise<boolean>
  /** Shows the local text wherever the card is drawn; null: the document's again. */
  show: (text: string | null) => void
  /** Something else waits to be asked for, or nothing. */
  changed: () => void
  /** It is done with, and all of it has been asked for and answered. */
  over: () => void
  clock: Clock
  max: number
}

export function editByAsking({
  read,
  watch,
  reword,
  show,
  changed,
  over,
  clock,
  max,
}: AskedText): AskedEdit {
  const watchers = new Set<TextWatcher>()
  let base = read()
  let local = base
  /** On its way. */
  let sent: string | null = null
  /** As it stands; what was refused is told of, with its words. */
  let refused = false
  // Fixed before it is used: kept on the device and asked for from here, the same words count once.
  let next = newId()
  let open = true
  let callOff: () => void = () => {}

  function heard(): void {
    // Until the answer is here nobody can tell which of the new words are one's own.
    if (sent === null) catchUp(base)
  }

  /** Brings local words, meant on `since`, to the text as it stands now. */
  function catchUp(since: string): void {
    const current = read()
    const before = local
    local = mergedText(since, local, current).reduce(spliced, current)
    base = current
    tell(before)
  }

  function tell(before: string): void {
    if (local === before) return
    const splices: Splice[] = [spliceBetween(before, local)]
    for (const watcher of watchers) watcher(local, (caret) => splices.reduce(shiftedCaret, caret))
  }

  function flush(): void {
    callOff()
    callOff = () => {}
    if (sent !== null) return
    if (local === base || local.trim() === '') return settle()
    const wanted = local
    const id = next
    sent = wanted
    next = newId()
    show(local)
    void reword(base, wanted, id).then((granted) => {
      sent = null
      // Refused as it stands: asked again when the person has changed something.
      const again = granted || local !== wanted
      catchUp(granted ? wanted : base)
      refused = !again
      if (local !== base && again) flush()
      else settle()
      changed()
    })
  }

  function settle(): void {
    if (open) return
    stop()
    show(null)
    over()
  }

  function pending(): NotAsked | null {
    const from = sent ?? base
    return local === from || refused || local.trim() === '' ? null : { id: next, from, to: local }
  }

  function set(typed: string): void {
    local = wellFormed(typed).slice(0, max)
    refused = false
    show(local)
    callOff()
    callOff = clock.after(REWORD_PAUSE, flush)
    changed()
  }

  const stop = watch(heard)
  return {
    text: () => local,
    set,
    watch(listener) {
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
    flush,
    pending,
    resume() {
      if (open) return false
      return (open = true)
    },
    rewrite(text) {
      const before = local
      set(text)
      tell(before)
      flush()
    },
    done() {
      open = false
      watchers.clear()
      flush()
    },
  }
}
