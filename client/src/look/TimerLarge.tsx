import { common } from '../words/common.ts'
import type { TimerReading } from './clock.ts'
import styles from './TimerFigure.module.css'
import { useTimer } from './useTimer.ts'

/** The room's clock large, with its bar. */
export function TimerLarge() {
  const timer = useTimer()
  if (timer === null) return null
  const { Icon, figures, label, reading, said, tone, total } = timer
  const left = reading.is === 'over' ? 0 : reading.left
  return (
    <div className={`${styles.large} ${tone}`} role="timer" aria-label={label}>
      <span className={styles.state} aria-hidden="true">
        <Icon size={15} strokeWidth={2} aria-hidden="true" />
        {stateOf(reading, figures)}
      </span>
      <span className={`${styles.figures} figures`} aria-hidden="true">
        {reading.is === 'over' ? '0:00' : figures}
      </span>
      <div className={styles.bar}>
        <div className={styles.done} style={{ width: `${Math.min(100, (left / total) * 100)}%` }} />
      </div>
      <output className="unseen">{said}</output>
    </div>
  )
}

function stateOf(reading: TimerReading, figures: string): string {
  switch (reading.is) {
    case 'idle':
    case 'running':
      return common.timer
    case 'paused':
      return common.paused
    case 'last minute':
      return common.lastMinute
    case 'over':
      return common.over(figures)
  }
}
