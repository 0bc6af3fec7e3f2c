/** Finds out what each new struct of an update is: where it stands, and whether it may stand there at all. */
import * as Y from 'yjs'
import { CARD_ID_LENGTH, fieldRule, fits } from '@plenary/shared/kinds'
import { freshAt, originOf } from './decode.ts'
import type { Fresh, Incoming } from './decode.ts'
import { KEY_MAX } from './limits.ts'
import { gap, hard } from './reject.ts'
import { nodeOf } from './scene.ts'
import type { BornEntry, Entry, Node, Roots, Scene } from './scene.ts'
import { parentType, structAt, wireParent } from './yjs-internals.ts'
import type { Id, Store } from './yjs-internals.ts'

const CARD_ID = new RegExp(`^[A-Za-z0-9_-]{${CARD_ID_LENGTH}}$`)

/** Position of a struct. `list` is the identity of the parent, null when Yjs will find none and write a tombstone. */
export interface Spot {
  readonly node: Node
  readonly list: object | null
  /** Key in a map, null in a text. */
  readonly key: string | null
}

const NOWHERE: Spot = { node: { at: 'dead' }, list: null, key: null }

/** Positions of the structs of one update. A struct may lean only on what came before it. */
export type Spots = Map<Fresh, Spot>

/** Resolves every new struct and files it under its entry. Throws `Reject`. */
export function resolveStructs(
  incoming: Incoming,
  scene: Scene,
  roots: Roots,
  store: Store,
): Spots {
  const spots: Spots = new Map()
  for (const fresh of incoming.fresh) {
    const { struct } = fresh
    if (!(struct instanceof Y.Item)) {
      spots.set(fresh, NOWHERE)
      continue
    }
    const spot = spotOf(fresh, struct)
    if (spot.key !== null && spot.key.length > KEY_MAX) hard('bad-key')
    // Yjs never gives an item of a map a right origin; with one, replicas disagree about the winner.
    if (spot.key !== null && struct.rightOrigin !== null) hard('right-origin-in-map')
    spots.set(fresh, spot)
    file(scene, roots, fresh, struct, spot)
  }
  return spots

  function spotOf(fresh: Fresh, item: Y.Item): Spot {
    const origin = originOf(fresh, item)
    if (origin === null && item.rightOrigin === null) {
      const parent = wireParent(item)
      if (parent === null) return hard('no-parent')
      return typeof parent === 'string' ? rootSpot(item, parent) : childSpot(fresh, item, parent)
    }
    const left = origin === null ? null : neighbour(fresh, origin)
    const right = item.rightOrigin === null ? null : neighbour(fresh, item.rightOrigin)
    if (left?.list === null || right?.list === null) return NOWHERE
    if (left !== null && right !== null && (left.list !== right.list || left.key !== right.key)) {
      return hard('origins-apart')
    }
    return left ?? right ?? NOWHERE
  }

  function rootSpot(item: Y.Item, name: string): Spot {
    switch (name) {
      case 'cards':
        return { node: { at: 'cards' }, list: roots.cards, key: item.parentSub }
      case 'session':
        return hard('server-only')
      default:
        return hard('unknown-root')
    }
  }

  function childSpot(fresh: Fresh, item: Y.Item, parent: Id): Spot {
    if (parent.clock >= Y.getState(store, parent.client)) {
      const above = earlier(fresh, parent)
      const node = bornNode(above)
      return node === null ? NOWHERE : { node, list: above, key: item.parentSub }
    }
    const above = structAt(store, parent)
    if (above instanceof Y.GC || above.content instanceof Y.ContentDeleted) return NOWHERE
    if (!(above.content instanceof Y.ContentType)) return hard('parent-not-a-type')
    const { type } = above.content
    return { node: nodeOf(scene, roots, type), list: type, key: item.parentSub }
  }

  /** The node a new type makes, or null when it is a tombstone. */
  function bornNode(above: Fresh): Node | null {
    const spot = spots.get(above) ?? NOWHERE
    if (spot.list === null) return null
    if (!(above.struct instanceof Y.Item) || !(above.struct.content instanceof Y.ContentType)) {
      return hard('parent-not-a-type')
    }
    switch (spot.node.at) {
      case 'cards': {
        const entry = scene.born.get(spot.key ?? '')
        return entry === undefined ? null : { at: 'entry', entry }
      }
      case 'entry':
        return { at: 'text', entry: spot.node.entry }
      case 'session':
      case 'text':
      case 'dead':
        break
    }
    return null
  }

  function neighbour(fresh: Fresh, id: Id): Spot {
    if (id.clock >= Y.getState(store, id.client)) return spots.get(earlier(fresh, id)) ?? NOWHERE
    const item = structAt(store, id)
    const type = item instanceof Y.Item ? parentType(item) : null
    if (!(item instanceof Y.Item) || type === null) return NOWHERE
    return { node: nodeOf(scene, roots, type), list: type, key: item.parentSub }
  }

  function earlier(fresh: Fresh, id: Id): Fresh {
    if (id.client !== incoming.writer) return gap('missing-dependency')
    // An item that leans on its own future makes Yjs throw in the middle of an update.
    if (id.clock >= fresh.clock) return hard('self-reference')
    return freshAt(incoming.fresh, id.clock) ?? gap('missing-dependency')
  }
}

/** Puts a struct into its entry, once its content is one that may stand there. */
function file(scene: Scene, roots: Roots, fresh: Fresh, item: Y.Item, spot: Spot): void {
  const { node, key } = spot
  switch (node.at) {
    case 'session':
      return hard('server-only')
    case 'cards':
      return fileEntry(scene, roots, fresh, item, key)
    case 'entry':
      if (key === null) return hard('sequence-in-map')
      return fileField(node.entry, fresh, item, key)
    case 'text':
      if (key !== null) return hard('key-in-text')
      if (!isTombstone(item) && !(item.content instanceof Y.ContentString)) return hard('not-text')
      node.entry.strings.push(fresh)
      return undefined
    case 'dead': {
      // A deleted entry may still get what was on its way; types, sub-documents and the like never were.
      const { content } = item
      const plain = content instanceof Y.ContentAny || content instanceof Y.ContentString
      if (!isTombstone(item) && !plain) return hard('content-type')
      scene.dead.push(fresh)
      return undefined
    }
  }
}

function fileEntry(
  scene: Scene,
  roots: Roots,
  fresh: Fresh,
  item: Y.Item,
  id: string | null,
): void {
  if (id === null) return hard('sequence-in-map')
  if (isTombstone(item)) return hard('entry-deleted')
  if (!isType(item, Y.Map)) return hard('not-an-entry')
  if (!CARD_ID.test(id)) return hard('bad-id')
  if (scene.born.has(id) || roots.cards.has(id)) return hard('entry-overwritten')
  const born: BornEntry = {
    is: 'born',
    id,
    struct: fresh,
    keys: new Map(),
    strings: [],
    text: null,
  }
  scene.born.set(id, born)
}

function fileField(entry: Entry, fresh: Fresh, item: Y.Item, key: string): void {
  if (entry.is === 'born') {
    // Its kind may come last, so values are held against the table when the update is read whole.
    if (key === 'text') {
      if (entry.text !== null || !isType(item, Y.Text)) return hard('text-replaced')
      entry.text = fresh
      return undefined
    }
  } else {
    if (key === 'kind' || key === 'by' || key === 'text') return hard('immutable')
    const rule = fieldRule(entry.kind, key)
    if (rule === null) return hard('unknown-field')
    if (!isTombstone(item) && !fits(rule, primitiveOf(item))) return hard('bad-value')
  }
  if (!isTombstone(item)) primitiveOf(item)
  const values = entry.keys.get(key)
  if (values === undefined) entry.keys.set(key, [fresh])
  else values.push(fresh)
}

/** The one string or boolean of a map item; anything else is no honest value. */
export function primitiveOf(item: Y.Item): string | boolean {
  const { content } = item
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return hard('bad-value')
  const value: unknown = content.arr[0]
  return typeof value === 'string' || typeof value === 'boolean' ? value : hard('bad-value')
}

export function isTombstone(item: Y.Item): boolean {
  return item.content instanceof Y.ContentDeleted
}

/** Whether an item holds exactly this type: Yjs' own subclasses (`Y.XmlText` is a `Y.Text`) are others. */
function isType(item: Y.Item, type: typeof Y.Map | typeof Y.Text): boolean {
  return item.content instanceof Y.ContentType && item.content.type.constructor === type
}
