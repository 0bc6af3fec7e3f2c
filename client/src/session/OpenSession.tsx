import { Suspense, useEffect, useState } from 'react'
import { useRoute } from 'wouter'
import { LinkBanner } from '../look/lost-part.ts'
import { useArrived, useLink, useView } from '../sync/hooks.ts'
import { link as words } from '../words/link.ts'
import { Ended } from './ended-part.ts'
import { describeSession } from './keepsake.ts'
import {
  Again,
  DeskSession,
  HistoryPage,
  PhoneSession,
  ReportPage,
  RoomScreen,
  RoomWatch,
} from './screens.ts'
import { useUndoKey } from './useUndoKey.ts'
import { useWide } from './useWide.ts'
import { Waiting } from './Waiting.tsx'

/** The first screen stands before anything else is fetched. Milliseconds. */
const WATCH_AFTER = 2_000

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
  if (arrived) return <Arrived />
  const isKeptOut = link.is === 'connecting' && link.why !== 'offline'
  return (
    <>
      <Suspense>{isKeptOut && <LinkBanner />}</Suspense>
      <Waiting told={isKeptOut} />
    </>
  )
}

function Arrived() {
  const { sessionId, facts, you } = useView()
  const [, route] = useRoute('/s/:sessionId/:page/*?')
  const page = route?.page
  const wide = useWide()
  const { title, joinCode } = facts
  const { role, id } = you
  const [watches, setWatches] = useState(false)
  useUndoKey()
  const [alone] = useState(facts.solo === true)
  useEffect(() => {
    const timer = setTimeout(() => setWatches(true), WATCH_AFTER)
    return () => clearTimeout(timer)
  }, [])
  useEffect(
    () => describeSession(sessionId, { title, joinCode, role, participantId: id }),
    [sessionId, title, joinCode, role, id],
  )
  useEffect(() => {
    document.title = words.pageTitle(title)
    return () => void (document.title = words.product)
  }, [title])
  return (
    <>
      <Suspense fallback={<Waiting />}>
        {page === 'report' || page === 'board' ? (
          <ReportPage />
        ) : page === 'history' ? (
          <HistoryPage />
        ) : page === 'again' ? (
          <Again />
        ) : page === 'room' ? (
          <RoomScreen />
        ) : wide ? (
          <DeskSession />
        ) : (
          <PhoneSession />
        )}
      </Suspense>
      {watches && (
        <Suspense>
          <RoomWatch alone={alone} />
        </Suspense>
      )}
    </>
  )
}
