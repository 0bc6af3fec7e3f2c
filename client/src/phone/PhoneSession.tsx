import type { CSSProperties } from 'react'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { KeptFocus } from '../look/kept-focus.ts'
import { ahead } from '../look/later.ts'
import { WhenLost } from '../look/WhenLost.tsx'
import { hasJoined, settled } from '../session/just-joined.ts'
import { useThisSeat } from '../session/this-seat.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { Activity } from './Activity.tsx'
import { TopBar } from './TopBar.tsx'
import { useVisibleHeight } from './keyboard.ts'
import {
  AHEAD_AFTER,
  ChairBar,
  ChairNotice,
  Closed,
  Invite,
  Keys,
  Latecomer,
  LateDrafts,
  PassStrip,
  Menu,
  Waiting,
  WatchStrip,
  loadAhead,
  loadKeptFocus,
} from './later.ts'
import styles from './PhoneSession.module.css'

/** A window beside a call rather than a phone. */
const KEYED = matchMedia('(hover: hover) and (pointer: fine)')

/** A session on a phone: the current activity fills the screen. */
export default function PhoneSession() {
  const client = useClient()
  const view = useView()
  const height = useVisibleHeight()
  const { shared } = useThisSeat()
  const [menu, setMenu] = useState(false)
  const [late] = useState(() => hasJoined(view.sessionId) && view.phase !== null)
  const leads = view.you.role === 'facilitator'
  const watches = view.you.role === 'observer'
  const app = useRef<HTMLDivElement>(null)
  const phase = view.phase?.id
  const before = useRef(phase)
  const kept = useRef<KeptFocus>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      loadAhead()
      ahead(async () => {
        const { keepFocus } = await loadKeptFocus()
        if (app.current !== null) kept.current = keepFocus(app.current)
      })
    }, AHEAD_AFTER)
    return () => {
      clearTimeout(timer)
      kept.current?.stop()
    }
  }, [])
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    settled(view.sessionId)
    // An offer to undo belongs to the phase it was made in.
    for (const notice of client.notices()) if (notice.undo) client.dismiss(notice.id)
    // A person who is typing keeps the focus.
    kept.current?.seekQuestion()
  }, [client, phase, view.sessionId])
  const style: CSSProperties & { '--app-height'?: string } =
    height === undefined ? {} : { '--app-height': height }
  return (
    <div ref={app} className={styles.app} style={style}>
      <TopBar onMenu={() => setMenu(true)} />
      <WhenLost />
      {(late || shared || watches || view.facts.chair !== null) && (
        <Suspense>
          {shared && <PassStrip />}
          {late && <Latecomer />}
          {watches && <WatchStrip />}
          {view.facts.chair !== null && <ChairNotice />}
        </Suspense>
      )}
      {(view.mine.aside ||
        (view.mine.drafts.length > 0 && view.phase?.opens.includes('drafts') === false)) && (
        <Suspense>
          <LateDrafts />
        </Suspense>
      )}
      <Suspense>
        {view.facts.status === 'closed' || view.facts.status === 'paused' ? (
          <Closed />
        ) : phase === undefined ? (
          <Waiting
            invite={
              leads && (
                <Suspense>
                  <Invite />
                </Suspense>
              )
            }
          />
        ) : (
          <Activity />
        )}
      </Suspense>
      {leads && (
        <Suspense>
          <ChairBar onMenu={() => setMenu(true)} />
        </Suspense>
      )}
      {KEYED.matches && (
        <Suspense>
          <Keys />
        </Suspense>
      )}
      {menu && (
        <Suspense>
          <Menu onClose={() => setMenu(false)} />
        </Suspense>
      )}
    </div>
  )
}
