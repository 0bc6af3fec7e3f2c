/** Keeps what a person has written and no server has: written down while it waits, given back by the next page. */
import type { Clock } from './clock.ts'
import { isEmpty, textsOf } from './unsaved.ts'
import type { Unsaved } from './unsaved.ts'
import { createUnsavedKeep } from './unsaved-keep.ts'
import type { KeepParts } from './unsaved-keep.ts'

/** Own words are on the device this long after they were made, if they are not saved by then. Milliseconds. */
const KEEP_PAUSE = 300

export interface SafeWordsParts extends KeepParts {
  clock: Clock
  unsaved: () => Unsaved
  /** Whether words may stay when the tab goes: not once all is over. */
  mayStay: () => boolean
  /** After each try to write something: whether it is kept. */
  keeps: (does: boolean) => void
}

export interface SafeWords {
  /** Something of one's own is different: written down soon, or at once where nothing is left to keep. */
  soon: () => void
  now: () => void
  /**
   * What this page had left on the device is no longer there: another page has taken it over, or forgotten it. Its own
   * texts stay with the tab, to copy, and it may begin anew; false: it has to go on with what it has.
   */
  gone: () => boolean
  /**
   * Takes over what pages before this one left, with what of it was begun in which field; returns it. Not once it is no
   * longer `wanted`.
   */
  takeOver: (
    begun: (field: string, text: string) => boolean,
    wanted: () => boolean,
  ) => Promise<Unsaved>
  /** Somebody has looked at what was left; returns it. */
  settled: () => Unsaved
  /**
   * All is over: every own text, `own` drafts of theirs among them. Where the seat is gone they stay with this tab alone:
   * the device may be somebody else's next. What the server would not hear (`refused`) is not sent to it again.
   */
  last: (own: readonly string[], why: 'version' | 'refused' | 'damaged' | 'gone') => string[]
  /** Nothing is written from now on; with `wipe` nothing of this person's stays. */
  stop: (wipe: boolean) => void
}

const NOTHING: Unsaved = { drafts: [], asked: [], words: [], begun: [], texts: [] }

export function createSafeWords(parts: SafeWordsParts): SafeWords {
  const { clock, unsaved, mayStay, keeps } = parts
  const keep = createUnsavedKeep(parts)
  let left: Unsaved | null = null
  let isOver = false
  let callOff: (() => void) | null = null

  function now(): void {
    callOff?.()
    callOff = null
    // What was left is on the device as it was, until somebody has looked at it.
    if (left !== null || isOver) return
    const some = unsaved()
    const stays = mayStay()
    if (!stays) keep.dropUnread()
    const isKept = keep.write(some, stays ? 'device' : 'tab')
    if (!isEmpty(some)) keeps(isKept)
  }

  return {
    soon() {
      if (isEmpty(unsaved())) now()
      else callOff ??= clock.after(KEEP_PAUSE, now)
    },
    now,
    gone() {
      if (!keep.gone()) return false
      const texts = textsOf(unsaved())
      return texts.length === 0 || keep.write({ ...NOTHING, texts }, 'tab')
    },
    async takeOver(begun, wanted) {
      left = await keep.takeOver(wanted)
      if (left === null) return NOTHING
      const apart = left.begun.filter(({ field, text }) => !begun(field, text))
      left = { ...left, texts: [...left.texts, ...apart.map(({ text }) => text)] }
      return left
    },
    settled() {
      const was = left ?? NOTHING
      left = null
      return was
    },
    last(own, why) {
      const current = unsaved()
      const before = left === null ? [] : textsOf(left)
      const texts = textsOf({
        ...current,
        drafts: [],
        texts: [...own, ...before, ...current.texts],
      })
      now()
      isOver = true
      if (why === 'version' || why === 'damaged') return texts
      const drafts = left?.drafts ?? current.drafts
      const drafted = new Set(drafts.map(({ text }) => text))
      const asTexts = { ...NOTHING, drafts, texts: texts.filter((text) => !drafted.has(text)) }
      if (why === 'gone') keep.wipe()
      keep.write(asTexts, why === 'gone' ? 'tab' : 'device')
      return texts
    },
    stop(wipe) {
      isOver = true
      callOff?.()
      if (wipe) keep.wipe()
      keep.stop()
    },
  }
}
