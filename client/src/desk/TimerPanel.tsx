import { useEffect, useRef } from 'react'
import { Pause, Play } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { formatClock } from '../look/clock.ts'
import { formatTime } from '../words/figure.ts'
import type { ShownTimer } from '../look/useTimer.ts'
import { useTimer } from '../look/useTimer.ts'
import { useKey } from '../look/useKey.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { lead } from '../words/lead.ts'
import { stepWords } from '../words/step.ts'
import styles from './TimerPanel.module.css'

const words = desk.console
/** A clock that nobody started is spoken of after this long. Milliseconds. */
const UNSTARTED = 60_000

/** The room's clock and what leads it. `starts`: starting it is the first thing to do. */
export function TimerPanel({ starts }: { starts: boolean }) {
  const client = useClient()
  const { facts, phase } = useView()
  const shown = useTimer()
  const pause = useRef<HTMLButtonElement>(null)
  const started = useRef(false)
  const { timer } = facts
  const idle = timer.is === 'idle'
  useEffect(() => {
    // The button that started the clock is gone with it; the one that stops it has its place.
    if (!idle && started.current) pause.current?.focus()
    started.current = false
  }, [idle])
  const minute = () => void client.ask({ type: 'timer.add', minutes: 1 })
  const next = { idle: 'timer.start', running: 'timer.pause', paused: 'timer.resume' } as const
  useKey('t', () => void client.ask({ type: next[timer.is] }))
  useKey('T', minute)
  if (shown === null) return null
  const { figures, label, reading, said, total } = shown
  const left = reading.is === 'over' ? 0 : reading.left
  const still = reading.is === 'idle' || reading.is === 'paused'
  const last = reading.is === 'last minute'
  const runs = timer.is === 'running'
  return (
    <div className={`${styles.timer} ${still ? styles.still : ''} ${last ? styles.last : ''}`}>
      <div className={styles.head}>
        <span className={styles.title}>{phase?.title}</span>
        <State shown={shown} />
      </div>
      <div className={styles.row}>
        <span
          className={`figures ${styles.figures} ${figures.length > 5 ? styles.long : ''}`}
          role="timer"
          aria-label={label}
        >
          <span aria-hidden="true">{reading.is === 'over' ? '0:00' : figures}</span>
        </span>
        {!idle && (
          <Button
            ref={pause}
            kind="soft"
            icon
            aria-label={runs ? words.pause : words.resume}
            title={runs ? words.pause : words.resume}
            aria-keyshortcuts="T"
            onClick={() => void client.ask({ type: runs ? 'timer.pause' : 'timer.resume' })}
          >
            {runs ? (
              <Pause size={17} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <Play size={17} strokeWidth={1.75} aria-hidden="true" />
            )}
          </Button>
        )}
        <Button kind="soft" className="figures" aria-keyshortcuts="Shift+T" onClick={minute}>
          <span aria-hidden="true" data-short>
            +1
          </span>
          <span data-words>{words.plusOne}</span>
        </Button>
      </div>
      <div className={styles.bar}>
        <div className={styles.left} style={{ width: `${Math.min(100, (left / total) * 100)}%` }} />
      </div>
      {reading.is === 'over' && <p className={`voice ${styles.up}`}>{common.timeIsUpSay}</p>}
      {timer.is === 'idle' && (
        <Button
          kind={starts ? 'primary' : 'line'}
          className={styles.start ?? ''}
          onClick={() => {
            started.current = true
            void client.ask({ type: 'timer.start' })
          }}
        >
          <Play size={16} strokeWidth={2} aria-hidden="true" />
          <span className="figures" data-words>
            {stepWords.startTimer(formatClock(timer.left))}
          </span>
        </Button>
      )}
      <output className="unseen">{said}</output>
    </div>
  )
}

/** What is to be said beside the figures: when the clock ends, or why it does not. */
function State({ shown }: { shown: ShownTimer }) {
  const client = useClient()
  const { facts } = useView()
  const { reading, figures, Icon } = shown
  const { timer } = facts
  switch (reading.is) {
    case 'idle': {
      const late = client.now() - (facts.phase?.since ?? Infinity) > UNSTARTED
      return late ? <span className={styles.warn}>{words.notStarted}</span> : null
    }
    case 'running':
      return timer.is === 'running' ? (
        <span className={`figures ${styles.state}`}>{lead.ends(formatTime(timer.endsAt))}</span>
      ) : null
    case 'paused':
    case 'last minute':
    case 'over':
      return (
        <span className={`figures ${styles.state}`}>
          <Icon size={15} strokeWidth={2} aria-hidden="true" />
          {reading.is === 'paused'
            ? common.paused
            : reading.is === 'over'
              ? common.over(figures)
              : desk.console.lastMinute}
        </span>
      )
  }
}
