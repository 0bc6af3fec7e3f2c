/** The screens of a session, each loaded when its width asks for it. */
import { later } from '../look/later.ts'

/** From this width of the app on, the board is drawn. */
export const WIDE = '(min-width: 700px)'

const loadPhone = () => import('../phone/PhoneSession.tsx')
const loadDesk = () => import('../desk/DeskSession.tsx')
const loadReport = () => import('../report/ReportPage.tsx')

const loadHistory = () => import('../past/HistoryPage.tsx')

const loadRoomWatch = () => import('../chair/RoomWatch.tsx')

const loadRoomScreen = () => import('../room/RoomScreen.tsx')

const loadAgain = () => import('../setup/Again.tsx')

export const HistoryPage = later(loadHistory)
export const Again = later(loadAgain)
export const RoomScreen = later(loadRoomScreen)
export const RoomWatch = later(loadRoomWatch)
export const PhoneSession = later(loadPhone)
export const DeskSession = later(loadDesk)
export const ReportPage = later(loadReport)

/** Begins to load the screen that this window will draw at this path. */
export function loadScreen(path: string): Promise<unknown> {
  if (/\/(report|board)$/.test(path)) return loadReport()
  if (path.includes('/history')) return loadHistory()
  if (path.endsWith('/again')) return loadAgain()
  if (path.endsWith('/room')) return loadRoomScreen()
  return matchMedia(WIDE).matches ? loadDesk() : loadPhone()
}
