/**
 * What stands on the board, as frozen values: a small store over the document that tells only those who show
 * what has changed.
 *
 * Invariants:
 * 1. {@link Projection.entry} gives the same object until one of its values differs.
 * 2. A list is the same array until a member comes, goes or changes its place in it.
 */
import { cardsOf, readEntry } from '@plenary/shared/board'
import type { Entry } from '@plenary/shared/entry'
import { byOrder } from '@plenary/shared/order'
import type * as Y from 'yjs'
import type { Listeners } from './listeners.ts'
import { createListeners } from './listeners.ts'

export interface Projection {
  /** Shows this document from now on; another one before it is let go. */
  attach: (doc: Y.Doc) => void
  /** Lets the document go; what was shown stays. */
  detach: () => void
  entry: (id: string) => Entry | null
  /** Entries of a kind under a parent, not removed, in their order. */
  ids: (parent: string, kind: Entry['kind']) => readonly string[]
  /** Cards of a section that are in none of its lanes. */
  unplaced: (section: string) => readonly string[]
  subscribeEntry: (id: string, listener: () => void) => () => void
  subscribeList: (parent: string, listener: () => void) => () => void
  /** Shows an entry with another text until null takes it back: own words on their way to the server. */
  reword: (id: string, text: string | null) => void
}

/** Hears of every entry that this page itself has changed in the document, or that it has not. */
export type EntryChange = (id: string, before: Entry | null, after: Entry | null) => void

const UNPLACED = 'unplaced'
/** A frame that takes longer is felt by whoever types. Milliseconds. */
const SLOW_FRAME = 50
/** No pause is longer: a page that was hidden meanwhile was not slow. Milliseconds. */
const PAUSE_MOST = 500

interface Parent {
  /** Every entry that stands under it, removed ones included. */
  members: Set<string>
  lists: Map<string, readonly string[]>
  /** Lists that are known to be right. */
  fresh: Set<string>
}

export function createProjection(
  onOwn: EntryChange = () => {},
  onOther: EntryChange = () => {},
): Projection {
  /** As the document has it, and as it is shown: the two differ only where own words are on their way. */
  const read = new Map<string, Entry>()
  const shown = new Map<string, Entry>()
  const words = new Map<string, string>()
  const parents = new Map<string, Parent>()
  const entryListeners = new Map<string, Listeners>()
  const listListeners = new Map<string, Listeners>()
  /** Who is still to be told, and whether a frame is waited for, or has to be got over. */
  const due = new Set<Listeners | undefined>()
  let waits = false
  let release: () => void = () => {}

  function parentOf(id: string): Parent {
    let parent = parents.get(id)
    if (parent === undefined)
      parents.set(id, (parent = { members: new Set(), lists: new Map(), fresh: new Set() }))
    return parent
  }

  /** Reads these entries again and tells whoever shows what differs. */
  function refresh(doc: Y.Doc, ids: Iterable<string>, own: boolean): void {
    const changed: string[] = []
    const touched = new Set<string>()
    for (const id of ids) {
      const before = read.get(id) ?? null
      const after = readEntry(doc, id)
      if (same(before, after)) continue
      if (after === null) read.delete(id)
      else read.set(id, Object.freeze(after))
      const hears = own ? onOwn : onOther
      hears(id, before, after)
      if (show(id, touched)) changed.push(id)
    }
    tell(changed, touched, own)
  }

  /** Brings what is shown of an entry up to date; false when nothing differs. Collects the parents it concerns. */
  function show(id: string, touched: Set<string>): boolean {
    const before = shown.get(id) ?? null
    const base = read.get(id) ?? null
    const text = words.get(id)
    const after =
      base === null || text === undefined || text === base.text
        ? base
        : Object.freeze({ ...base, text })
    if (same(before, after)) return false
    if (after === null) shown.delete(id)
    else shown.set(id, after)
    if (standsAlike(before, after)) return true
    if (before !== null && before.parent !== after?.parent)
      parentOf(before.parent).members.delete(id)
    if (after !== null) parentOf(after.parent).members.add(id)
    for (const entry of [before, after]) if (entry !== null) touched.add(entry.parent)
    return true
  }

  /**
   * What others changed within a frame is told at once with it, so that a screen is drawn once for all of it. After a
   * frame that was slow to draw the page is left in peace for as long again: whoever writes or drags on it comes first.
   */
  function tell(changed: readonly string[], touched: Set<string>, now: boolean): void {
    // A card in a removed lane counts for the section, so what a lane holds concerns the section too.
    for (const id of Array.from(touched)) {
      const lane = shown.get(id)
      if (lane?.kind === 'lane') touched.add(lane.parent)
    }
    for (const id of changed) due.add(entryListeners.get(id))
    for (const id of touched) {
      parents.get(id)?.fresh.clear()
      due.add(listListeners.get(id))
    }
    // Without a screen there are no frames.
    if (now || !globalThis.requestAnimationFrame) tellAll()
    else if (!waits) tellLater()
  }

  function tellLater(): void {
    waits = due.size > 0
    if (!waits) return
    requestAnimationFrame((began) => {
      // Asked for first: a listener that throws keeps back no later news.
      requestAnimationFrame((drawn) => {
        const took = drawn - began
        if (took > SLOW_FRAME) setTimeout(tellLater, Math.min(took, PAUSE_MOST))
        else tellLater()
      })
      tellAll()
    })
  }

  function tellAll(): void {
    const told = [...due]
    due.clear()
    for (const listeners of told) listeners?.call()
  }

  function list(id: string, name: string, build: () => Entry[]): readonly string[] {
    const parent = parentOf(id)
    const before = parent.lists.get(name)
    if (before !== undefined && parent.fresh.has(name)) return before
    const now = build()
      .sort(byOrder)
      .map((entry) => entry.id)
    parent.fresh.add(name)
    if (
      before !== undefined &&
      before.length === now.length &&
      now.every((one, at) => one === before[at])
    )
      return before
    parent.lists.set(name, now)
    return now
  }

  function under(parent: string, kind: Entry['kind'], removed = false): Entry[] {
    const entries: Entry[] = []
    for (const id of parents.get(parent)?.members ?? []) {
      const entry = shown.get(id)
      if (entry !== undefined && entry.kind === kind && entry.removed === removed)
        entries.push(entry)
    }
    return entries
  }

  return {
    attach(doc) {
      release()
      const cards = cardsOf(doc)
      const heard = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) =>
        refresh(doc, concerned(cards, events), transaction.local)
      cards.observeDeep(heard)
      release = () => cards.unobserveDeep(heard)
      refresh(doc, new Set([...read.keys(), ...cards.keys()]), false)
    },
    detach() {
      release()
      release = () => {}
    },
    entry: (id) => shown.get(id) ?? null,
    ids: (parent, kind) => list(parent, kind, () => under(parent, kind)),
    unplaced: (section) =>
      list(section, UNPLACED, () => [
        ...under(section, 'card'),
        ...under(section, 'lane', true).flatMap((lane) => under(lane.id, 'card')),
      ]),
    subscribeEntry: (id, listener) => listen(entryListeners, id, listener),
    subscribeList: (parent, listener) => listen(listListeners, parent, listener),
    reword(id, text) {
      if (text === null) words.delete(id)
      else words.set(id, text)
      const touched = new Set<string>()
      if (show(id, touched)) tell([id], touched, true)
    },
  }
}

/** Ids of the entries that a transaction has changed. */
function concerned(
  cards: Y.Map<unknown>,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): Set<string> {
  const ids = new Set<string>()
  for (const event of events) {
    if (event.target === cards) for (const id of event.keys.keys()) ids.add(id)
    else {
      const [id] = event.path
      if (typeof id === 'string') ids.add(id)
    }
  }
  return ids
}

function listen(all: Map<string, Listeners>, id: string, listener: () => void): () => void {
  let listeners = all.get(id)
  if (listeners === undefined) all.set(id, (listeners = createListeners()))
  return listeners.add(listener)
}

const STANDS = ['parent', 'order', 'kind', 'removed', 'group', 'talk'] as const

/** Whether two values of an entry are the same to lists, and to what is counted out of lists: groups, marked cards. */
function standsAlike(a: Entry | null, b: Entry | null): boolean {
  return a === null || b === null ? a === b : STANDS.every((field) => a[field] === b[field])
}

/** An entry is always read field by field in one order. */
function same(a: Entry | null, b: Entry | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
