/** The shell: which page stands at which address. */
import { Suspense, lazy } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useLocationProperty } from 'wouter/use-browser-location'
import Home from './entrance/Home.tsx'
import Join from './entrance/Join.tsx'
import { Faultless } from './session/Faultless.tsx'
import { Waiting } from './session/Waiting.tsx'
import { loadScreen } from './session/screens.ts'

const loadSession = () => import('./session/SessionPage.tsx')
const SessionPage = lazy(loadSession)

/** Begins to load what the page at this path will need, before React asks for it. */
export function preload(path: string): void {
  if (!path.startsWith('/s/')) return
  void loadSession()
  void loadScreen(path.endsWith('/report'))
}

export function App() {
  return (
    <Faultless>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/join">
            <JoinPage />
          </Route>
          <Route path="/s/:sessionId/*?">
            {({ sessionId }) => <SessionPage key={sessionId} sessionId={sessionId} />}
          </Route>
          <Route>
            <Home />
          </Route>
        </Switch>
      </Suspense>
    </Faultless>
  )
}

/** The code stands behind the #, so that it reaches no server and no log. */
function JoinPage() {
  const [, navigate] = useLocation()
  const hash = useLocationProperty(() => location.hash)
  const digits = hash.replaceAll(/\D/g, '')
  return (
    <Join
      key={digits}
      sessionId={null}
      code={digits === '' ? null : digits}
      hostKey={null}
      onJoined={(sessionId) => navigate(`/s/${sessionId}`)}
    />
  )
}
