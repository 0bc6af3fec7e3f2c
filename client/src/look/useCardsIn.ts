import { useCallback, useRef, useSyncExternalStore } from 'react'
import { cardsIn } from './topics.ts'
import { useClient, useIds } from '../sync/hooks.ts'

/** Cards of a section, those in no lane first, then lane by lane; the same array until it changes. */
export function useCardsIn(section: string): readonly string[] {
  const client = useClient()
  const lanes = useIds(section, 'lane')
  const last = useRef<readonly string[]>([])
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [section, ...lanes].map((parent) => client.subscribeList(parent, listener))
      return () => stops.forEach((stop) => stop())
    },
    [client, lanes, section],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = cardsIn(client, section)
    const same =
      now.length === last.current.length && now.every((id, index) => id === last.current[index])
    if (!same) last.current = now
    return last.current
  })
}
