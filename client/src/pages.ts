/** The pages behind the addresses, each loaded when it is gone to. */
import { lazy } from 'react'
import { loadJoin } from './session/door.ts'
import { loadScreen } from './session/screens.ts'

const loadHome = () => import('./entrance/Home.tsx')
const loadSession = () => import('./session/SessionPage.tsx')

export const Home = lazy(loadHome)
export const SessionPage = lazy(loadSession)

/** Begins to load what the page at this path will need, before React asks for it. */
export function preload(path: string): void {
  if (path.startsWith('/s/')) {
    void loadSession()
    void loadScreen(path.endsWith('/report'))
  } else if (path.startsWith('/join')) void loadJoin()
  else void loadHome()
}
