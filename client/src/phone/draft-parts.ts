/** What one's own draft needs once it is touched. */
import { later } from '../look/later.ts'

export const loadDraftSheet = () => import('./DraftSheet.tsx')
export const loadDraftText = () => import('./DraftText.tsx')

export const DraftSheet = later(loadDraftSheet)
export const DraftText = later(loadDraftText)
