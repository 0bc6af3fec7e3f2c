/** Groups: cards that are voted on and talked about as one. A card names its group; a group is what its cards make it. */
import type { BoardReader, Entry } from './entry.ts'
import { sectionOfEntry } from './entry.ts'

type Lookup = Pick<BoardReader, 'entry'>

/**
 * The group a card is in, or null. A group nobody has named is one; one that was taken apart (`removed`) is none,
 * so that taking it apart, and putting it together again, is one change.
 */
export function groupOf(board: Lookup, card: Entry): string | null {
  if (card.group === undefined) return null
  const group = board.entry(card.group)
  return group === null || (group.kind === 'group' && !group.removed) ? card.group : null
}

/** What is voted on and talked about: a group with its cards, or a card that is in none. */
export interface Target {
  id: string
  /** Whether `id` is that of a group. */
  grouped: boolean
  /** In the order they came. */
  cards: readonly Entry[]
}

/** The targets that these cards make, each where its first card stands. */
export function targetsOf(board: Lookup, cards: readonly Entry[]): Target[] {
  const targets = new Map<string, { id: string; grouped: boolean; cards: Entry[] }>()
  for (const card of cards) {
    const group = groupOf(board, card)
    const id = group ?? card.id
    const target = targets.get(id)
    if (target === undefined) targets.set(id, { id, grouped: group !== null, cards: [card] })
    else target.cards.push(card)
  }
  return [...targets.values()]
}

/** The cards of a group that still stand, in one section. */
export function cardsOfGroup(board: BoardReader, group: string, section: string): Entry[] {
  return [...board.entries()].filter(
    (entry) =>
      entry.kind === 'card' &&
      !entry.removed &&
      entry.group === group &&
      sectionOfEntry(board, entry) === section,
  )
}

/** The name a new group is given until somebody finds a better one: its shortest card. */
export function nameFor(texts: readonly string[], max: number): string {
  const [shortest = ''] = texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .toSorted((a, b) => a.length - b.length)
  return shortest.slice(0, max).toWellFormed()
}
