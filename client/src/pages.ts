/** The pages behind the addresses, each loaded when it is gone to. */
import { ahead, later } from './look/later.ts'
import { loadJoin } from './session/door.ts'
import { loadScreen } from './session/screens.ts'

const loadHome = () => import('./entrance/Home.tsx')
const loadNotFound = () => import('./session/NotFound.tsx')
const loadSession = () => import('./session/SessionPage.tsx')

export const Home = later(loadHome)
export const NotFound = later(loadNotFound)
export const SessionPage = later(loadSession)

/** Begins to load what the page at this path will need, before React asks for it. */
export function preload(path: string): void {
  if (path.startsWith('/s/')) {
    ahead(loadSession)
    ahead(() => loadScreen(path))
  } else if (path.startsWith('/join')) ahead(loadJoin)
  else ahead(path === '/' ? loadHome : loadNotFound)
}
