import { later } from './later.ts'

export const loadPoll = () => import('./Poll.tsx')
/** The question of a phase with its answers. */
export const Poll = later(loadPoll)
