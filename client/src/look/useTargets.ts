import { useCallback, useRef, useSyncExternalStore } from 'react'
import { targetsOf } from '@plenary/shared/group'
import { useClient } from '../sync/hooks.ts'

/** A card that stands alone, or a group with its cards. */
export interface ShownTarget {
  id: string
  grouped: boolean
  cards: readonly string[]
}

/** What these cards of a section come to as groups and single cards; the same array until it changes. */
export function useTargets(section: string, ids: readonly string[]): readonly ShownTarget[] {
  const client = useClient()
  const last = useRef<{ key: string; targets: readonly ShownTarget[] }>({ key: '', targets: [] })
  const subscribe = useCallback(
    (listener: () => void) => {
      // Groups stand in the section itself, so its list says when one comes or goes.
      const stops = ids.map((id) => client.subscribeEntry(id, listener))
      stops.push(client.subscribeList(section, listener))
      return () => stops.forEach((stop) => stop())
    },
    [client, ids, section],
  )
  return useSyncExternalStore(subscribe, () => {
    const cards = ids.flatMap((id) => client.entry(id) ?? [])
    const targets = targetsOf(client, cards).map(({ id, grouped, cards: own }) => ({
      id,
      grouped,
      cards: own.map((card) => card.id),
    }))
    const key = targets.map(({ id, cards: own }) => `${id}:${own.join()}`).join('|')
    if (key !== last.current.key) last.current = { key, targets }
    return last.current.targets
  })
}
