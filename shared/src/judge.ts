/** Judges one change to the board that an honest client could send: allowed, too late, or forged. */
import type { BoardReader, Entry } from './entry.ts'
import { parsePlace, sectionOfEntry } from './entry.ts'
import type { EventOf } from './event.ts'
import type { Format, Section } from './format.ts'
import { sectionOf } from './format.ts'
import type { Kind } from './kinds.ts'
import { KINDS } from './kinds.ts'
import { isOrderKey } from './order.ts'
import type { Deed, Setting } from './permission.ts'
import { refusalFor } from './permission.ts'
import type { Person } from './person.ts'
import type { Refusal } from './refusal.ts'
import { isOnWall } from './wall.ts'

/** One thing an honest client can do to the board; at most one `insert` and one `erase` of an entry in an update. */
export type Change =
  | {
      is: 'add'
      id: string
      kind: Kind
      /** `place`, and `by`, `group`, `owner`, ... where given; without kind and text. */
      fields: Readonly<Record<string, string | boolean>>
      text: string
    }
  | {
      is: 'set'
      id: string
      kind: Kind
      field: string
      from: string | boolean | undefined
      to: string | boolean
    }
  | {
      is: 'insert'
      id: string
      kind: Kind
      text: string
      /** Length of the entry's text before, in UTF-16 code units. */
      before: number
    }
  | { is: 'erase'; id: string; kind: Kind; length: number }

/** null: allowed. A refusal: lost a race, is compensated. `hard`: what no honest client sends. */
export type Verdict = Refusal | null | { hard: string }

export interface Judging {
  person: Person
  format: Format
  anonymous: boolean
  setting: Setting
  /** The setting a moment ago, for text and new cards only. */
  grace: Setting | null
  board: BoardReader
  /** Cards without a name that this person wrote. */
  isAuthor: (card: string) => boolean
  /** Cards that a facilitator took away: their authors do not bring them back. */
  isTaken: (card: string) => boolean
  /** Cards that are set aside: their words come back through a facilitator. */
  isAside: (card: string) => boolean
  cardsMax: number
}

/** What becomes of a change to the board, from who made it and what stands there. */
export function judge(change: Change, judging: Judging): Verdict {
  switch (change.is) {
    case 'add':
      return judgeAdd(change, judging)
    case 'set':
      return judgeSet(change, judging)
    case 'insert':
    case 'erase':
      return judgeText(change, judging)
  }
}

function allowed(
  deed: Deed,
  { person, setting, grace }: Judging,
  withGrace: boolean,
): Refusal | null {
  const refusal = refusalFor(person, deed, setting)
  if (refusal === null || !withGrace || grace === null) return refusal
  return refusalFor(person, deed, grace) === null ? null : refusal
}

function judgeAdd(change: Extract<Change, { is: 'add' }>, judging: Judging): Verdict {
  const { person, board, anonymous, cardsMax } = judging
  const { kind, fields } = change
  const by = fields['by']
  if (by !== undefined && by !== person.id) return { hard: 'forged-author' }
  if (by === undefined && KINDS[kind].signed && !(kind === 'card' && anonymous))
    return { hard: 'unsigned' }
  if (by !== undefined && !KINDS[kind].signed) return { hard: 'signed' }
  const place = placed(fields['place'], kind, judging)
  if (place !== null) return place
  const ends =
    kind === 'link' ? endsOf(fields['from'], fields['to'], fields['place'], judging) : null
  if (ends !== null) return ends
  if (kind === 'card' && anonymous) return 'by-command'
  if (kind === 'field') return 'not-now'
  if (board.size >= cardsMax) return 'too-many-cards'
  return allowed(addDeed(kind, fields['place'], judging), judging, true)
}

function addDeed(kind: Kind, place: unknown, { format }: Judging): Deed {
  switch (kind) {
    case 'card':
    case 'field':
      return 'add card'
    // Who may move cards may say which of them belong together.
    case 'group':
    case 'link':
      return 'move'
    case 'lane':
      return 'lanes'
    case 'action':
      return 'add action'
    case 'note': {
      const parent = typeof place === 'string' ? parsePlace(place)?.parent : undefined
      return parent === parkingOf(format) ? 'park' : 'add note'
    }
  }
}

/** The parking lot is the last section for notes: reachable from every phase. */
export function parkingOf(format: Format): string | null {
  return format.sections.findLast((section) => section.kind === 'notes')?.id ?? null
}

const HOLDS: Record<Kind, readonly Section['kind'][]> = {
  card: ['columns', 'wall'],
  lane: ['columns'],
  group: ['columns', 'wall'],
  link: ['wall'],
  action: ['actions'],
  note: ['notes'],
  field: [],
}

/** Whether an entry of this kind may stand there. */
function placed(value: unknown, kind: Kind, { board, format }: Judging): Verdict {
  const place = typeof value === 'string' ? parsePlace(value) : null
  if (place === null || !isOrderKey(place.order)) return { hard: 'bad-place' }
  const { point } = place
  const parent = board.entry(place.parent)
  if (parent !== null) {
    if (point !== undefined) return { hard: 'bad-place' }
    if (parent.kind !== 'lane' || !KINDS[kind].inLane) return { hard: 'bad-parent' }
    return parent.removed ? 'no-such-lane' : null
  }
  const section = sectionOf(format, place.parent)
  if (section === null) return 'no-such-place'
  if (!HOLDS[kind].includes(section.kind)) return { hard: 'bad-parent' }
  // An honest client keeps its notes on the wall, and gives points to nothing else.
  const stands =
    point === undefined || (kind === 'card' && section.kind === 'wall' && isOnWall(point))
  return stands ? null : { hard: 'bad-place' }
}

/** Whether a connector may lead from one card to another: two cards of its wall. One that has been removed still counts. */
function endsOf(from: unknown, to: unknown, place: unknown, { board }: Judging): Verdict {
  if (typeof from !== 'string' || typeof to !== 'string' || from === to) return { hard: 'bad-link' }
  const section = typeof place === 'string' ? parsePlace(place)?.parent : undefined
  const stand = [from, to].every((id) => {
    const card = board.entry(id)
    return card?.kind === 'card' && card.parent === section
  })
  return stand ? null : 'no-such-card'
}

function judgeSet(change: Extract<Change, { is: 'set' }>, judging: Judging): Verdict {
  const { board } = judging
  const entry = board.entry(change.id)
  if (entry === null) return { hard: 'no-such-entry' }
  if (change.field === 'place') {
    const place = placed(change.to, change.kind, judging)
    if (place !== null) return place
    if (change.kind === 'lane') return allowed('lanes', judging, false)
    if (change.kind === 'card' || change.kind === 'group' || change.kind === 'link') {
      if (leavesSection(change, entry, judging)) return 'no-such-place'
      return allowed('move', judging, false)
    }
    // To leave a list takes the right to it as much as to enter one.
    const to = parsePlace(String(change.to))?.parent ?? ''
    return (
      allowed(listDeed(change.kind, entry.parent, judging), judging, false) ??
      allowed(listDeed(change.kind, to, judging), judging, false)
    )
  }
  if (change.field === 'removed') return judgeRemoval(change, judging)
  // Where it leads never changes: another connector leads elsewhere.
  if (change.kind === 'link') return { hard: 'bad-link' }
  if (change.kind === 'card' || change.kind === 'group') return allowed('move', judging, false)
  return allowed(listDeed(change.kind, entry.parent, judging), judging, false)
}

function leavesSection(
  change: Extract<Change, { is: 'set' }>,
  entry: Entry,
  { board }: Judging,
): boolean {
  const place = typeof change.to === 'string' ? parsePlace(change.to) : null
  if (place === null) return true
  const target = board.entry(place.parent)?.parent ?? place.parent
  return target !== sectionOfEntry(board, entry)
}

function listDeed(kind: Kind, section: string, { format }: Judging): Deed {
  if (kind === 'action') return 'add action'
  return section === parkingOf(format) ? 'park' : 'add note'
}

function judgeRemoval(change: Extract<Change, { is: 'set' }>, judging: Judging): Verdict {
  const { board, person, isAuthor } = judging
  if (change.kind === 'lane') return 'by-command'
  // To take a group apart moves its cards, and removes none of them.
  if (change.kind === 'group' || change.kind === 'link') return allowed('move', judging, false)
  const entry = board.entry(change.id)
  // Only its author may remove a card without a name, so an edit of theirs would sign it for ever.
  const signs = change.kind === 'card' && entry?.by === undefined && isAuthor(change.id)
  const own = entry?.by === person.id || signs
  const refusal = allowed(own ? 'remove own' : 'remove others', judging, false)
  if (refusal !== null || change.kind !== 'card') return refusal
  if (signs && person.role !== 'facilitator') return 'by-command'
  return judging.isTaken(change.id) && person.role !== 'facilitator' ? 'taken-away' : null
}

/** What an accepted change says of who took a card away or brought it back; null for every other change. */
export function takenAway(
  change: Change,
  { board, person, isAuthor, isTaken }: Judging,
): EventOf<'card.taken'> | null {
  if (change.is !== 'set' || change.kind !== 'card' || change.field !== 'removed') return null
  const own = board.entry(change.id)?.by === person.id || isAuthor(change.id)
  const taken = change.to === true && !own
  return taken === isTaken(change.id) ? null : { is: 'card.taken', card: change.id, taken }
}

/** The card that an accepted change has put elsewhere; null for every other change. */
export function movedCard(change: Change): string | null {
  return change.is === 'set' && change.kind === 'card' && change.field === 'place'
    ? change.id
    : null
}

function judgeText(change: Extract<Change, { is: 'insert' | 'erase' }>, judging: Judging): Verdict {
  const { board, person } = judging
  const entry = board.entry(change.id)
  if (entry === null) return { hard: 'no-such-entry' }
  if (entry.removed) return 'no-such-card'
  if (judging.isAside(change.id)) return 'set-aside'
  if (change.kind === 'group' || change.kind === 'link') return allowed('move', judging, true)
  if (change.kind === 'lane') return allowed('lanes', judging, true)
  if (entry.by === undefined)
    return change.kind === 'card' ? 'by-command' : allowed('edit others', judging, true)
  const own = entry.by === person.id
  // Actions and notes are written together where the phase opens them; a parked thought is its author's.
  const shared = change.kind === 'action' || change.kind === 'note'
  const deed = shared ? listDeed(change.kind, entry.parent, judging) : 'edit others'
  if (!own && shared) return allowed(deed === 'park' ? 'edit others' : deed, judging, true)
  return allowed(own ? 'edit own' : 'edit others', judging, true)
}
