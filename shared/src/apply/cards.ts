/** Folds what is known of single cards beside their content: set aside, taken away, moved. */
import type { EventOf } from '../event.ts'
import { must } from '../must.ts'
import type { SessionState } from '../session.ts'
import { without } from '../without.ts'

export function setAside(
  state: SessionState,
  { card, text, by, at }: EventOf<'card.aside'>,
): SessionState {
  return {
    ...state,
    aside: { ...state.aside, [card]: { text, by, at, reworded: false } },
    // Not before any point there is, whatever the clock says: they all have the words.
    asideAt: {
      ...state.asideAt,
      [card]: Math.max(at, ...(state.points ?? []).map((point) => point.at)),
    },
  }
}

export function reworded(state: SessionState, event: EventOf<'aside.reworded'>): SessionState {
  const kept = must(state.aside[event.card], `card ${event.card} set aside`)
  const now = { ...kept, text: event.text, reworded: true }
  return { ...state, aside: { ...state.aside, [event.card]: now } }
}

export function returned(state: SessionState, event: EventOf<'card.returned'>): SessionState {
  return { ...state, aside: without(state.aside, (card) => card === event.card) }
}

export function taken(state: SessionState, event: EventOf<'card.taken'>): SessionState {
  const { [event.card]: _, ...others } = state.taken ?? {}
  return { ...state, taken: event.taken ? { ...others, [event.card]: true } : others }
}

export function manyTaken(state: SessionState, event: EventOf<'cards.taken'>): SessionState {
  const cards = new Set(event.cards)
  const others = without(state.taken ?? {}, (card) => cards.has(card))
  const these = Object.fromEntries(event.cards.map((card) => [card, true as const]))
  return { ...state, taken: event.taken ? { ...others, ...these } : others }
}

export function moved(
  state: SessionState,
  { cards, by, at }: EventOf<'cards.moved'>,
): SessionState {
  const now = cards.map((card) => [card, { by, at }] as const)
  return { ...state, moved: { ...state.moved, ...Object.fromEntries(now) } }
}
