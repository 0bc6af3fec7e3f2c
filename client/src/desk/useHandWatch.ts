import { useEffect, useMemo, useRef } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { someoneOf } from '../look/room.ts'
import { useClient } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'

export interface HandWatch {
  start: (entry: Entry) => void
  stop: () => void
}

/** Puts a carried card back, with a sentence, when others remove, move or take it meanwhile. */
export function useHandWatch(): HandWatch {
  const client = useClient()
  const undo = useRef<(() => void) | null>(null)
  const watch = useMemo<HandWatch>(() => {
    const stop = () => {
      undo.current?.()
      undo.current = null
    }
    return {
      stop,
      start: (entry) => {
        stop()
        const check = () => {
          const why = lostBecause()
          if (why === null) return
          stop()
          // dnd-kit has no call that ends a drag; its sensors listen to Escape.
          document.dispatchEvent(new KeyboardEvent('keydown', { code: 'Escape', key: 'Escape' }))
          client.notify({ is: 'info', message: why })
        }
        const lostBecause = (): string | null => {
          const now = client.entry(entry.id)
          if (now === null || now.removed) return desk.board.goneWhileMoving
          if (now.parent !== entry.parent || now.order !== entry.order)
            return desk.board.movedWhileMoving
          const view = client.view()
          const holder = view?.holders.get(entry.id)
          if (view === null || holder === undefined) return null
          return desk.board.takenBy(someoneOf(view, holder)?.name ?? common.someone)
        }
        const stops = [client.subscribeEntry(entry.id, check), client.subscribe(check)]
        undo.current = () => stops.forEach((end) => end())
      },
    }
  }, [client])
  useEffect(() => watch.stop, [watch])
  return watch
}
