import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Bell, Hourglass, Pause, Timer } from 'lucide-react'
import { useNow, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import type { TimerReading } from './clock.ts'
import { formatClock, minutesOf, momentPassed, readTimer } from './clock.ts'
import styles from './TimerFigure.module.css'

const ICONS = { idle: Timer, running: Timer, paused: Pause, 'last minute': Hourglass, over: Bell }

/** The room's clock as every picture of it needs it. */
export interface ShownTimer {
  reading: TimerReading
  /** "6:24": what is left, or what is over. */
  figures: string
  /** For those who do not see it. */
  label: string
  Icon: LucideIcon
  /** Class of its colour. */
  tone: string | undefined
  /** Said aloud only at half, one minute and zero; '' until then. */
  said: string
  /** Milliseconds. */
  total: number
}

/** null when it is hidden from this person. */
export function useTimer(): ShownTimer | null {
  const view = useView()
  const { timer, steps } = view.facts
  // A clock that stands still is looked at seldom.
  const now = useNow(timer.is === 'running' ? 250 : 1_000)
  const total = totalOf(view.facts.queue, steps[view.phase?.id ?? '']?.minutes ?? 1)
  const reading = readTimer(timer, now)
  const said = useMoments(reading, total)
  if (timer.hidden === true && view.you.role !== 'facilitator') return null
  const figures = formatClock(reading.is === 'over' ? reading.over : reading.left)
  const tone =
    reading.is === 'last minute'
      ? styles.last
      : reading.is === 'paused' || reading.is === 'idle'
        ? styles.still
        : ''
  return {
    reading,
    figures,
    label: labelOf(reading, figures),
    Icon: ICONS[reading.is],
    tone,
    said,
    total,
  }
}

/** Whether the time is up, where this person sees the clock. */
export function useTimeUp(): boolean {
  const { facts, you, phase } = useView()
  const now = useNow(1000)
  if (phase === null || facts.status !== 'running') return false
  if (facts.timer.hidden === true && you.role !== 'facilitator') return false
  return readTimer(facts.timer, now).is === 'over'
}

/** The length of what the clock measures: the topic talked about, or the phase. Milliseconds. */
function totalOf(queue: readonly { is: string; minutes: number }[], minutes: number): number {
  return (queue.find((topic) => topic.is === 'now')?.minutes ?? minutes) * 60_000
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
