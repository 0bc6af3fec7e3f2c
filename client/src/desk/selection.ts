/** Which cards this person has chosen to do something with at once. Dies with the tab; nobody else knows. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

interface Selection {
  ids: ReadonlySet<string>
}

export const selection = createStore<Selection>(() => ({ ids: new Set() }))

/** Draws again only what was chosen or is no more. */
export function useSelected(card: string): boolean {
  return useStore(selection, ({ ids }) => ids.has(card))
}

export function select(cards: Iterable<string>): void {
  selection.setState({ ids: new Set(cards) })
}

export function toggle(card: string): void {
  const ids = new Set(selection.getState().ids)
  if (!ids.delete(card)) ids.add(card)
  selection.setState({ ids })
}

export function clearSelection(): void {
  if (selection.getState().ids.size > 0) select([])
}
