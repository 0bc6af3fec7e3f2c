/** What the board needs a moment after it is drawn: carrying by pointer, and the sections beside the one in focus. */
import { later } from '../look/later.ts'

const loadDragLayer = () => import('./DragLayer.tsx')
const loadResting = () => import('./RestingSection.tsx')

export const DragLayer = later(loadDragLayer)
export const RestingSection = later(loadResting)

export const BOARD_PARTS = [loadDragLayer, loadResting] as const
