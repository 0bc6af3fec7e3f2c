import { useEffect, useRef } from 'react'
import { useTimer } from '../look/useTimer.ts'
import { createChime } from '../room/chime.ts'
import { chimes } from './chimes.ts'

/** This long after zero it is too late to chime, as on a page that comes in then. Milliseconds. */
const LATE = 3_000

/** Draws nothing: chimes once at zero, for whoever leads, on a page where somebody has pressed something. */
export default function ZeroChime(): null {
  const timer = useTimer()
  const on = chimes.useOn()
  const ring = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (!on) return
    // Until then no browser lets a page sound, and says so in its console.
    const ready = () => {
      if (navigator.userActivation?.hasBeenActive) ring.current ??= createChime()
    }
    const events = ['pointerup', 'keyup'] as const
    for (const event of events) document.addEventListener(event, ready)
    return () => {
      for (const event of events) document.removeEventListener(event, ready)
    }
  }, [on])
  const zero = timer?.reading.is === 'over' && timer.reading.over < LATE
  useEffect(() => {
    if (zero && on) ring.current?.()
  }, [zero, on])
  return null
}
