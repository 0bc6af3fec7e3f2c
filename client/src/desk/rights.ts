/** What this person may do with cards now, for every card of a section at once. */
import { createContext, useContext, useMemo } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { may } from '@plenary/shared/permission'
import { useView } from '../sync/hooks.ts'

interface Rights {
  you: string
  move: boolean
  editOwn: boolean
  editOthers: boolean
  removeOwn: boolean
  removeOthers: boolean
  addAction: boolean
  /** Cards without a name that this person wrote. */
  own: readonly string[]
}

/** The same object until a right changes, so that cards are not redrawn with every tick of the session. */
export function useRights(): Rights {
  const { you, setting, mine } = useView()
  const move = may(you, 'move', setting)
  const editOwn = may(you, 'edit own', setting)
  const editOthers = may(you, 'edit others', setting)
  const removeOwn = may(you, 'remove own', setting)
  const removeOthers = may(you, 'remove others', setting)
  const addAction = may(you, 'add action', setting)
  const own = mine.cards
  return useMemo(
    () => ({ you: you.id, move, editOwn, editOthers, removeOwn, removeOthers, addAction, own }),
    [you.id, move, editOwn, editOthers, removeOwn, removeOthers, addAction, own],
  )
}

export const RightsContext = createContext<Rights | null>(null)

export interface CardRights {
  move: boolean
  edit: boolean
  remove: boolean
  addAction: boolean
}

/** What may be done with one card; null entry: nothing. */
export function useCardRights(entry: Entry | null): CardRights {
  const rights = useContext(RightsContext)
  if (rights === null || entry === null)
    return { move: false, edit: false, remove: false, addAction: false }
  const own = entry.by === rights.you || rights.own.includes(entry.id)
  return {
    move: rights.move,
    edit: own ? rights.editOwn : rights.editOthers,
    remove: own ? rights.removeOwn : rights.removeOthers,
    addAction: rights.addAction,
  }
}
