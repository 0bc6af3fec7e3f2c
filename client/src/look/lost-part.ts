/** What can be done about a lost connection, fetched while there is one. */
import { later } from './later.ts'

export const loadLostWays = () => import('./LostWays.tsx')

export const LostWays = later(loadLostWays)
