import { useCallback, useRef, useSyncExternalStore } from 'react'
import { groupOf } from '@plenary/shared/group'
import type { SessionClient } from '../sync/session-client.ts'
import { useClient } from '../sync/hooks.ts'
import { cardsIn } from './topics.ts'

/** Cards that a topic brings: those of a category or a group; a card brings none. The same array until it changes. */
export function useTopicCards(target: string): readonly string[] {
  const client = useClient()
  const last = useRef<readonly string[]>([])
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [
        client.subscribeList(target, listener),
        client.subscribeEntry(target, listener),
      ]
      stops.push(client.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
    [client, target],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = cardsOf(client, target)
    const same =
      now.length === last.current.length && now.every((id, index) => id === last.current[index])
    if (!same) last.current = now
    return last.current
  })
}

function cardsOf(client: SessionClient, target: string): readonly string[] {
  const entry = client.entry(target)
  const aside = client.view()?.facts.aside ?? {}
  const stands = (card: string) => !Object.hasOwn(aside, card)
  if (entry?.kind === 'lane') return client.ids(target, 'card').filter(stands)
  // A group that nobody has named has no entry; its cards are in the section of the phase.
  const section = entry === null ? (client.view()?.phase?.section ?? '') : entry.parent
  if (entry !== null && entry.kind !== 'group') return []
  return cardsIn(client, section).filter((id) => {
    const card = client.entry(id)
    return card !== null && stands(id) && groupOf(client, card) === target
  })
}
