/** What a report says of the board: sections with their cards, actions, notes. */
import type { BoardReader, Entry } from './entry.ts'
import { laneOf, sectionOfEntry } from './entry.ts'
import type { Facts } from './facts.ts'
import type { Format, Section } from './format.ts'
import { holdsCards } from './holds-cards.ts'
import { groupOf } from './group.ts'
import { byOrder } from './order.ts'
import { inReadingOrder, spotsOf } from './wall-spots.ts'

export interface ReportCard {
  id: string
  text: string
  /** Name of its lane; null while it is still to place. */
  lane: string | null
  /** A group without a name has the name ''. */
  group: { id: string; name: string } | null
  /** One for each round in its section whose dots may be seen. */
  dots: { round: string; dots: number }[]
  /** Name of its author; null in an anonymous session and on cards said aloud. */
  by: string | null
}

export interface ReportLane {
  id: string
  name: string
  cards: ReportCard[]
}

/** A connector between two cards that both stand. */
export interface ReportLink {
  id: string
  /** Its label, '' for none. */
  text: string
  fromId: string
  from: string
  toId: string
  to: string
}

/** A section that holds cards. */
export interface ReportSection {
  id: string
  title: string
  lanes: ReportLane[]
  /** Cards that stand in no lane; those of a wall as they are read, groups first. */
  toPlace: ReportCard[]
  links: ReportLink[]
}

export interface ReportAction {
  id: string
  what: string
  /** Null is "no owner". */
  owner: string | null
  /** ISO date. */
  due: string | null
  ticket: string | null
  status: string
  /** Text of the entry it came from. */
  from: string | null
  by: string | null
}

export interface ReportNote {
  id: string
  text: string
  /** Title of its section. */
  section: string
  from: string | null
  by: string | null
}

/** What everything below is read from. */
export interface Source {
  facts: Facts
  format: Format
  /** Entries that stand, sorted by (order key, id). */
  standing: readonly Entry[]
  /** Looks up without reading the document again. */
  board: BoardReader
}

/** Dots by target of each round that may be seen. */
export type SeenDots = readonly {
  round: string
  section: string
  dots: ReadonlyMap<string, number>
}[]

/** Reads every entry once. */
export function sourceOf(facts: Facts, format: Format, board: BoardReader): Source {
  const byId = new Map<string, Entry>()
  for (const entry of board.entries()) {
    // What is set aside has left the session's papers, whatever the document holds of it.
    const gone = Object.hasOwn(facts.aside, entry.id)
    byId.set(entry.id, gone ? { ...entry, text: '', removed: true } : entry)
  }
  return {
    facts,
    format,
    standing: [...byId.values()].filter((entry) => !entry.removed).sort(byOrder),
    board: {
      entry: (id) => byId.get(id) ?? null,
      entries: () => byId.values(),
      lastOrder: (parent) => board.lastOrder(parent),
      size: byId.size,
    },
  }
}

/** The name of a participant, or null when the id is nobody's. */
export function nameOf(facts: Facts, id: string | null | undefined): string | null {
  // An owner may be any words, so names like "constructor" must not find what every object has.
  return typeof id === 'string' && Object.hasOwn(facts.people, id)
    ? (facts.people[id]?.name ?? null)
    : null
}

/** The text of an entry that still stands, or null. */
export function standingText(board: BoardReader, id: string | undefined): string | null {
  const entry = id === undefined ? null : board.entry(id)
  return entry === null || entry.removed ? null : entry.text
}

function author({ facts }: Source, entry: Entry): string | null {
  return facts.anonymous ? null : nameOf(facts, entry.by)
}

/** The section for cards that an entry counts to; one that is lost counts to the first, so that no card is left out. */
export function columnsOf({ format, board }: Source, entry: Entry): string | null {
  const columns = format.sections.filter(holdsCards)
  const home = sectionOfEntry(board, entry)
  return (columns.find((section) => section.id === home) ?? columns[0])?.id ?? null
}

export function sectionsOf(source: Source, seen: SeenDots): ReportSection[] {
  const { format, standing } = source
  const cards = standing.filter((entry) => entry.kind === 'card')
  const homes = new Map(cards.map((entry) => [entry.id, columnsOf(source, entry)]))
  return format.sections.filter(holdsCards).map((section) => {
    const here = cards.filter((entry) => homes.get(entry.id) === section.id)
    const own = section.kind === 'wall' ? asRead(source, here) : here
    const rounds = seen.filter((round) => round.section === section.id)
    const lanes = standing.filter((entry) => entry.kind === 'lane' && entry.parent === section.id)
    const places = new Map<string | null, ReportCard[]>()
    for (const entry of own) {
      const lane = laneOf(source.board, entry)
      const at = lane !== null && lane.parent === section.id ? lane : null
      const cardsThere = places.get(at?.id ?? null) ?? []
      cardsThere.push(cardOf(source, entry, at, rounds))
      places.set(at?.id ?? null, cardsThere)
    }
    return {
      id: section.id,
      title: section.title,
      lanes: lanes.map(({ id, text }) => ({ id, name: text, cards: places.get(id) ?? [] })),
      toPlace: places.get(null) ?? [],
      links: linksOf(source, section.id),
    }
  })
}

/** The cards of a wall: group by group, then those in none, each row by row. */
function asRead({ board }: Source, cards: readonly Entry[]): Entry[] {
  const spots = spotsOf(cards)
  const read = inReadingOrder(
    cards.map((entry) => ({ x: 0, y: 0, ...spots.get(entry.id), entry })),
  ).map(({ entry }) => entry)
  const groups = new Map<string | null, Entry[]>()
  for (const entry of read) {
    const group = groupOf(board, entry)
    groups.set(group, [...(groups.get(group) ?? []), entry])
  }
  const alone = groups.get(null) ?? []
  groups.delete(null)
  return [...[...groups.values()].flat(), ...alone]
}

/** Connectors whose cards both stand; what was removed is in no part of it. */
function linksOf({ standing, board }: Source, section: string): ReportLink[] {
  return standing.flatMap((entry) => {
    if (entry.kind !== 'link' || entry.parent !== section) return []
    const [from, to] = [standingText(board, entry.from), standingText(board, entry.to)]
    if (from === null || to === null) return []
    const { id, text, from: fromId = '', to: toId = '' } = entry
    return [{ id, text, fromId, from, toId, to }]
  })
}

function cardOf(source: Source, entry: Entry, lane: Entry | null, rounds: SeenDots): ReportCard {
  const group = groupOf(source.board, entry)
  return {
    id: entry.id,
    text: entry.text,
    lane: lane?.text ?? null,
    group: group === null ? null : { id: group, name: standingText(source.board, group) ?? '' },
    dots: rounds.map(({ round, dots }) => ({ round, dots: dots.get(entry.id) ?? 0 })),
    by: author(source, entry),
  }
}

export function actionsOf(source: Source): ReportAction[] {
  const { facts, board } = source
  return inSections(source, 'action').map(({ entry }) => {
    const owner = entry.owner?.trim() ?? ''
    return {
      id: entry.id,
      what: entry.text,
      owner: nameOf(facts, owner) ?? (owner === '' ? null : owner),
      due: entry.due ?? null,
      ticket: entry.ticket ?? null,
      status: entry.status ?? 'open',
      from: standingText(board, entry.from),
      by: author(source, entry),
    }
  })
}

/** Notes outside the section `parking`, and those in it. */
export function notesOf(
  source: Source,
  parking: string | null,
): { notes: ReportNote[]; parkingLot: ReportNote[] } {
  const notes: ReportNote[] = []
  const parkingLot: ReportNote[] = []
  for (const { entry, section } of inSections(source, 'note')) {
    const note: ReportNote = {
      id: entry.id,
      text: entry.text,
      section: section?.title ?? '',
      from: standingText(source.board, entry.from),
      by: author(source, entry),
    }
    if (entry.parent === parking) parkingLot.push(note)
    else notes.push(note)
  }
  return { notes, parkingLot }
}

/** Entries of a kind, section by section; those of no section of the format come last. */
function inSections(
  { format, standing }: Source,
  kind: 'action' | 'note',
): { entry: Entry; section: Section | null }[] {
  const own = standing.filter((entry) => entry.kind === kind)
  const known = format.sections.flatMap((section) =>
    own.filter((entry) => entry.parent === section.id).map((entry) => ({ entry, section })),
  )
  const ids = new Set(format.sections.map((section) => section.id))
  const lost = own
    .filter((entry) => !ids.has(entry.parent))
    .map((entry) => ({ entry, section: null }))
  return [...known, ...lost]
}
