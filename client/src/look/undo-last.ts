/** One's own changes back and forth, with what is said of it. */
import { useSyncExternalStore } from 'react'
import { useClient } from '../sync/hooks.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { loadUndo } from '../sync/undo-part.ts'
import { removed as words } from '../words/removed.ts'

/** Takes back what this person did last, and says so. */
export async function undoLast(client: SessionClient): Promise<void> {
  // What is told is asked for only when it can be taken back at once: a second press may be waiting behind this one.
  await loadUndo()
  const what = client.lastDeed()
  if (what === undefined) client.notify({ is: 'info', message: words.nothing })
  else if (await client.undoLast()) client.notify({ is: 'info', message: words.undone(what) })
}

/** Does again what this person took back last, and says so. */
export async function redoLast(client: SessionClient): Promise<void> {
  await loadUndo()
  const what = client.lastDeed(true)
  if (what === undefined) client.notify({ is: 'info', message: words.nothingAgain })
  else if (await client.undoLast(true)) client.notify({ is: 'info', message: words.redone(what) })
}

/** What a key said that was pressed with Ctrl or Command. */
export function undoByKey(
  client: SessionClient,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Promise<void> {
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
