/** What stands beside the field for a card, loaded behind it: a hint on blame, and before it who will see the words. */
import { later } from './later.ts'

export const loadWriteAbout = async () => ({
  default: (await import('./WriteAbout.tsx')).WriteAbout,
})
export const loadBlameHint = async () => ({ default: (await import('./BlameHint.tsx')).BlameHint })

export const WriteAbout = later(loadWriteAbout)
/** Drawn once there is a word to hint at. */
export const BlameHint = later(loadBlameHint)
