/**
 * One's own deeds and the way back: inverse intents, each applied only while nobody has changed the value since.
 *
 * Invariants:
 * 1. What is taken back is no deed of its own.
 * 2. A deed that the server refused is none.
 */
import type { Command } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import { placeAt } from '@plenary/shared/entry'
import { fieldRule } from '@plenary/shared/kinds'

/** Deeds that can be taken back. */
const DEEDS_MAX = 50

export type FieldValue = string | boolean

/** A field that was set, or a command and its inverse. */
export type Step =
  { id: string; field: string; from: FieldValue; to: FieldValue } | { inverse: Command }

interface Deed {
  /** What the person was told of it; null: nothing. */
  what: string | null
  steps: Step[]
}

export interface UndoParts {
  entry: (id: string) => Entry | null
  set: (id: string, field: string, value: FieldValue) => void
  ask: (command: Command) => void
  /** Somebody has changed this entry since, so it stays as it is. */
  since: (id: string) => void
}

export interface Undo {
  /** Something was written: a deed of its own, or a part of the one that is being done. */
  wrote: (step: Step) => void
  /** Runs something as one deed; returns what takes it back, null where nothing was written. */
  deed: (what: string | null, act: () => void) => (() => void) | null
  /** The last deed, as the person was told of it; undefined when there is none. */
  last: () => string | null | undefined
  /** Whether all of it was taken back. */
  undoLast: () => boolean
  /** The server did not take the newest change of this entry. */
  refused: (id: string) => void
}

export function valueOf(entry: Entry, field: string): FieldValue {
  if (field === 'place') return placeAt(entry.parent, entry.order)
  const value: unknown = Reflect.get(entry, field)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return fieldRule(entry.kind, field)?.type === 'boolean' ? false : ''
}

export function createUndo({ entry, set, ask, since }: UndoParts): Undo {
  const deeds: Deed[] = []
  let doing: Step[] | null = null
  let undoing = false

  function keep(deed: Deed): void {
    deeds.push(deed)
    if (deeds.length > DEEDS_MAX) deeds.shift()
  }

  function stands(step: Step): boolean {
    if ('inverse' in step) return true
    const now = entry(step.id)
    return now !== null && valueOf(now, step.field) === step.to
  }

  function takeBack(deed: Deed): boolean {
    const at = deeds.indexOf(deed)
    if (at === -1) return false
    deeds.splice(at, 1)
    // An entry goes back as a whole or not at all.
    const changed = new Set(
      deed.steps.flatMap((step) => ('inverse' in step || stands(step) ? [] : step.id)),
    )
    undoing = true
    for (const step of deed.steps.toReversed())
      if ('inverse' in step) ask(step.inverse)
      else if (!changed.has(step.id)) set(step.id, step.field, step.from)
    undoing = false
    const [other] = changed
    if (other !== undefined) since(other)
    return other === undefined
  }

  return {
    wrote(step) {
      if (undoing) return
      if (doing === null) keep({ what: null, steps: [step] })
      else doing.push(step)
    },
    deed(what, act) {
      const steps: Step[] = []
      const outer = doing
      doing = steps
      try {
        act()
      } finally {
        doing = outer
      }
      if (steps.length === 0) return null
      const deed = { what, steps }
      keep(deed)
      return () => void takeBack(deed)
    },
    last: () => deeds.at(-1)?.what,
    undoLast() {
      const deed = deeds.at(-1)
      return deed !== undefined && takeBack(deed)
    },
    refused(id) {
      const at = deeds.findLastIndex(({ steps }) =>
        steps.some((step) => !('inverse' in step) && step.id === id),
      )
      if (at !== -1) deeds.splice(at, 1)
    },
  }
}
