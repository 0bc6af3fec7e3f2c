import styles from './TimerFigure.module.css'
import { useTimer } from './useTimer.ts'

/** The room's clock as a pill in a header. */
export function TimerFigure() {
  const timer = useTimer()
  if (timer === null) return null
  const { Icon, figures, label, reading, said, tone } = timer
  return (
    <span className={`${styles.pill} figures ${tone}`} role="timer" aria-label={label}>
      <Icon size={16} strokeWidth={2} aria-hidden="true" />
      <span aria-hidden="true">{reading.is === 'over' ? `+${figures}` : figures}</span>
      <output className="unseen">{said}</output>
    </span>
  )
}
