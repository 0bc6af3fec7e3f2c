/** Screens of the board that are fetched behind its first one; sorting brings the library for dragging. */
import { ahead, later } from '../look/later.ts'

const loadSort = () => import('./Sort.tsx')
const loadEstimate = () => import('./Estimate.tsx')
const loadVote = () => import('./Vote.tsx')
const loadDiscuss = () => import('./Discuss.tsx')
const loadActions = () => import('./Actions.tsx')

export const Sort = later(loadSort)
export const Estimate = later(loadEstimate)
export const Vote = later(loadVote)
export const Discuss = later(loadDiscuss)
export const Actions = later(loadActions)

/** Fetches them all, so that nobody waits when another phase begins. */
export function loadAhead(): void {
  for (const load of [loadSort, loadEstimate, loadVote, loadDiscuss, loadActions]) ahead(load)
}
