/** Own drafts stand beside the field for the next one, which is there first. */
import { later } from '../look/later.ts'

export const loadDraftList = () => import('./DraftList.tsx')

export const DraftList = later(loadDraftList)
