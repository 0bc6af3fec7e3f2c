import { useEffect } from 'react'
import { undoLast } from '../look/undo-last.ts'
import { useClient } from '../sync/hooks.ts'
import { isTyping } from './come-along.ts'

/** Ctrl or Command with Z takes back one's last deed; in a field it is the field's own. */
export function useUndoKey(): void {
  const client = useClient()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const undoes = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      if (!undoes || event.key.toLowerCase() !== 'z' || event.defaultPrevented || isTyping()) return
      event.preventDefault()
      void undoLast(client)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [client])
}
