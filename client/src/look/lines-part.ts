/** What is drawn once several lines are pasted. */
import { later } from './later.ts'

export const loadManyLines = () => import('./ManyLines.tsx')

export const ManyLines = later(loadManyLines)
