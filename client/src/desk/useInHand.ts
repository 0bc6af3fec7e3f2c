import { useSyncExternalStore } from 'react'
import type { Point } from '@plenary/shared/wall'
import type { StoreApi } from 'zustand'
import type { Spots } from './useSpots.ts'
import type { InHand } from './wall-hands.ts'

/** What is carried on a wall; draws again with every step of it where it concerns one of these notes. */
export function useInHand(
  store: StoreApi<InHand>,
  concerns: (id: string) => boolean,
): InHand | null {
  return useSyncExternalStore(store.subscribe, () => {
    const hand = store.getState()
    return hand.ids.some(concerns) ? hand : null
  })
}

/** Where a note is seen now, in hand or not. */
export function seenAt(id: string, spots: Spots, hand: InHand | null): Point | undefined {
  const spot = spots.get(id)
  if (spot === undefined || hand === null || !hand.ids.includes(id)) return spot
  return { x: spot.x + hand.by.x, y: spot.y + hand.by.y }
}
