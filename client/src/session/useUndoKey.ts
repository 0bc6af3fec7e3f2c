import { useEffect } from 'react'
import { ahead } from '../look/later.ts'
import { isTyping } from '../look/typing.ts'
import { useClient } from '../sync/hooks.ts'

/**
 * Ctrl or Command with Z takes back one's last deed; with Shift, or with Y, it is done again. In a field the keys are
 * the field's own. Heard from the first screen on: what acts is fetched behind it, and a press waits for it.
 */
export function useUndoKey(): void {
  const client = useClient()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !/^[zy]$/i.test(event.key) || isTyping()) return
      event.preventDefault()
      ahead(async () => (await import('../look/undo-last.ts')).undoByKey(client, event))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [client])
}
