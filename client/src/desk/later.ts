/** Screens of the board that are fetched behind its first one; sorting brings the library for dragging. */
import { loadCloseSheet } from '../finish/later.ts'
import { ahead, atOnce, later } from '../look/later.ts'
import { loadPoll } from '../look/poll-part.ts'
import { loadLinkBanner } from '../look/lost-part.ts'
import { loadBlameHint, loadWriteAbout } from '../look/writing-parts.ts'
import { loadUndo } from '../sync/undo-part.ts'
import { loadOfferAgain } from '../sync/offer-part.ts'
import { loadSafeWords } from '../sync/safe-part.ts'
import { loadRemoved } from '../sync/sentence.ts'
import { BOARD_PARTS } from './board-parts.ts'
import { CARD_PARTS } from './card-parts.ts'
import { WALL_PARTS } from './wall-part.ts'

const loadLobby = () => import('./Lobby.tsx')
const loadBrief = async () => ({ default: (await import('./Brief.tsx')).Brief })
const loadWrite = () => import('./Write.tsx')
const loadBoard = () => import('./Board.tsx')
const loadEstimate = () => import('./Estimate.tsx')
const loadVote = () => import('./Vote.tsx')
const loadDiscuss = () => import('./Discuss.tsx')
const loadActions = () => import('./Actions.tsx')
const loadClosed = () => import('./Closed.tsx')
const loadNextTopics = async () => ({
  default: (await import('./NextTopics.tsx')).NextTopics,
})
const loadTopics = () => import('./TopicsPanel.tsx')
const loadVotePanel = async () => ({ default: (await import('./VotePanel.tsx')).VotePanel })
const loadAgenda = async () => ({ default: (await import('./AgendaSheet.tsx')).AgendaSheet })
const loadPeople = async () => ({ default: (await import('./PeopleSheet.tsx')).PeopleSheet })
const loadParking = async () => ({ default: (await import('./ParkingSheet.tsx')).ParkingSheet })
const loadRoom = async () => ({ default: (await import('./RoomSheet.tsx')).RoomSheet })
const loadYou = () => import('./YouSheet.tsx')
const loadStepMenu = async () => ({ default: (await import('./StepMenu.tsx')).StepMenu })
const loadInvite = async () => ({ default: (await import('./InviteSheet.tsx')).InviteSheet })
const loadKeys = async () => ({ default: (await import('./KeySheet.tsx')).KeySheet })

export const StepMenu = later(loadStepMenu)
export const StepPreview = later(async () => ({
  default: (await import('./StepMenu.tsx')).StepPreview,
}))
export const KeySheet = later(loadKeys)
export const Lobby = atOnce(loadLobby)
export const Brief = atOnce(loadBrief)
export const Write = atOnce(loadWrite)
export const AgendaSheet = later(loadAgenda)
export const PeopleSheet = later(loadPeople)
export const ParkingSheet = later(loadParking)
export const RoomSheet = later(loadRoom)
export const NextTopics = later(loadNextTopics)
export const TopicsPanel = later(loadTopics)
export const VotePanel = later(loadVotePanel)
export const YouSheet = later(loadYou)
export const Latecomer = later(() => import('../seat/Latecomer.tsx'))
export const InviteSheet = later(loadInvite)
export const ZeroChime = later(() => import('../chair/zero-chime.ts'))
export const WatchStrip = later(() => import('../seat/WatchStrip.tsx'))
export const PassStrip = later(() => import('../seat/PassStrip.tsx'))
export const Board = atOnce(loadBoard)
export const Estimate = atOnce(loadEstimate)
export const Vote = atOnce(loadVote)
export const Discuss = atOnce(loadDiscuss)
export const Actions = atOnce(loadActions)
export const Closed = atOnce(loadClosed)

/** Only whoever leads sees these, and not from phase to phase: fetched when they are needed. */
export const SetUp = later(() => import('../setup/SetUp.tsx'))
export const Rehearsal = later(() => import('../setup/Rehearsal.tsx'))

const AHEAD = [
  loadLobby,
  loadBrief,
  loadWrite,
  loadBoard,
  loadEstimate,
  loadVote,
  loadDiscuss,
  loadActions,
  loadAgenda,
  loadPeople,
  loadParking,
  loadRoom,
  loadYou,
  loadNextTopics,
  loadTopics,
  loadVotePanel,
  loadClosed,
  loadCloseSheet,
  loadBlameHint,
  loadWriteAbout,
  loadRemoved,
  loadOfferAgain,
  loadSafeWords,
  loadUndo,
  ...CARD_PARTS,
  ...WALL_PARTS,
  ...BOARD_PARTS,
  loadStepMenu,
  loadInvite,
  loadPoll,
  loadKeys,
  loadLinkBanner,
]

/** Fetches them all, so that nobody waits when another phase begins or a sheet is opened. */
export function loadAhead(): void {
  for (const load of AHEAD) ahead(load)
}
