import { useEffect, useState } from 'react'
import { Bell, BellOff, Volume2 } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { formatCode } from '../look/clock.ts'
import { ahead } from '../look/later.ts'
import { loadLinkBanner } from '../look/lost-part.ts'
import { Mark } from '../look/Mark.tsx'
import { WhenLost } from '../look/WhenLost.tsx'
import { useTimer } from '../look/useTimer.ts'
import { useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import { RoomFocus } from './RoomFocus.tsx'
import { createChime } from './chime.ts'
import styles from './RoomScreen.module.css'

/**
 * The session on a screen that everybody looks at: question, clock, code, and what is talked about. Read-only, and
 * it draws nothing that is this person's own: no draft, no dots, no private words, no names of who is not done.
 */
export default function RoomScreen() {
  const { facts, format, phase } = useView()
  useEffect(() => ahead(loadLinkBanner), [])
  const shown = facts.prompt === null ? undefined : phase?.prompts[facts.prompt]
  const open = facts.status !== 'closed' && facts.status !== 'setup'
  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <Mark size={40} />
        <div className={styles.titles}>
          <p className={styles.title}>{facts.title}</p>
          <p className={styles.format}>{phase?.title ?? format.title}</p>
        </div>
        <Clock />
      </header>
      <WhenLost />
      <main className={styles.main}>
        <h1 tabIndex={-1} className={`voice ${styles.question}`}>
          {phase?.question || words.roomWelcome}
        </h1>
        <output>
          {shown !== undefined && (
            <span className={styles.prompt}>
              <Volume2 size={28} strokeWidth={1.75} aria-hidden="true" />
              {shown}
            </span>
          )}
        </output>
        <RoomFocus />
      </main>
      {open && (
        <footer className={styles.foot}>
          <span>
            {words.roomJoin} <b>{window.location.host}</b>
          </span>
          <b className={`figures ${styles.code}`}>{formatCode(facts.joinCode)}</b>
        </footer>
      )}
    </div>
  )
}

/** The clock, very large; it chimes at zero where somebody has pressed the bell, as browsers ask for. */
function Clock() {
  const timer = useTimer()
  const { facts } = useView()
  const [chime, setChime] = useState<(() => void) | null>(null)
  const zero = timer?.reading.is === 'over' && timer.reading.over < 3_000
  useEffect(() => {
    if (zero) chime?.()
  }, [chime, zero])
  if (timer === null || facts.phase === null || facts.timer.hidden === true) return null
  const { figures, label, reading, Icon, tone, said } = timer
  return (
    <div className={styles.clock}>
      <Button
        kind="quiet"
        icon
        aria-pressed={chime !== null}
        aria-label={words.chime}
        title={words.chime}
        onClick={() => setChime(() => (chime === null ? createChime() : null))}
      >
        {chime === null ? (
          <BellOff size={20} strokeWidth={1.75} aria-hidden="true" />
        ) : (
          <Bell size={20} strokeWidth={1.75} aria-hidden="true" />
        )}
      </Button>
      <span className={`figures ${styles.figures} ${tone}`} role="timer" aria-label={label}>
        {reading.is !== 'running' && <Icon size={34} strokeWidth={2} aria-hidden="true" />}
        <span aria-hidden="true">{reading.is === 'over' ? `+${figures}` : figures}</span>
      </span>
      <output className="unseen">{said}</output>
    </div>
  )
}
