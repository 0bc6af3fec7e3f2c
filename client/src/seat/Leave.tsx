import { useState } from 'react'
import { LogOut } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { Confirm } from '../look/Confirm.tsx'
import { forgetSession } from '../session/keepsake.ts'
import { useThisSeat } from '../session/this-seat.ts'
import { useClient, useLink, useView } from '../sync/hooks.ts'
import { textsOf } from '../sync/unsaved.ts'
import { seat as words } from '../words/seat.ts'

/**
 * Leaves for good on this device. Whoever leads hands over or closes instead: this device alone knows the host link;
 * and a device that several people share is passed on.
 */
export function Leave() {
  const client = useClient()
  const link = useLink()
  const { sessionId, you } = useView()
  const { shared } = useThisSeat()
  const [asking, setAsking] = useState(false)
  if (shared || you.role === 'facilitator') return null
  const waiting = link.is === 'live' || link.is === 'lost' ? link.waiting : 0
  // Also what was begun and what the server did not take: all of it goes.
  const lost = Math.max(waiting, textsOf(client.unsaved()).length)
  return (
    <>
      <Button kind="quiet" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        <LogOut size={18} strokeWidth={1.75} aria-hidden="true" />
        {words.leave}
      </Button>
      {asking && (
        <Confirm
          title={words.leaveTitle}
          body={lost > 0 ? words.leaveUnsaved(lost) : words.leaveBody}
          yes={words.leaveYes}
          no={words.leaveNo}
          onNo={() => setAsking(false)}
          onYes={() => {
            client.forget()
            forgetSession(sessionId)
            location.assign('/')
          }}
        />
      )}
    </>
  )
}
