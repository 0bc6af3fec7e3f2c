import { Eye, EyeOff, Pause, Play } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { formatClock } from '../look/clock.ts'
import { TimerLarge } from '../look/TimerLarge.tsx'
import { useClient, useNow, useView } from '../sync/hooks.ts'
import { stepWords } from '../words/step.ts'
import { desk } from '../words/desk.ts'
import styles from './Console.module.css'

const words = desk.console
/** A clock that nobody started is spoken of after this long. Milliseconds. */
const UNSTARTED = 60_000

/** The room's clock and what leads it. */
export function TimerPanel({ starts }: { starts: boolean }) {
  const client = useClient()
  const { facts, phase } = useView()
  const now = useNow(1000)
  const { timer } = facts
  const hidden = timer.hidden === true
  const late = timer.is === 'idle' && now - (facts.phase?.since ?? now) > UNSTARTED
  return (
    <div className={styles.timer}>
      <div>
        <p className={styles.hint}>{phase?.title}</p>
        <TimerLarge />
        {late && <p className={styles.warn}>{words.notStarted}</p>}
      </div>
      <div className={styles.row}>
        {timer.is === 'idle' ? (
          <Button
            kind={starts ? 'primary' : 'line'}
            className={styles.grow ?? ''}
            onClick={() => void client.ask({ type: 'timer.start' })}
          >
            <Play size={16} strokeWidth={2} aria-hidden="true" />
            <span className="figures">{stepWords.startTimer(formatClock(timer.left))}</span>
          </Button>
        ) : timer.is === 'running' ? (
          <Button
            kind="soft"
            icon
            aria-label={words.pause}
            title={words.pause}
            onClick={() => void client.ask({ type: 'timer.pause' })}
          >
            <Pause size={17} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        ) : (
          <Button
            kind="soft"
            icon
            aria-label={words.resume}
            title={words.resume}
            onClick={() => void client.ask({ type: 'timer.resume' })}
          >
            <Play size={17} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        )}
        <Button
          kind="soft"
          className="figures"
          onClick={() => void client.ask({ type: 'timer.add', minutes: 1 })}
        >
          {words.plusOne}
        </Button>
        <Button
          kind="quiet"
          icon
          className={styles.secondary ?? ''}
          aria-pressed={hidden}
          aria-label={words.hideTimer}
          title={hidden ? words.showTimer : words.hideTimer}
          onClick={() => void client.ask({ type: 'timer.hide', hidden: !hidden })}
        >
          {hidden ? (
            <EyeOff size={17} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <Eye size={17} strokeWidth={1.75} aria-hidden="true" />
          )}
        </Button>
      </div>
    </div>
  )
}
