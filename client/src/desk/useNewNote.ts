import type { RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Entry } from '@plenary/shared/entry'
import type { Point } from '@plenary/shared/wall'
import { freeSpots } from '@plenary/shared/wall-spots'
import { connect } from '../look/links.ts'
import { keysAct } from '../look/useKey.ts'
import { useClient, useRefusal } from '../sync/hooks.ts'
import type { Spots } from './useSpots.ts'
import { beside } from './wall-geometry.ts'

export interface AddingNotes {
  /** Where a new note is being written; null: nowhere. */
  at: Point | null
  mayAdd: boolean
  open: (at: Point) => void
  /** Puts it there and goes on beside it. */
  add: (text: string) => void
  close: () => void
  connect: (from: Entry, to: Entry) => void
}

/** Notes written where they will stand, by double-click or N. */
export function useNewNote(
  section: string,
  spots: Spots,
  wall: RefObject<HTMLElement | null>,
): AddingNotes {
  const client = useClient()
  const adds = useRefusal('add card') === null
  const captures = useRefusal('capture') === null
  const mayAdd = adds || captures
  const [at, setAt] = useState<Point | null>(null)
  const latest = useRef(() => {})
  useLayoutEffect(() => {
    // Beside the note that has the focus, else at the first free spot.
    latest.current = () => {
      const here = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card']
      const from = spots.get(here ?? '')
      setAt(
        from === undefined
          ? (freeSpots(spots.values(), 1)[0] ?? null)
          : beside(from, spots.values()),
      )
    }
  })
  useEffect(() => {
    if (!mayAdd) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || event.repeat)
        return
      if (!keysAct.isOn() || event.defaultPrevented || wall.current === null) return
      const { target } = event
      const field = 'input, textarea, select, [contenteditable]'
      if (target instanceof Element && target.closest(field) !== null) return
      if (document.querySelector('dialog[open], :popover-open') !== null) return
      event.preventDefault()
      latest.current()
    }
    // Before the key that leads to the first field to write in.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [mayAdd, wall])
  return {
    at: mayAdd ? at : null,
    mayAdd,
    open: (there) => {
      if (mayAdd) setAt(there)
    },
    add(text) {
      if (at === null) return
      if (adds) client.add('card', section, text, {}, at)
      else void client.ask({ type: 'card.add', text, to: section, at, capture: true })
      setAt(beside(at, [...spots.values(), at]))
    },
    close: () => setAt(null),
    connect: (from, to) => connect(client, from, to),
  }
}
