import type { CSSProperties } from 'react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { LinkBanner } from '../look/LinkBanner.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { Activity } from './Activity.tsx'
import { Screen } from './Screen.tsx'
import { TopBar } from './TopBar.tsx'
import { useVisibleHeight } from './keyboard.ts'
import {
  AHEAD_AFTER,
  ChairBar,
  Closed,
  Invite,
  LateDrafts,
  Menu,
  Waiting,
  loadAhead,
} from './later.ts'
import styles from './PhoneSession.module.css'

/** A session on a phone: the current activity fills the screen. */
export default function PhoneSession() {
  const client = useClient()
  const view = useView()
  const height = useVisibleHeight()
  const [menu, setMenu] = useState(false)
  const leads = view.you.role === 'facilitator'
  const app = useRef<HTMLDivElement>(null)
  const phase = view.phase?.id
  const before = useRef(phase)
  useEffect(() => {
    const timer = setTimeout(loadAhead, AHEAD_AFTER)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    // An offer to undo belongs to the phase it was made in.
    for (const notice of client.notices()) if (notice.is === 'info') client.dismiss(notice.id)
    // The control that had the focus went with its phase; a person who is typing keeps it.
    if (document.activeElement === null || document.activeElement === document.body)
      app.current?.querySelector<HTMLElement>('main h1')?.focus()
  }, [client, phase])
  const style: CSSProperties & { '--app-height'?: string } =
    height === undefined ? {} : { '--app-height': height }
  return (
    <div ref={app} className={styles.app} style={style}>
      <TopBar onMenu={() => setMenu(true)} />
      <LinkBanner />
      {view.mine.drafts.length > 0 && view.phase?.opens.includes('drafts') === false && (
        <Suspense>
          <LateDrafts />
        </Suspense>
      )}
      <Suspense fallback={<Screen>{null}</Screen>}>
        {view.facts.status === 'closed' ? (
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
      {menu && (
        <Suspense>
          <Menu onClose={() => setMenu(false)} />
        </Suspense>
      )}
    </div>
  )
}
