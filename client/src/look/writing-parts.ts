/** What stands beside the field for a card, loaded behind it: a hint on blame, and before it who will see the words. */
import { later } from './later.ts'

export const loadBesideWriting = () => import('./BesideWriting.tsx')

export const BesideWriting = later(loadBesideWriting)
