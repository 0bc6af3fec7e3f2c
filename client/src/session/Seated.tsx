import { useEffect, useState } from 'react'
import { holdPage } from '../look/fresh-page.ts'
import { SessionContext } from '../sync/hooks.ts'
import { createSession } from '../sync/open-session.ts'
import { isBusy, warnWhileBusy } from './busy.ts'
import { OpenSession } from './OpenSession.tsx'
import type { ThisSeat } from './this-seat.ts'
import { SeatContext } from './this-seat.ts'

interface SeatedProps {
  sessionId: string
  seat: ThisSeat
  onLost: () => void
}

/** Opens the session for as long as this is on the page. */
export function Seated({ sessionId, seat, onLost }: SeatedProps) {
  const { token, shared } = seat
  // Only created while drawing, which may happen in vain; connected once it stands on the page.
  const [session] = useState(() => createSession({ sessionId, token, shared }))
  useEffect(() => session.open(), [session])
  useEffect(() => holdPage(() => isBusy(session.client)), [session])
  useEffect(() => warnWhileBusy(session.client, window), [session])
  return (
    <SeatContext value={seat}>
      <SessionContext value={session.client}>
        <OpenSession onLost={onLost} />
      </SessionContext>
    </SeatContext>
  )
}
