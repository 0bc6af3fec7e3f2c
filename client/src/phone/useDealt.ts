import { useEffect, useRef, useState } from 'react'
import { isToTalkAbout } from '@plenary/shared/entry'
import { peopleIn } from '../look/room.ts'
import { useClient, useUnplaced, useView } from '../sync/hooks.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { deal } from './deal.ts'

interface Dealt {
  /** The card in this hand; null when there is none to deal. */
  card: string | null
  /** Deals the next one; a card that was only left comes again at the end. */
  next: (leave: boolean) => void
}

/** One card dealt to this phone. It changes only when the person says so. */
export function useDealt(section: string): Dealt {
  const client = useClient()
  const view = useView()
  const unplaced = useUnplaced(section)
  const [card, setCard] = useState<string | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const { holders, you } = view

  const dealt = (without: readonly string[]) => {
    const here = peopleIn(view).filter((person) => view.present.has(person.id))
    const seat = Math.max(
      0,
      here.findIndex((person) => person.id === you.id),
    )
    // What is set aside has no words to place it by.
    const open = unplaced.filter((one) => one !== card && !Object.hasOwn(view.facts.aside, one))
    // What somebody marked to talk about waits until everything else has a place.
    const marked = open.filter((one) => !without.includes(one) && isMarked(client, one))
    return deal({ unplaced: open, holders, left: [...marked, ...without], seat })
  }
  // An empty hand takes the next card as soon as one is free.
  if (card === null) {
    const next = dealt(left)
    if (next !== null) setCard(next)
  }
  const held = useRef<string | null>(null)
  useEffect(() => {
    if (held.current === card) return
    held.current = card
    if (card === null) client.release()
    else client.hold(card, true)
  }, [card, client])
  useEffect(() => () => client.release(), [client])

  return {
    card,
    next: (leave) => {
      const later = leave && card !== null ? [...left.filter((one) => one !== card), card] : left
      setLeft(later)
      setCard(dealt(later) ?? (leave ? card : null))
    },
  }
}

function isMarked(client: SessionClient, id: string): boolean {
  const card = client.entry(id)
  return card !== null && isToTalkAbout(card)
}
