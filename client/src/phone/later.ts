/** Parts of the phone that are loaded when they are needed, or a little after the first screen. */
import { createElement } from 'react'
import { loadPoll } from '../look/poll-part.ts'
import { loadEmpty } from '../look/empty-part.ts'
import { ahead, atOnce, later } from '../look/later.ts'
import { loadManyLines } from '../look/lines-part.ts'
import { loadLinkBanner } from '../look/lost-part.ts'
import { loadBlameHint, loadWriteAbout } from '../look/writing-parts.ts'
import { loadNotice } from '../look/notice-part.ts'
import { loadEnded } from '../session/ended-part.ts'
import { loadCommandSchema } from '../sync/commands.ts'
import { loadUndo } from '../sync/undo-part.ts'
import { loadOfferAgain } from '../sync/offer-part.ts'
import { loadSafeWords } from '../sync/safe-part.ts'
import { loadRemoved, loadSentences } from '../sync/sentence.ts'
import { loadDraftList } from './draft-list-part.ts'
import { loadDraftSheet, loadDraftText } from './draft-parts.ts'
import { Screen } from './Screen.tsx'

/** The first screen stands before anything is fetched ahead. Milliseconds. */
export const AHEAD_AFTER = 2_500

export const loadKeptFocus = () => import('../look/kept-focus.ts')

const loadWaiting = () => import('./Waiting.tsx')
const loadBrief = () => import('./Brief.tsx')
const loadWrite = () => import('./Write.tsx')
const loadSort = () => import('./Sort.tsx')
const loadOpenCards = () => import('./OpenCards.tsx')
const loadVote = () => import('./Vote.tsx')
const loadEstimate = () => import('./Estimate.tsx')
const loadDiscuss = () => import('./Discuss.tsx')
const loadActions = () => import('./Actions.tsx')
const loadClosed = () => import('./Closed.tsx')
const loadLateDrafts = () => import('./LateDrafts.tsx')
const loadChairNotice = () => import('../chair/ChairNotice.tsx')
const loadChairBar = () => import('./ChairBar.tsx')
const loadInvite = () => import('./Invite.tsx')
const loadCloseSheet = () => import('../finish/CloseSheet.tsx')
const loadPassStrip = () => import('../seat/PassStrip.tsx')
const loadWatchStrip = () => import('../seat/WatchStrip.tsx')
const loadKeys = () => import('./Keys.tsx')
const loadLatecomer = () => import('../seat/Latecomer.tsx')
const loadMenu = () => import('./Menu.tsx')

/** Keeps the frame of a screen, and what is told in it, where it is. */
const blank = () => createElement(Screen)

export const Waiting = atOnce(loadWaiting, blank)
export const Brief = atOnce(loadBrief, blank)
export const Write = atOnce(loadWrite, blank)
export const Sort = atOnce(loadSort, blank)
export const OpenCards = atOnce(loadOpenCards, blank)
export const Vote = atOnce(loadVote, blank)
export const Estimate = atOnce(loadEstimate, blank)
export const Discuss = atOnce(loadDiscuss, blank)
export const Actions = atOnce(loadActions, blank)
export const Closed = atOnce(loadClosed, blank)
export const LateDrafts = later(loadLateDrafts)
export const ChairNotice = later(loadChairNotice)
export const ChairBar = later(loadChairBar)
export const Invite = later(loadInvite)
export const PassStrip = later(loadPassStrip)
export const Keys = later(loadKeys)
export const Latecomer = later(loadLatecomer)
export const WatchStrip = later(loadWatchStrip)
export const Menu = later(loadMenu)

const AHEAD = [
  loadWaiting,
  loadBrief,
  loadPoll,
  loadWrite,
  loadSort,
  loadOpenCards,
  loadVote,
  loadEstimate,
  loadDiscuss,
  loadActions,
  loadClosed,
  loadLateDrafts,
  loadChairNotice,
  loadChairBar,
  loadInvite,
  loadMenu,
  loadCloseSheet,
  loadDraftList,
  loadDraftSheet,
  loadDraftText,
  loadManyLines,
  loadLinkBanner,
  loadBlameHint,
  loadEmpty,
  loadWriteAbout,
  loadNotice,
  loadSentences,
  loadRemoved,
  loadOfferAgain,
  loadSafeWords,
  loadUndo,
  loadCommandSchema,
  loadEnded,
  loadPassStrip,
  loadWatchStrip,
  loadLatecomer,
  loadKeys,
]

/**
 * Fetches every part, so that entering a phase waits for nothing and a phone that loses its network has all of them.
 */
export function loadAhead(): void {
  for (const load of AHEAD) ahead(load)
}
