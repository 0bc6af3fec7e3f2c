import type { Timer } from '@plenary/shared/timer'
import { added, paused, remaining, setFor, started } from '@plenary/shared/timer'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const NOW = 1_000_000
const MINUTE = 60_000

const left = fc.integer({ min: -600_000, max: 600_000 })
const timer: fc.Arbitrary<Timer> = fc.oneof(
  fc.nat(600_000).map((ms): Timer => ({ is: 'idle', left: ms })),
  left.map((ms): Timer => ({ is: 'paused', left: ms })),
  left.map((ms): Timer => ({ is: 'running', endsAt: NOW + ms, hidden: true })),
)

describe('a timer', () => {
  it('[TM1] is set in minutes and stands until it is started', () => {
    expect(setFor(7)).toEqual({ is: 'idle', left: 7 * MINUTE })
    expect(started(setFor(7), NOW)).toEqual({ is: 'running', endsAt: NOW + 7 * MINUTE })
  })

  it('[TM1] is a fact with an end: what is left follows from the time, below zero once it is up', () => {
    const running = started(setFor(1), NOW)
    expect(remaining(running, NOW + 20_000)).toBe(40_000)
    expect(remaining(running, NOW + 90_000)).toBe(-30_000)
  })

  it('[TM2] loses nothing by pausing and going on', () => {
    fc.assert(
      fc.property(timer, fc.nat(600_000), fc.nat(600_000), (one, after, pause) => {
        const stopped = paused(one, NOW + after)
        const before = remaining(one, NOW + after)
        expect(remaining(stopped, NOW + after + pause)).toBe(before)
        expect(remaining(started(stopped, NOW + after + pause), NOW + after + pause)).toBe(before)
      }),
    )
  })

  it('[TM2] to start a running one or pause a standing one changes nothing', () => {
    const running: Timer = { is: 'running', endsAt: NOW }
    expect(started(running, NOW + 5)).toBe(running)
    expect(paused(setFor(1), NOW)).toEqual(setFor(1))
  })

  it('[TM3] keeps whether it is hidden', () => {
    fc.assert(
      fc.property(timer, fc.boolean(), left, (one, hidden, ms) => {
        const covered: Timer = { ...one, hidden }
        for (const next of [started(covered, NOW), paused(covered, NOW), added(covered, ms, NOW)])
          expect(next.hidden).toBe(hidden)
      }),
    )
  })
})

describe('more or less time', () => {
  test.each<[string, Timer, number, number]>([
    ['running', { is: 'running', endsAt: NOW + MINUTE }, MINUTE, 2 * MINUTE],
    ['running, over', { is: 'running', endsAt: NOW - 4 * MINUTE }, MINUTE, MINUTE],
    ['paused', { is: 'paused', left: MINUTE }, MINUTE, 2 * MINUTE],
    ['paused, over', { is: 'paused', left: -4 * MINUTE }, MINUTE, MINUTE],
    ['idle', { is: 'idle', left: MINUTE }, MINUTE, 2 * MINUTE],
    ['running', { is: 'running', endsAt: NOW + 3 * MINUTE }, -MINUTE, 2 * MINUTE],
    ['running, more than is left', { is: 'running', endsAt: NOW + MINUTE }, -5 * MINUTE, 0],
    ['running, over', { is: 'running', endsAt: NOW - 4 * MINUTE }, -MINUTE, -4 * MINUTE],
    ['paused, more than is left', { is: 'paused', left: MINUTE }, -5 * MINUTE, 0],
    ['paused, over', { is: 'paused', left: -MINUTE }, -MINUTE, -MINUTE],
  ])('[TM4] %s', (_name, one, ms, result) => {
    const next = added(one, ms, NOW)
    expect(next.is).toBe(one.is)
    expect(remaining(next, NOW)).toBe(result)
  })

  it('[TM4] adding gives at least what was added, taking away never gives', () => {
    fc.assert(
      fc.property(timer, fc.nat(600_000), (one, ms) => {
        const before = remaining(one, NOW)
        expect(remaining(added(one, ms, NOW), NOW)).toBe(
          ms === 0 ? before : Math.max(before, 0) + ms,
        )
        const less = remaining(added(one, -ms, NOW), NOW)
        expect(less).toBeLessThanOrEqual(before)
        expect(less).toBeGreaterThanOrEqual(Math.min(before, 0))
      }),
    )
  })
})
