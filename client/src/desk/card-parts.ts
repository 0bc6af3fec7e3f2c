/** What a card, a group or whoever leads opens now and then: fetched behind the screen that has it. */
import { loadEmpty } from '../look/empty-part.ts'
import { later } from '../look/later.ts'
import { loadRichWords } from '../look/words-part.ts'

const loadCardHands = () => import('./CardHands.tsx')
const loadCardMenu = () => import('./CardMenu.tsx')
const loadLaneMenu = () => import('./LaneMenu.tsx')
const loadGroupMenu = () => import('./GroupMenu.tsx')
const loadCardControls = () => import('./CardControls.tsx')
const loadShownCard = () => import('../look/ShownCard.tsx')
const loadLate = async () => ({ default: (await import('../phone/LateDrafts.tsx')).Late })
const loadAsideCards = () => import('../phone/AsideCards.tsx')

export const CardHands = later(loadCardHands)
export const CardMenu = later(loadCardMenu)
export const LaneMenu = later(loadLaneMenu)
export const GroupMenu = later(loadGroupMenu)
export const CardControls = later(loadCardControls)
export const ShownCard = later(loadShownCard)
export const Late = later(loadLate)
export const AsideCards = later(loadAsideCards)

export const CARD_PARTS = [
  loadCardMenu,
  loadLaneMenu,
  loadGroupMenu,
  loadCardControls,
  loadShownCard,
  loadLate,
  loadAsideCards,
  loadEmpty,
  loadRichWords,
  loadCardHands,
] as const
