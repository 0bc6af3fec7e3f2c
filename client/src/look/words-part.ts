/** Words that are long or hold an address, drawn by a part that few cards need. */
import { later } from './later.ts'

export const loadRichWords = () => import('./RichWords.tsx')

export const RichWords = later(loadRichWords)
