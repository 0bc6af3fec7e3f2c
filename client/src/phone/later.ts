/** Parts of the phone that are loaded when they are needed, or a little after the first screen. */
import { loadPoll } from '../look/poll-part.ts'
import { loadEmpty } from '../look/empty-part.ts'
import { ahead, atOnce, later } from '../look/later.ts'
import { loadManyLines } from '../look/lines-part.ts'
import { loadLostWays } from '../look/lost-part.ts'
import { loadBlameHint, loadWriteAbout } from '../look/writing-parts.ts'
import { loadNotice } from '../look/notice-part.ts'
import { loadEnded } from '../session/ended-part.ts'
import { loadCommandSchema } from '../sync/commands.ts'
import { loadUndo } from '../sync/undo-part.ts'
import { loadOfferAgain } from '../sync/offer-part.ts'
import { loadRemoved, loadSentences } from '../sync/sentence.ts'
import { loadDraftList } from './draft-list-part.ts'
import { loadDraftSheet, loadDraftText } from './draft-parts.ts'

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

export const Waiting = atOnce(loadWaiting)
export const Brief = atOnce(loadBrief)
export const Write = atOnce(loadWrite)
export const Sort = atOnce(loadSort)
export const OpenCards = atOnce(loadOpenCards)
export const Vote = atOnce(loadVote)
export const Estimate = atOnce(loadEstimate)
export const Discuss = atOnce(loadDiscuss)
export const Actions = atOnce(loadActions)
export const Closed = atOnce(loadClosed)
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
  loadLostWays,
  loadBlameHint,
  loadEmpty,
  loadWriteAbout,
  loadNotice,
  loadSentences,
  loadRemoved,
  loadOfferAgain,
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
