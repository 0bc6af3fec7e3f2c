import { Suspense, useEffect, useRef } from 'react'
import { LinkBanner } from '../look/LinkBanner.tsx'
import { Toast } from '../look/Toast.tsx'
import { useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { Activity } from './Activity.tsx'
import { Console } from './Console.tsx'
import { Header } from './Header.tsx'
import { Stepper } from './Stepper.tsx'
import { Tray } from './Tray.tsx'
import { loadAhead } from './later.ts'
import styles from './DeskSession.module.css'

/** A session on a screen with room: the board, and for who leads the console beside it. */
export default function DeskSession() {
  const { you, facts, phase } = useView()
  const app = useRef<HTMLDivElement>(null)
  const runs = phase !== null && (facts.status === 'running' || facts.status === 'paused')
  const led = runs && you.role === 'facilitator'
  const id = phase?.id
  const before = useRef(id)
  const focus = (selector: string) => app.current?.querySelector<HTMLElement>(selector)?.focus()
  useEffect(loadAhead, [])
  useEffect(() => {
    if (before.current === id) return
    before.current = id
    // The control that had the focus went with its phase; a person who is typing keeps it.
    if (document.activeElement === null || document.activeElement === document.body)
      app.current?.querySelector<HTMLElement>('main h1')?.focus()
  }, [id])
  return (
    <div ref={app} className={`${styles.app} ${led ? styles.led : ''}`}>
      <div className={styles.skips}>
        <button type="button" className={styles.skip} onClick={() => focus('main h1')}>
          {desk.toQuestion}
        </button>
        {led && (
          <button type="button" className={styles.skip} onClick={() => focus('aside button')}>
            {desk.toConsole}
          </button>
        )}
      </div>
      <Header />
      <div className={styles.banner}>
        {runs && <Stepper />}
        <LinkBanner />
      </div>
      <main className={`${styles.board} ${runs ? '' : styles.plain}`}>
        <Suspense>
          <Activity />
        </Suspense>
        {runs && <Tray />}
      </main>
      {led && <Console />}
      <div className={styles.toast}>
        <Toast inside />
      </div>
    </div>
  )
}
