/** The board as it stood at a point of the history: what is kept of it, who sees what of it, and the way back to it. */
import * as v from 'valibot'
import type { Edit } from './edit.ts'
import type { BoardReader, Entry } from './entry.ts'
import { placeOf } from './entry.ts'
import type { HistoryPoint } from './history-point.ts'
import type { Kind } from './kinds.ts'
import { KINDS, fieldRule, isKind } from './kinds.ts'
import { own } from './own.ts'
import type { SessionState } from './session.ts'
import { spliceBetween } from './splice.ts'

/** An entry that stood. */
export interface PastEntry extends Omit<Entry, 'removed'> {
  /** It was set aside, and its words were not there. */
  readonly aside?: true
}

const word = v.exactOptional(v.string())

/** How it is written down. */
export const pastEntrySchema = v.object({
  id: v.string(),
  kind: v.custom<Kind>(isKind),
  text: v.string(),
  parent: v.string(),
  order: v.string(),
  x: v.exactOptional(v.number()),
  y: v.exactOptional(v.number()),
  by: word,
  group: word,
  talk: word,
  owner: word,
  due: word,
  ticket: word,
  status: word,
  from: word,
  to: word,
  aside: v.exactOptional(v.literal(true)),
})

/** A board as it is kept. */
export interface Past {
  entries: readonly PastEntry[]
  /** Cards that a facilitator had removed by then, by their ids alone. */
  taken: readonly string[]
}

export const pastSchema = v.object({
  entries: v.array(pastEntrySchema),
  taken: v.array(v.string()),
})

/** What is kept of a board: everything that stands on it, and nothing that is not on it. */
export function pastOf(
  board: BoardReader,
  { aside, taken = {} }: Pick<SessionState, 'aside' | 'taken'>,
): Past {
  const entries: PastEntry[] = []
  for (const { removed, ...entry } of board.entries())
    if (!removed)
      entries.push(own(aside, entry.id) === undefined ? entry : { ...entry, aside: true })
  return { entries, taken: Object.keys(taken) }
}

type Looking = Pick<SessionState, 'aside' | 'asideAt' | 'taken'>

/** Whether the words it had then are not to be seen again: it was set aside then, or has been since. */
function isHidden(past: PastEntry, point: Pick<HistoryPoint, 'at'>, state: Looking): boolean {
  const since = own(state.asideAt ?? {}, past.id)
  return past.aside === true || (since !== undefined && since >= point.at)
}

/**
 * What a person sees of a point. Whoever does not lead sees nothing again that a facilitator has removed, and nobody
 * the words of a card that was set aside since: it has those that it has now.
 */
export function seenPast(
  past: readonly PastEntry[],
  {
    point,
    state,
    board,
    leads,
  }: { point: HistoryPoint; state: Looking; board: BoardReader; leads: boolean },
): PastEntry[] {
  return past.flatMap((entry) => {
    if (!leads && own(state.taken ?? {}, entry.id) === true) return []
    if (!isHidden(entry, point, state)) return [entry]
    const { aside: _then, ...seen } = entry
    const now = { ...seen, text: board.entry(entry.id)?.text ?? '' }
    return [own(state.aside, entry.id) === undefined ? now : { ...now, aside: true as const }]
  })
}

/** Fields that an entry may have beside its text and place, as far as they ever change. */
const FIELDS = ['group', 'talk', 'owner', 'due', 'ticket', 'status', 'from', 'to'] as const

/** Entries by what going back does to them. */
export interface WayBack {
  changed: readonly string[]
  /** They came later. */
  gone: readonly string[]
  /** They were removed since. */
  back: readonly string[]
}

/** What would be another after going back. Words that are not to be seen again stay as they are. */
export function wayBack(
  past: readonly PastEntry[],
  board: BoardReader,
  keepsWords: (past: PastEntry) => boolean = (entry) => entry.aside === true,
): WayBack & { edits: Edit[] } {
  const edits: Edit[] = []
  const changed: string[] = []
  const gone: string[] = []
  const back: string[] = []
  const stood = new Set(past.map(({ id }) => id))
  // Read once: a board may be large.
  const known = new Map<string, Entry>()
  for (const entry of board.entries()) {
    const { id, removed } = entry
    if (stood.has(id)) known.set(id, entry)
    else if (!removed) {
      gone.push(id)
      edits.push({ do: 'set', id, field: 'removed', value: true })
    }
  }
  for (const entry of past) {
    const now = known.get(entry.id)
    if (now === undefined) continue
    const differs = differences(entry, now, keepsWords(entry))
    edits.push(...differs)
    if (now.removed) {
      edits.push({ do: 'set', id: entry.id, field: 'removed', value: false })
      back.push(entry.id)
    } else if (differs.length > 0) changed.push(entry.id)
  }
  return { edits, changed, gone, back }
}

function differences(then: PastEntry, now: Entry, keepsWords: boolean): Edit[] {
  const { id, kind } = now
  const edits: Edit[] = []
  const place = placeOf(then)
  if (place !== placeOf(now)) edits.push({ do: 'set', id, field: 'place', value: place })
  for (const field of FIELDS) {
    const to = then[field] ?? noneOf(kind, field)
    if (to !== null && to !== (now[field] ?? noneOf(kind, field)))
      edits.push({ do: 'set', id, field, value: to })
  }
  if (!keepsWords && then.text !== now.text)
    edits.push({ do: 'splice', id, splices: [spliceBetween(now.text, then.text)] })
  return edits
}

/** What stands for "none" in a field, or null where the kind has no such field. */
function noneOf(kind: Kind, field: string): string | null {
  const rule = fieldRule(kind, field)
  if (rule === null || !Object.hasOwn(KINDS[kind].fields, field)) return null
  return rule.type === 'choice' ? (rule.of[0] ?? '') : ''
}

/** The words of a card that stay as they are when the board goes back: see {@link isHidden}. */
export function keepsWordsOf(
  point: Pick<HistoryPoint, 'at'>,
  state: Looking,
): (past: PastEntry) => boolean {
  return (past) => isHidden(past, point, state)
}
