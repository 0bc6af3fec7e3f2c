/**
 * What the board needs a moment after it is drawn: carrying by pointer, the sections beside the one in focus, and
 * where others point.
 */
import { later } from '../look/later.ts'

const loadDragLayer = () => import('./DragLayer.tsx')
const loadResting = () => import('./RestingSection.tsx')
const loadCursors = () => import('./Cursors.tsx')
const loadDots = async () => ({ default: (await import('./Cursors.tsx')).MapDots })

export const DragLayer = later(loadDragLayer)
export const RestingSection = later(loadResting)
export const Cursors = later(loadCursors)
export const MapDots = later(loadDots)

export const BOARD_PARTS = [loadDragLayer, loadResting, loadCursors] as const
