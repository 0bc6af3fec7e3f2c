/** What is in this person's hand while a card is dragged. Dies with the drag. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import { createStore } from 'zustand'
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

/** Null where cards are only read. */
export const CarryContext = createContext<Carrying | null>(null)

const NEVER = () => () => undefined

function useCarry<T>(select: (carry: Carry) => T, otherwise: T): T {
  const store = useContext(CarryContext)?.store
  return useSyncExternalStore(store?.subscribe ?? NEVER, () =>
    store === undefined ? otherwise : select(store.getState()),
  )
}

export function useCarried(card: string): boolean {
  return useCarry((carry) => carry.id === card, false)
}

/** Before which card of this parent the carried one would land; '' at the end; null when not here. */
export function useSlotIn(parent: string): string | null {
  return useCarry(({ slot }) => (slot?.parent === parent ? (slot.before ?? '') : null), null)
}

export function useCarryHelp(): string | undefined {
  return useContext(CarryContext)?.help
}
