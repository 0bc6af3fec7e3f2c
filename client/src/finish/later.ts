/** The screen before the close, fetched when it is first asked for, or ahead of that. */
import { later } from '../look/later.ts'

export const loadCloseSheet = () => import('./CloseSheet.tsx')

export const CloseSheet = later(loadCloseSheet)
