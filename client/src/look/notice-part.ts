/** What is drawn once there is something to tell. */
import { later } from './later.ts'

export const loadNotice = () => import('./OneNotice.tsx')

export const OneNotice = later(loadNotice)
