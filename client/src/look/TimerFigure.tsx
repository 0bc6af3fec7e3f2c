import { useEffect, useRef, useState } from 'react'
import { Bell, Hourglass, Pause, Timer } from 'lucide-react'
import { useNow, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import type { TimerReading } from './clock.ts'
import { formatClock, minutesOf, momentPassed, readTimer } from './clock.ts'
import styles from './TimerFigure.module.css'

const ICONS = { idle: Timer, running: Timer, paused: Pause, 'last minute': Hourglass, over: Bell }

/** The room's clock: a pill in a header, or large with its bar. Said aloud only at half, one minute and zero. */
export function TimerFigure({ size = 'pill' }: { size?: 'pill' | 'large' }) {
  const view = useView()
  const now = useNow()
  const { timer, steps } = view.facts
  const total = totalOf(view.facts.queue, steps[view.phase?.id ?? '']?.minutes ?? 1)
  const reading = readTimer(timer, now)
  const said = useMoments(reading, total)
  if (timer.hidden === true && view.you.role !== 'facilitator') return null
  const Icon = ICONS[reading.is]
  const figures = formatClock(reading.is === 'over' ? reading.over : reading.left)
  const tone =
    reading.is === 'last minute'
      ? styles.last
      : reading.is === 'paused' || reading.is === 'idle'
        ? styles.still
        : ''
  const icon = <Icon size={size === 'pill' ? 16 : 15} strokeWidth={2} aria-hidden="true" />
  const announcement = <output className="unseen">{said}</output>
  if (size === 'pill')
    return (
      <span
        className={`${styles.pill} figures ${tone}`}
        role="timer"
        aria-label={labelOf(reading, figures)}
      >
        {icon}
        <span aria-hidden="true">{reading.is === 'over' ? `+${figures}` : figures}</span>
        {announcement}
      </span>
    )
  const left = reading.is === 'over' ? 0 : reading.left
  return (
    <div className={`${styles.large} ${tone}`} role="timer" aria-label={labelOf(reading, figures)}>
      <span className={styles.state} aria-hidden="true">
        {icon}
        {stateOf(reading, figures)}
      </span>
      <span className={`${styles.figures} figures`} aria-hidden="true">
        {reading.is === 'over' ? '0:00' : figures}
      </span>
      <div className={styles.bar}>
        <div className={styles.done} style={{ width: `${Math.min(100, (left / total) * 100)}%` }} />
      </div>
      {announcement}
    </div>
  )
}

/** The length of what the clock measures: the topic talked about, or the phase. Milliseconds. */
function totalOf(queue: readonly { is: string; minutes: number }[], minutes: number): number {
  return (queue.find((topic) => topic.is === 'now')?.minutes ?? minutes) * 60_000
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

function labelOf(reading: TimerReading, figures: string): string {
  if (reading.is === 'over') return common.over(figures)
  if (reading.is === 'idle') return common.timerIdle(figures)
  return reading.is === 'paused'
    ? `${common.paused}, ${common.timerLeft(figures)}`
    : common.timerLeft(figures)
}

/** The last sentence worth saying aloud; '' until a moment has passed. */
function useMoments(reading: TimerReading, total: number): string {
  const [said, setSaid] = useState('')
  const before = useRef<number | null>(null)
  const runs = reading.is === 'running' || reading.is === 'last minute' || reading.is === 'over'
  const left = reading.is === 'over' ? -reading.over : reading.left
  useEffect(() => {
    const last = before.current
    before.current = runs ? left : null
    if (!runs || last === null) return
    const moment = momentPassed(last, left, total)
    if (moment === 'zero') setSaid(common.timeIsUpSay)
    else if (moment === 'one minute') setSaid(common.oneMinuteLeft)
    else if (moment === 'half') setSaid(common.halfLeft(common.minutes(minutesOf(left))))
  }, [left, runs, total])
  return said
}
