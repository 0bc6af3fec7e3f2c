import { Suspense, useEffect, useRef, useState } from 'react'
import type { KeptFocus } from '../look/kept-focus.ts'
import { keepFocus } from '../look/kept-focus.ts'
import { ahead } from '../look/later.ts'
import { useKey } from '../look/useKey.ts'
import { WhenLost } from '../look/WhenLost.tsx'
import ChairNotice from '../chair/ChairNotice.tsx'
import { Toast } from '../look/Toast.tsx'
import { hasJoined, settled } from '../session/just-joined.ts'
import { useThisSeat } from '../session/this-seat.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { whatChanged } from '../words/what-changed.ts'
import { Activity } from './Activity.tsx'
import { CardHands } from './card-parts.ts'
import { Console } from './Console.tsx'
import { Door } from './Door.tsx'
import { Header } from './Header.tsx'
import { Stepper } from './Stepper.tsx'
import { Tray } from './Tray.tsx'
import { KeySheet, Latecomer, PassStrip, Rehearsal, WatchStrip, loadAhead } from './later.ts'
import styles from './DeskSession.module.css'

/** Where something new is written. */
const FIELD = 'main textarea'

/** A session on a screen with room: the board, and for who leads the console beside it. */
export default function DeskSession() {
  const client = useClient()
  const { you, facts, phase, sessionId } = useView()
  const [late] = useState(() => hasJoined(sessionId) && phase !== null)
  const { shared } = useThisSeat()
  const app = useRef<HTMLDivElement>(null)
  const runs = phase !== null && (facts.status === 'running' || facts.status === 'paused')
  const led = runs && you.role === 'facilitator'
  const id = phase?.id
  const before = useRef(id)
  const kept = useRef<KeptFocus>(null)
  const focus = (selector: string) => app.current?.querySelector<HTMLElement>(selector)?.focus()
  useEffect(loadAhead, [])
  useEffect(() => {
    if (app.current === null) return
    kept.current = keepFocus(app.current)
    // Who comes in stands at the question, not above the page.
    kept.current.seekQuestion()
    return kept.current.stop
  }, [])
  useEffect(() => {
    if (before.current === id) return
    before.current = id
    settled(sessionId)
    // A person who is typing keeps the focus.
    kept.current?.seekQuestion()
  }, [id, sessionId])
  const [keys, setKeys] = useState(false)
  useKey('?', () => setKeys(true))
  useKey('q', () => focus('main h1'))
  useKey('c', () => focus('aside'))
  useKey('n', () => {
    focus(FIELD)
    // Where it is still being fetched the key waits for it.
    if (document.activeElement?.matches(FIELD) !== true)
      ahead(async () => (await import('../look/focus-when-there.ts')).focusWhenThere(FIELD))
  })
  return (
    <div ref={app} className={`${styles.app} ${led ? styles.led : ''}`}>
      <div className={styles.skips}>
        <button type="button" className={styles.skip} onClick={() => focus('main h1')}>
          {desk.toQuestion}
        </button>
        {led && (
          <button type="button" className={styles.skip} onClick={() => focus('aside')}>
            {desk.toConsole}
          </button>
        )}
        {runs && (
          <button
            type="button"
            className={styles.skip}
            onClick={() =>
              ahead(async () => (await import('../look/what-changed.ts')).tellChanges(client))
            }
          >
            {whatChanged.button}
          </button>
        )}
      </div>
      <Header />
      <div className={styles.banner}>
        {runs && <Stepper />}
        <WhenLost />
        {shared && (
          <Suspense>
            <PassStrip />
          </Suspense>
        )}
        <ChairNotice />
        {late && (
          <Suspense>
            <Latecomer />
          </Suspense>
        )}
        {you.role === 'observer' && (
          <Suspense>
            <WatchStrip />
          </Suspense>
        )}
        {Object.values(facts.people).some((person) => person.test === true) && (
          <Suspense>
            <Rehearsal />
          </Suspense>
        )}
        {you.role === 'facilitator' && <Door />}
      </div>
      <div className={styles.board}>
        <main className={`${styles.scroll} ${runs ? '' : styles.plain}`}>
          <Suspense>
            <Activity />
          </Suspense>
        </main>
        <div className={styles.toast}>
          <Toast inside />
        </div>
        {runs && (
          <Suspense>
            <CardHands />
          </Suspense>
        )}
        {runs && <Tray />}
      </div>
      {led && <Console />}
      {keys && (
        <Suspense>
          <KeySheet onClose={() => setKeys(false)} />
        </Suspense>
      )}
    </div>
  )
}
