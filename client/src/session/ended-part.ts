/** The screen after the last one, loaded ahead or when it has come to that. */
import { later } from '../look/later.ts'

export const loadEnded = () => import('./Ended.tsx')

export const Ended = later(loadEnded)
