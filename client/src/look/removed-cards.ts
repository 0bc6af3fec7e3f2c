/** Cards that were removed and that this person may bring back. */
import { useCallback, useSyncExternalStore } from 'react'
import { cardsOf } from '@plenary/shared/board'
import type { Entry } from '@plenary/shared/entry'
import { may } from '@plenary/shared/permission'
import { useClient, useView } from '../sync/hooks.ts'
import type { SessionClient } from '../sync/session-client.ts'

/** Where cards may be put back now; the words of those set aside are seen by their own list alone. */
export function useRemovedCards(): Entry[] {
  const client = useClient()
  const { format } = useView()
  const sections = format.sections.map(({ id }) => id).join(' ')
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [
        client.subscribe(listener),
        ...sections.split(' ').map((section) => client.subscribeList(section, listener)),
      ]
      return () => stops.forEach((stop) => stop())
    },
    [client, sections],
  )
  const ids = useSyncExternalStore(subscribe, () => removedOf(client).join(' '))
  return ids.split(' ').flatMap((id) => client.entry(id) ?? [])
}

function removedOf(client: SessionClient): string[] {
  const view = client.view()
  const doc = client.editing.doc()
  if (view === null || doc === null) return []
  const { you, setting, mine, facts } = view
  const all = may(you, 'remove others', setting)
  const own = may(you, 'remove own', setting)
  return [...cardsOf(doc).keys()].filter((id) => {
    const entry = client.entry(id)
    if (entry?.kind !== 'card' || !entry.removed || Object.hasOwn(facts.aside, id)) return false
    return all || (own && (entry.by === you.id || mine.cards.includes(id)))
  })
}

/** Brings a card back to where it was, which can be taken back. */
export async function bringBack(client: SessionClient, card: string): Promise<boolean> {
  return (await client.ask({ type: 'card.restore', card })).ok
}
