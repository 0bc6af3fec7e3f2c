/** What one update touches, entry by entry: filled by `resolve.ts`, read by `changes.ts`. */
import * as Y from 'yjs'
import { isKind } from '@plenary/shared/kinds'
import type { Kind } from '@plenary/shared/kinds'
import type { Fresh } from './decode.ts'
import { hard } from './reject.ts'
import { itemOf, parentType } from './yjs-internals.ts'
import type { AnyType } from './yjs-internals.ts'

export interface Range {
  readonly client: number
  readonly clock: number
  readonly length: number
}

interface Touched {
  readonly id: string
  /** New values of each key, in clock order, tombstones included. */
  readonly keys: Map<string, Fresh[]>
  /** New pieces of the text, in clock order, tombstones included. */
  readonly strings: Fresh[]
}

/** An entry the document has. */
export interface KnownEntry extends Touched {
  readonly is: 'known'
  readonly map: Y.Map<unknown>
  readonly kind: Kind
  readonly text: Y.Text
  /** Live text the update deletes. */
  readonly erased: Range[]
  /** Keys whose live value the update deletes. */
  readonly dropped: Set<string>
}

/** An entry the update adds. */
export interface BornEntry extends Touched {
  readonly is: 'born'
  readonly struct: Fresh
  text: Fresh | null
}

export type Entry = KnownEntry | BornEntry

export interface Scene {
  readonly known: Map<AnyType, KnownEntry>
  readonly born: Map<string, BornEntry>
  /** New structs for which Yjs will find no place, though one of their neighbours may have one. */
  readonly dead: Fresh[]
  /** New structs the same update deletes again, as clock ranges within them. */
  readonly cuts: Map<Fresh, { from: number; to: number }[]>
}

/** A place in the document: the two roots, an entry, its text, or something that is deleted. */
export type Node =
  | { at: 'cards' }
  | { at: 'session' }
  | { at: 'entry'; entry: Entry }
  | { at: 'text'; entry: Entry }
  | { at: 'dead' }

export interface Roots {
  readonly cards: Y.Map<unknown>
  readonly session: Y.Map<unknown>
}

export function emptyScene(): Scene {
  return { known: new Map(), born: new Map(), dead: [], cuts: new Map() }
}

/** Where an integrated type stands. Two steps up at most, unless it is in `session`. */
export function nodeOf(scene: Scene, roots: Roots, type: AnyType): Node {
  if (type === roots.cards) return { at: 'cards' }
  if (type === roots.session) return { at: 'session' }
  const item = itemOf(type)
  if (item === null) return hard('unknown-root')
  const parent = parentType(item)
  if (item.deleted || parent === null) return { at: 'dead' }
  if (parent === roots.cards && type instanceof Y.Map && item.parentSub !== null) {
    return { at: 'entry', entry: knownEntry(scene, type, item.parentSub) }
  }
  const above = nodeOf(scene, roots, parent)
  switch (above.at) {
    case 'entry':
      return item.parentSub === 'text' ? { at: 'text', entry: above.entry } : hard('unknown-type')
    case 'session':
    case 'dead':
      return above
    case 'cards':
    case 'text':
      break
  }
  return hard('unknown-type')
}

function knownEntry(scene: Scene, map: Y.Map<unknown>, id: string): KnownEntry {
  const seen = scene.known.get(map)
  if (seen !== undefined) return seen
  const kind = map.get('kind')
  const text = map.get('text')
  if (!isKind(kind) || !(text instanceof Y.Text)) return hard('unknown-kind')
  const entry: KnownEntry = {
    is: 'known',
    id,
    map,
    kind,
    text,
    keys: new Map(),
    strings: [],
    erased: [],
    dropped: new Set(),
  }
  scene.known.set(map, entry)
  return entry
}
