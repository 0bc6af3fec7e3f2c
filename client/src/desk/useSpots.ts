import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Point } from '@plenary/shared/wall'
import { spotsOf } from '@plenary/shared/wall-spots'
import { useClient, useUnplaced } from '../sync/hooks.ts'

export type Spots = ReadonlyMap<string, Point>

/** Where each card of a wall stands, in their order; the same map until one stands elsewhere. */
export function useSpots(section: string): Spots {
  const client = useClient()
  const ids = useUnplaced(section)
  const last = useRef<{ key: string; spots: Spots }>({ key: '', spots: new Map() })
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = ids.map((id) => client.subscribeEntry(id, listener))
      return () => stops.forEach((stop) => stop())
    },
    [client, ids],
  )
  return useSyncExternalStore(subscribe, () => {
    const cards = ids.flatMap((id) => client.entry(id) ?? [])
    const key = cards.map(({ id, x, y }) => `${id}${x},${y}`).join()
    if (key !== last.current.key) last.current = { key, spots: spotsOf(cards) }
    return last.current.spots
  })
}
