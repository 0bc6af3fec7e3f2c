/** What is in this person's hand while a card is dragged. Dies with the drag. */
import { createContext, useContext } from 'react'
import { createStore, useStore } from 'zustand'
import type { StoreApi } from 'zustand'
import type { Slot } from './drop.ts'

export interface Carry {
  /** The card in hand. */
  id: string | null
  /** Where it would land; null where it would go back. */
  slot: Slot | null
}

export function createCarry(): StoreApi<Carry> {
  return createStore<Carry>(() => ({ id: null, slot: null }))
}

export interface Carrying {
  store: StoreApi<Carry>
  /** Id of the element that tells screen readers how to carry a card. */
  help: string
}

export const CarryContext = createContext<Carrying | null>(null)

function useCarrying(): Carrying {
  const carrying = useContext(CarryContext)
  if (carrying === null) throw new Error('No drag layer here. Is the card inside DragLayer?')
  return carrying
}

export function useCarried(card: string): boolean {
  return useStore(useCarrying().store, (carry) => carry.id === card)
}

/** Before which card of this parent the carried one would land; '' at the end; null when not here. */
export function useSlotIn(parent: string): string | null {
  return useStore(useCarrying().store, ({ slot }) =>
    slot?.parent === parent ? (slot.before ?? '') : null,
  )
}

export function useCarryHelp(): string {
  return useCarrying().help
}
