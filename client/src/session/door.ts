/** The page that lets people in, loaded when somebody stands before it. */
import { lazy } from 'react'

export const loadJoin = () => import('../entrance/Join.tsx')
export const Join = lazy(loadJoin)
