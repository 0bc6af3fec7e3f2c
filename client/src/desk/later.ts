/** Screens of the board that are fetched behind its first one; sorting brings the library for dragging. */
import { ahead, later } from '../look/later.ts'
import { CARD_PARTS } from './card-parts.ts'

const loadLobby = async () => ({ default: (await import('./Lobby.tsx')).Lobby })
const loadBrief = async () => ({ default: (await import('./Brief.tsx')).Brief })
const loadWrite = () => import('./Write.tsx')
const loadSort = () => import('./Sort.tsx')
const loadEstimate = () => import('./Estimate.tsx')
const loadVote = () => import('./Vote.tsx')
const loadDiscuss = () => import('./Discuss.tsx')
const loadActions = () => import('./Actions.tsx')
const loadYouSheet = () => import('./YouSheet.tsx')

export const Lobby = later(loadLobby)
export const Brief = later(loadBrief)
export const Write = later(loadWrite)
export const Sort = later(loadSort)
export const Estimate = later(loadEstimate)
export const Vote = later(loadVote)
export const Discuss = later(loadDiscuss)
export const Actions = later(loadActions)
export const YouSheet = later(loadYouSheet)

/** Fetches them all, so that nobody waits when another phase begins. */
export function loadAhead(): void {
  const all = [loadSort, loadEstimate, loadVote, loadDiscuss, loadActions, loadYouSheet]
  for (const load of all) ahead(load)
  for (const load of [
    loadLobby,
    loadBrief,
    loadWrite,
    loadSort,
    loadEstimate,
    loadVote,
    loadDiscuss,
    loadActions,
    ...CARD_PARTS,
  ])
    ahead(load)
}
