import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useLocationProperty } from 'wouter/use-browser-location'
import { Join } from './door.ts'
import { forgetSession, isShared, keptSession } from './keepsake.ts'
import type { Passed } from './passed.ts'
import { Seated } from './Seated.tsx'
import { SharedDevice } from './shared-part.ts'

/** One session: its door for those who have no seat on this device, else the session itself. */
export default function SessionPage({ sessionId }: { sessionId: string }) {
  const [, navigate] = useLocation()
  const hash = useLocationProperty(() => location.hash)
  const [kept, setKept] = useState(() => keptSession(sessionId))
  /** Shared from the start, by the person who has just passed it on, or not. */
  const [shared, setShared] = useState<Passed | boolean>(() => kept !== null && isShared(sessionId))
  const key = /^#key=([A-Za-z0-9_-]+)$/.exec(hash)?.[1] ?? null
  // A host link opened where one leads already would only make a second person; a device link makes none.
  const enters =
    kept === null ||
    (key !== null && (location.pathname.endsWith('/device') || kept.role !== 'facilitator'))
  useEffect(() => {
    // A secret that is of no use here must not stay in the address either.
    if (!enters && key !== null) navigate(location.pathname, { replace: true })
  })
  if (enters)
    return (
      <Join
        sessionId={sessionId}
        code={null}
        linkKey={key}
        onJoined={(joined) => {
          // The secret has done its work and must not stay in the address.
          navigate(`/s/${joined}${location.search}`, { replace: true })
          setKept(keptSession(joined))
        }}
      />
    )
  const { participantId, token } = kept
  if (shared !== false) return <SharedDevice sessionId={sessionId} from={shared} />
  return (
    <Seated
      key={token}
      sessionId={sessionId}
      seat={{
        token,
        shared: false,
        pass: (name) => setShared({ participantId, token, name }),
      }}
      onLost={() => {
        forgetSession(sessionId)
        setKept(null)
      }}
    />
  )
}
