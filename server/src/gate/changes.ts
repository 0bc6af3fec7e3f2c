/** Reads a resolved update as changes a person could mean: added, set, wrote, erased. */
import * as Y from 'yjs'
import { fieldRule, fits, isKind, KINDS } from '@plenary/shared/kinds'
import type { Change } from '@plenary/shared/judge'
import { originOf } from './decode.ts'
import type { Fresh } from './decode.ts'
import { holderOf } from './holder.ts'
import { hard } from './reject.ts'
import type { Restored } from './restored.ts'
import { isTombstone, primitiveOf } from './resolve.ts'
import type { BornEntry, KnownEntry, Range, Roots, Scene } from './scene.ts'
import { bornWords, knownWords } from './words.ts'
import { keyItem, sameId } from './yjs-internals.ts'
import type { Id, Store } from './yjs-internals.ts'

/** The value of a field of an entry. */
export type FieldValue = string | boolean

/** A change, and what takes it back when it is refused. */
export type Finding =
  | { is: 'add'; change: Change & { is: 'add' }; struct: Fresh }
  | {
      is: 'set'
      change: Change & { is: 'set' }
      map: Y.Map<unknown>
      /** What held the key before, if anything did. */
      over: Y.Item | undefined
      /** The value that lost only to one that was put back, and is to be written again. */
      overtaken: Fresh | null
    }
  | { is: 'insert'; change: Change & { is: 'insert' }; strings: readonly Fresh[] }
  | { is: 'erase'; change: Change & { is: 'erase' }; ranges: readonly Range[] }

const PERSON_ID = /^[A-Za-z0-9_-]{1,64}$/

/** Every change of a resolved update; the `erase` of an entry before its `insert`. Throws `Reject`. */
export function changesOf(scene: Scene, roots: Roots, store: Store, restored: Restored): Finding[] {
  const findings: Finding[] = []
  for (const entry of scene.born.values()) {
    const finding = addOf(scene, entry)
    // An id used before, whose entry was taken back, may lose against it; then nothing is added.
    if (holderOf(keyItem(roots.cards, entry.id), [entry.struct]) !== null) findings.push(finding)
  }
  for (const entry of scene.known.values()) {
    findings.push(...setsOf(scene, entry, restored))
    const { id, kind, erased, strings, text } = entry
    if (erased.length > 0) {
      const length = erased.reduce((sum, range) => sum + range.length, 0)
      findings.push({ is: 'erase', change: { is: 'erase', id, kind, length }, ranges: erased })
    }
    const words = knownWords(scene, store, text, strings)
    if (words !== '') {
      const change = { is: 'insert' as const, id, kind, text: words, before: text.length }
      findings.push({ is: 'insert', change, strings })
    }
  }
  return findings
}

function addOf(scene: Scene, entry: BornEntry): Finding {
  const { id, struct } = entry
  const kind = bornValue(scene, entry, 'kind')
  if (!isKind(kind)) return hard('unknown-kind')
  if (entry.text === null) return hard('no-text')
  const fields: Record<string, FieldValue> = {}
  for (const key of entry.keys.keys()) {
    if (key === 'kind') continue
    const value = bornValue(scene, entry, key)
    if (key === 'by') {
      const signs = typeof value === 'string' && PERSON_ID.test(value)
      if (!KINDS[kind].signed || !signs) return hard('bad-by')
    } else {
      const rule = fieldRule(kind, key)
      if (rule === null) return hard('unknown-field')
      if (!fits(rule, value)) return hard('bad-value')
    }
    fields[key] = value
  }
  if (fields['place'] === undefined) return hard('no-place')
  const text = bornWords(scene, entry.strings)
  return { is: 'add', change: { is: 'add', id, kind, fields, text }, struct }
}

/** The value a key of a new entry ends with. Nobody else can write there yet, so each value lies over the one before. */
function bornValue(scene: Scene, entry: BornEntry, key: string): FieldValue {
  const values = entry.keys.get(key) ?? []
  if ((key === 'kind' || key === 'by') && values.length > 1) return hard('immutable')
  let tail: Id | null = null
  for (const fresh of values) {
    const { struct } = fresh
    if (!(struct instanceof Y.Item) || !sameId(originOf(fresh, struct), tail)) return hard('order')
    tail = { client: fresh.client, clock: fresh.end - 1 }
  }
  return heldValue(scene, values.at(-1))
}

function setsOf(scene: Scene, entry: KnownEntry, restored: Restored): Finding[] {
  const { id, kind, map } = entry
  const findings: Finding[] = []
  for (const [field, values] of entry.keys) {
    const current = keyItem(map, field)
    const holder = holderOf(current, values)
    // A value that loses, sent with a deletion of the winner, would be a deletion in disguise.
    if (holder === null && entry.dropped.has(field)) return hard('key-deleted')
    const overtaken = holder === null ? restored.overtaken(current, values) : null
    const value = holder ?? overtaken
    if (value === null || (overtaken !== null && isGone(scene, overtaken))) continue
    const to = heldValue(scene, value)
    const from = current === undefined || current.deleted ? undefined : primitiveOf(current)
    const change = { is: 'set' as const, id, kind, field, from, to }
    findings.push({ is: 'set', change, map, over: current, overtaken })
  }
  for (const key of entry.dropped) if (!entry.keys.has(key)) hard('key-deleted')
  return findings
}

function isGone(scene: Scene, fresh: Fresh): boolean {
  const { struct } = fresh
  return (struct instanceof Y.Item && isTombstone(struct)) || scene.cuts.has(fresh)
}

/** The value of the item that holds a key; a tombstone there deletes the key without saying so. */
function heldValue(scene: Scene, holder: Fresh | undefined): FieldValue {
  if (holder === undefined || !(holder.struct instanceof Y.Item)) return hard('no-value')
  if (isGone(scene, holder)) return hard('key-deleted')
  return primitiveOf(holder.struct)
}
