/** What components read: each hook selects narrowly, so that a change redraws only what shows it. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Entry } from '@plenary/shared/entry'
import type { Deed } from '@plenary/shared/permission'
import { refusalFor } from '@plenary/shared/permission'
import type { Refusal } from '@plenary/shared/refusal'
import type { LinkState, Notice, SessionClient, View } from './session-client.ts'

export const SessionContext = createContext<SessionClient | null>(null)

/** Only inside a `SessionContext`. */
export function useClient(): SessionClient {
  const client = useContext(SessionContext)
  if (client === null) throw new Error('No session')
  return client
}

/** The session without its cards. Only below a screen that waited for it. */
export function useView(): View {
  const client = useClient()
  const view = useSyncExternalStore(client.subscribe, client.view)
  if (view === null) throw new Error('No session')
  return view
}

export function useArrived(): boolean {
  const client = useClient()
  return useSyncExternalStore(client.subscribe, () => client.view() !== null)
}

export function useLink(): LinkState {
  const client = useClient()
  return useSyncExternalStore(client.subscribe, client.link)
}

export function useNotices(): readonly Notice[] {
  const client = useClient()
  return useSyncExternalStore(client.subscribe, client.notices)
}

export function useEntry(id: string): Entry | null {
  const client = useClient()
  return useSyncExternalStore(
    (listener) => client.subscribeEntry(id, listener),
    () => client.entry(id),
  )
}

/** Whether words of this entry or draft wait for a connection that is lost. */
export function useWaits(id: string): boolean {
  const client = useClient()
  return useSyncExternalStore(client.subscribe, () => client.waits(id))
}

export function useIds(parent: string, kind: Entry['kind']): readonly string[] {
  const client = useClient()
  return useSyncExternalStore(
    (listener) => client.subscribeList(parent, listener),
    () => client.ids(parent, kind),
  )
}

export function useUnplaced(section: string): readonly string[] {
  const client = useClient()
  return useSyncExternalStore(
    (listener) => client.subscribeList(section, listener),
    () => client.unplaced(section),
  )
}

/** Why the deed is refused to oneself now, or null: the same function that the server enforces. */
export function useRefusal(deed: Deed): Refusal | null {
  const view = useView()
  return refusalFor(view.you, deed, view.setting)
}

/** Server time, redrawn about every `every` milliseconds. */
export function useNow(every = 250): number {
  const client = useClient()
  const [now, setNow] = useState(() => client.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(client.now()), every)
    return () => clearInterval(timer)
  }, [client, every])
  return now
}
