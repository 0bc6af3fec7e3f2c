import { Suspense, useEffect } from 'react'
import { useRoute } from 'wouter'
import { useArrived, useLink, useView } from '../sync/hooks.ts'
import { link as words } from '../words/link.ts'
import { Ended } from './ended-part.ts'
import { describeSession } from './keepsake.ts'
import { DeskSession, PhoneSession, ReportPage } from './screens.ts'
import { useWide } from './useWide.ts'
import { Waiting } from './Waiting.tsx'

/** The screen of a session that this device has a seat in. */
export function OpenSession({ onLost }: { onLost: () => void }) {
  const link = useLink()
  const arrived = useArrived()
  if (link.is === 'ended')
    return (
      <Suspense fallback={<Waiting />}>
        <Ended why={link.why} unsaved={link.unsaved} onLost={onLost} />
      </Suspense>
    )
  return arrived ? <Arrived /> : <Waiting />
}

function Arrived() {
  const { sessionId, facts, you } = useView()
  const [report] = useRoute('/s/:sessionId/report')
  const [board] = useRoute('/s/:sessionId/board')
  const wide = useWide()
  const { title, joinCode } = facts
  const { role } = you
  useEffect(
    () => describeSession(sessionId, { title, joinCode, role }),
    [sessionId, title, joinCode, role],
  )
  useEffect(() => {
    document.title = words.pageTitle(title)
    return () => void (document.title = words.product)
  }, [title])
  return (
    <Suspense fallback={<Waiting />}>
      {report || board ? <ReportPage /> : wide ? <DeskSession /> : <PhoneSession />}
    </Suspense>
  )
}
