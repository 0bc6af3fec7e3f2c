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
  // A section's list tells of everything that stands in it or in its lanes, and of groups.
  const subscribe = useCallback(
    (listener: () => void) => client.subscribeList(section, listener),
    [client, section],
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
