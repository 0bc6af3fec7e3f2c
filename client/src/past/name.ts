/** How a moment is called, in the language of this device. */
import type { ToldPoint } from '@plenary/shared/history-point'
import { sayTime } from '../look/day.ts'
import { formatTime } from '../words/figure.ts'
import { past as words } from '../words/past.ts'

export function nameOf({ is, name }: Pick<ToldPoint, 'is' | 'name'>): string {
  switch (is) {
    case 'phase':
      return words.phaseEnd(name)
    case 'before':
      return words.before(name)
    case 'named':
      return name
  }
}

/** Of today the time, else the day with it. */
export function momentTime(at: number): string {
  const day = { day: 'numeric', month: 'short' } as const
  const on = sayTime(at, day)
  return on === sayTime(Date.now(), day) ? formatTime(at) : `${on}, ${formatTime(at)}`
}
