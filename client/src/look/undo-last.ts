/** One's own changes back and forth, with what is said of it. */
import { useSyncExternalStore } from 'react'
import { useClient } from '../sync/hooks.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { loadUndo } from '../sync/undo-part.ts'

/** Takes back what this person did last, and says so; true where all of it went. */
export async function undoLast(client: SessionClient): Promise<boolean> {
  const meant = new Set(client.editing.deeds.all)
  return (await loadUndo()).turnLast(client, false, meant)
}

/** Does again what this person took back last, and says so; true where all of it came. */
export async function redoLast(client: SessionClient): Promise<boolean> {
  const meant = new Set(client.editing.deeds.undone)
  return (await loadUndo()).turnLast(client, true, meant)
}

/** What a key said that was pressed with Ctrl or Command. */
export function undoByKey(
  client: SessionClient,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Promise<boolean> {
  return shiftKey || key.toLowerCase() === 'y' ? redoLast(client) : undoLast(client)
}

interface BackAndForth {
  canUndo: boolean
  canRedo: boolean
  undo: () => void
  redo: () => void
}

/** For buttons: drawn again when there is something to take back or to do again, or no more. */
export function useUndo(): BackAndForth {
  const client = useClient()
  const canUndo = useSyncExternalStore(client.subscribe, () => client.lastDeed() !== undefined)
  const canRedo = useSyncExternalStore(client.subscribe, () => client.lastDeed(true) !== undefined)
  return {
    canUndo,
    canRedo,
    undo: () => void undoLast(client),
    redo: () => void redoLast(client),
  }
}
