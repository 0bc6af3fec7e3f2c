/** The page that lets people in, loaded when somebody stands before it. */
import { later } from '../look/later.ts'

export const loadJoin = () => import('../entrance/Join.tsx')
export const Join = later(loadJoin)
