/** The shell: which page stands at which address. */
import { Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useLocationProperty } from 'wouter/use-browser-location'
import { Home, NotFound, SessionPage } from './pages.ts'
import { Join } from './session/door.ts'
import { Faultless } from './session/Faultless.tsx'
import { Waiting } from './session/Waiting.tsx'

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
          <Route path="/">
            <Home />
          </Route>
          <Route>
            <NotFound />
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
      linkKey={null}
      onJoined={(sessionId) => navigate(`/s/${sessionId}`)}
    />
  )
}
