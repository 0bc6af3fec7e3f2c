/** What this page did, so that it can be taken back: by `undo.ts`, which is fetched behind the first screen. */
import type { Command } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import { placeAt } from '@plenary/shared/entry'
import { fieldRule } from '@plenary/shared/kinds'

/** Deeds that can be taken back. */
const DEEDS_MAX = 50

export type FieldValue = string | boolean

/** A field that was set, or the command that takes another one back. */
export type Step =
  { id: string; field: string; from: FieldValue; to: FieldValue } | { inverse: Command }

export interface Deed {
  /** What the person was told of it; null: nothing. */
  what: string | null
  steps: Step[]
}

export interface Deeds {
  /** Oldest first. */
  all: Deed[]
  /** What is taken back is no deed of its own. */
  undoing: boolean
  /** Something was written: a deed of its own, or a part of the one that is being done. */
  wrote: (step: Step) => void
  /** Runs something as one deed; null where nothing was written. */
  deed: (what: string | null, act: () => void) => Deed | null
}

export function valueOf(entry: Entry, field: string): FieldValue {
  if (field === 'place') return placeAt(entry.parent, entry.order)
  const value: unknown = Reflect.get(entry, field)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return fieldRule(entry.kind, field)?.type === 'boolean' ? false : ''
}

export function createDeeds(): Deeds {
  let doing: Step[] | null = null
  const deeds: Deeds = {
    all: [],
    undoing: false,
    wrote(step) {
      if (deeds.undoing) return
      if (doing === null) keep({ what: null, steps: [step] })
      else doing.push(step)
    },
    deed(what, act) {
      const steps: Step[] = (doing = [])
      act()
      doing = null
      return steps.length === 0 ? null : keep({ what, steps })
    },
  }
  function keep(deed: Deed): Deed {
    deeds.all.push(deed)
    if (deeds.all.length > DEEDS_MAX) deeds.all.shift()
    return deed
  }
  return deeds
}
