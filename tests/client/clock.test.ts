import {
  formatClock,
  formatCode,
  formatStep,
  minutesOf,
  momentPassed,
  readTimer,
} from '@plenary/client/look/clock'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

describe('times as people read them', () => {
  test.each([
    [384_000, '6:24'],
    [383_001, '6:24'],
    [60_000, '1:00'],
    [1, '0:01'],
    [0, '0:00'],
    [-40_999, '0:40'],
    [3_600_000, '1:00:00'],
    [3_905_000, '1:05:05'],
  ])('[U5] %i ms is %s', (ms, shown) => {
    expect(formatClock(ms)).toBe(shown)
  })

  test.each([
    [0, 0],
    [-5, 0],
    [60_000, 1],
    [60_001, 2],
  ])('[U5] %i ms are %i minutes', (ms, minutes) => {
    expect(minutesOf(ms)).toBe(minutes)
  })

  test.each([
    [1, '1'],
    [1.5, '1½'],
    [0.5, '½'],
    [2.25, '2.25'],
  ])('[U5] the step %d is %s', (value, shown) => {
    expect(formatStep(value)).toBe(shown)
  })

  it('[U5] shows a code in threes', () => {
    expect(formatCode('482617903')).toBe('482 617 903')
  })

  test.each([
    [{ is: 'idle', left: 420_000 } as const, { is: 'idle', left: 420_000 }],
    [{ is: 'paused', left: 5 } as const, { is: 'paused', left: 5 }],
    [{ is: 'running', endsAt: 161_000 } as const, { is: 'running', left: 61_000 }],
    [{ is: 'running', endsAt: 160_000 } as const, { is: 'last minute', left: 60_000 }],
    [{ is: 'running', endsAt: 100_000 } as const, { is: 'over', over: 0 }],
    [{ is: 'running', endsAt: 60_000 } as const, { is: 'over', over: 40_000 }],
  ])('[U5] reads %j at 100,000', (timer, reading) => {
    expect(readTimer(timer, 100_000)).toEqual(reading)
  })

  it('[U6] says half, one minute and zero once each, however the clock ticks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 90 }),
        fc.array(fc.integer({ min: 50, max: 20_000 }), { minLength: 1, maxLength: 30 }),
        (minutes, pauses) => {
          const total = minutes * 60_000
          const said: string[] = []
          let left = total
          for (let index = 0; left > -60_000; index++) {
            const before = left
            left -= pauses[index % pauses.length] ?? 50
            const moment = momentPassed(before, left, total)
            if (moment !== null) said.push(moment)
          }
          expect(said).toEqual(['half', 'one minute', 'zero'])
        },
      ),
    )
  })

  it('[U6] leaves out half and one minute where they say nothing new', () => {
    expect(momentPassed(61_000, 60_000, 120_000)).toBe('one minute')
    expect(momentPassed(60_000, 30_000, 60_000)).toBe(null)
  })
})
