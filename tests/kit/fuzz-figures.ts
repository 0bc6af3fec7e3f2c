/** What a run of the fuzzers came to, in numbers. */
import type { Outcome } from '@plenary/server/gate/gate'

export interface Figures {
  seeds: number
  runs: number
  submits: number
  accepted: number
  /** Changes that were not let through. */
  soft: number
  hard: number
  gaps: number
  resets: number
  exceptions: number
}

export function noFigures(): Figures {
  return {
    seeds: 0,
    runs: 0,
    submits: 0,
    accepted: 0,
    soft: 0,
    hard: 0,
    gaps: 0,
    resets: 0,
    exceptions: 0,
  }
}

export function count(figures: Figures, outcome: Outcome): void {
  figures.submits++
  switch (outcome.is) {
    case 'nothing':
      return
    case 'gap':
      figures.gaps++
      return
    case 'rejected':
      figures.hard++
      return
    case 'taken':
      figures.accepted++
      figures.soft += outcome.refused.length
  }
}

export function lineOf(name: string, figures: Figures): string {
  const all = Object.entries(figures).map(([what, value]) => `${what} ${value}`)
  return `${name}: ${all.join(', ')}`
}
