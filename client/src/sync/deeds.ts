/** What this page did, so that it can be taken back: by `undo.ts`, which is fetched behind the first screen. */
import type { Command } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import { placeOf } from '@plenary/shared/entry'

/** Deeds that can be taken back. */
const DEEDS_MAX = 50

export type FieldValue = string | boolean

/**
 * A field or text that was changed, or the command that takes another one back, with the one that does it again where
 * there is one.
 */
export type Step =
  | { id: string; field: string; from: FieldValue; to: FieldValue }
  | { inverse: Command; again?: Command }

export interface Deed {
  /** What the person was told of it; null: nothing. */
  what: string | null
  /** None while it is {@link Deed.asked}. */
  steps: Step[]
  /** On its way to the server, which may refuse it; resolves once that is known. */
  asked?: Promise<Deed | null>
}

export interface Deeds {
  /** Oldest first. */
  all: Deed[]
  /** What was taken back, as its own way back; the last one first done again. A new deed empties it. */
  undone: Deed[]
  /** What is taken back is no deed of its own. */
  undoing: boolean
  /** Something was written: a deed of its own, or a part of the one that is being done. */
  wrote: (...steps: Step[]) => void
  /** Runs something as one deed; null where nothing was written. */
  deed: (what: string | null, act: () => void) => Deed | null
  /**
   * Something was asked for: a deed of its own from now on, in the order of all, and none once it was not granted.
   * `granted`: its ways back, or none. Resolves to what it is then; null: no deed.
   */
  asks: (granted: Promise<Step[]>, what?: string | null) => Promise<Deed | null>
  /** It is no deed any more. */
  drop: (deed: Deed | undefined) => void
  /** The server did not take the newest change of this entry, so it is no deed. */
  forget: (id: string) => void
  /** Remembers a deed, as the last one done or taken back. */
  keep: (deed: Deed, undone?: boolean) => void
}

export function valueOf(entry: Entry, field: string): FieldValue {
  if (field === 'place') return placeOf(entry)
  const value: unknown = Reflect.get(entry, field)
  // What is not there is cleared; that something is removed is always said.
  return typeof value === 'string' || typeof value === 'boolean' ? value : ''
}

/** `changed`: what can be taken back or done again is different. */
export function createDeeds(changed: () => void): Deeds {
  let doing: Step[] | null = null
  const deeds: Deeds = {
    all: [],
    undone: [],
    undoing: false,
    wrote(...steps) {
      if (deeds.undoing) return
      if (doing === null) begin({ what: null, steps })
      else doing.push(...steps)
    },
    deed(what, act) {
      const steps: Step[] = (doing = [])
      act()
      doing = null
      return steps.length === 0 ? null : begin({ what, steps })
    },
    asks(granted, what = null) {
      const deed = begin({ what, steps: [] })
      return (deed.asked = granted
        .catch(() => [])
        .then((steps: Step[]) => {
          delete deed.asked
          deed.steps = steps
          if (steps.length > 0) return deed
          deeds.drop(deed)
          return null
        }))
    },
    drop(deed) {
      deeds.all = deeds.all.filter((one) => one !== deed)
      deeds.undone = deeds.undone.filter((one) => one !== deed)
      changed()
    },
    forget(id) {
      // What was taken back last is newer than what can still be taken back.
      deeds.drop(
        deeds.all
          .concat(deeds.undone)
          .findLast(({ steps }) => steps.some((step) => 'id' in step && step.id === id)),
      )
    },
    keep(deed, undone = false) {
      const among = undone ? deeds.undone : deeds.all
      among.push(deed)
      if (among.length > DEEDS_MAX) among.shift()
      changed()
    },
  }
  function begin(deed: Deed): Deed {
    deeds.undone = []
    deeds.keep(deed)
    return deed
  }
  return deeds
}
