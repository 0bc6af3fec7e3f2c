import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useLocationProperty } from 'wouter/use-browser-location'
import { holdPage } from '../look/fresh-page.ts'
import { SessionContext } from '../sync/hooks.ts'
import { createSession } from '../sync/open-session.ts'
import type { LinkState } from '../sync/session-client.ts'
import { Join } from './door.ts'
import type { Kept } from './keepsake.ts'
import { forgetSession, keptSession } from './keepsake.ts'
import { OpenSession } from './OpenSession.tsx'

/** One session: its door for those who have no seat on this device, else the session itself. */
export default function SessionPage({ sessionId }: { sessionId: string }) {
  const [, navigate] = useLocation()
  const hash = useLocationProperty(() => location.hash)
  const [kept, setKept] = useState(() => keptSession(sessionId))
  const key = /^#key=([A-Za-z0-9_-]+)$/.exec(hash)?.[1] ?? null
  const device = location.pathname.endsWith('/device')
  // A host link opened where one leads already would only make a second person; a device link makes none.
  if (kept === null || (key !== null && (device || kept.role !== 'facilitator')))
    return (
      <Join
        sessionId={sessionId}
        code={null}
        linkKey={key}
        device={device}
        onJoined={(joined) => {
          // The secret has done its work and must not stay in the address.
          navigate(`/s/${joined}`, { replace: true })
          setKept(keptSession(joined))
        }}
      />
    )
  return (
    <Seated
      key={kept.token}
      kept={kept}
      onLost={() => {
        forgetSession(sessionId)
        setKept(null)
      }}
    />
  )
}

/** Opens the session for as long as this is on the page. */
function Seated({ kept, onLost }: { kept: Kept; onLost: () => void }) {
  const { sessionId, token } = kept
  // Only created while drawing, which may happen in vain; connected once it stands on the page.
  const [session] = useState(() => createSession({ sessionId, token }))
  useEffect(() => session.open(), [session])
  useEffect(() => holdPage(() => isBusy(session.client.link())), [session])
  return (
    <SessionContext value={session.client}>
      <OpenSession onLost={onLost} />
    </SessionContext>
  )
}

/** Whether something of one's own would be lost by loading the page anew. */
function isBusy(link: LinkState): boolean {
  return (link.is === 'live' || link.is === 'lost') && link.waiting > 0
}
