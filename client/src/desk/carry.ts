/** What is in this person's hand while cards are carried. Dies with the carrying. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import { createStore } from 'zustand'
import type { StoreApi } from 'zustand'

export interface Carry {
  /** The card in hand. */
  id: string | null
  /** By mouse or finger it hangs below the pointer; by keys it stays where it is until it is put down. */
  by: 'pointer' | 'keys'
  /** It would be grouped with the card that it hangs over. */
  onto: boolean
}

export function createCarry(): StoreApi<Carry> {
  return createStore<Carry>(() => ({ id: null, by: 'pointer', onto: false }))
}

export interface Carrying {
  store: StoreApi<Carry>
  /** Picks a card up by key. */
  pickUp: (card: string) => void
  /** Makes an element a place that takes cards, until the returned call. */
  addZone: (parent: string, element: HTMLElement, flow: 'list' | 'rows') => () => void
  /** Id of the element that tells screen readers how to carry a card. */
  help: string
}

/** Null where cards are only read. */
export const CarryContext = createContext<Carrying | null>(null)

const NEVER = () => () => undefined

/** How this card is carried; null: it is not. */
export function useCarried(card: string): Carry['by'] | null {
  const store = useContext(CarryContext)?.store
  return useSyncExternalStore(store?.subscribe ?? NEVER, () => {
    const carry = store?.getState()
    return carry?.id === card ? carry.by : null
  })
}

export function useCarrying(): Carrying | null {
  return useContext(CarryContext)
}
