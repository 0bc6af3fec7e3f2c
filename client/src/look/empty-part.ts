/** What stands where there is no card yet. */
import { later } from './later.ts'

export const loadEmpty = () => import('./Empty.tsx')

export const Empty = later(loadEmpty)
