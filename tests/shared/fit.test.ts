import { fitted, leastTotal } from '@plenary/shared/fit'
import { FORMATS } from '@plenary/shared/formats/catalog'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const phase = fc
  .tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 120 }))
  .map(([a, b]) => ({ minutes: Math.max(a, b), least: Math.min(a, b) }))
const asked = fc.record({
  phases: fc.array(phase, { minLength: 1, maxLength: 12 }),
  total: fc.integer({ min: 1, max: 1_500 }),
  spare: fc.integer({ min: 0, max: 20 }),
})
const sum = (minutes: readonly number[]) => minutes.reduce((all, one) => all + one, 0)

describe('the minutes of the phases', () => {
  it('[BF11] fill the time exactly, beside the spare minutes, in whole minutes', () => {
    fc.assert(
      fc.property(asked, ({ phases, total, spare }) => {
        const minutes = fitted(phases, total, spare)
        if (minutes === null) return
        expect(sum(minutes) + spare).toBe(total)
        for (const one of minutes) expect(Number.isInteger(one)).toBe(true)
      }),
    )
  })

  it('[BF11] never fall below their least; where all of them do not fit there is no answer', () => {
    fc.assert(
      fc.property(asked, ({ phases, total, spare }) => {
        const minutes = fitted(phases, total, spare)
        expect(minutes === null).toBe(leastTotal(phases, spare) > total)
        minutes?.forEach((one, index) =>
          expect(one).toBeGreaterThanOrEqual(phases[index]?.least ?? 0),
        )
      }),
    )
  })

  it('[BF11] stay as planned where the time is what was planned', () => {
    fc.assert(
      fc.property(asked, ({ phases, spare }) => {
        const planned = phases.map(({ minutes }) => minutes)
        expect(fitted(phases, sum(planned) + spare, spare)).toEqual(planned)
      }),
    )
  })

  it('[BF11] keep their order of length where no least is in the way', () => {
    fc.assert(
      fc.property(asked, ({ phases, total, spare }) => {
        const free = phases.map(({ minutes }) => ({ minutes, least: 1 }))
        const minutes = fitted(free, total, spare)
        if (minutes === null) return
        for (const [at, one] of free.entries())
          for (const [other, two] of free.entries())
            if (one.minutes > two.minutes)
              expect((minutes[at] ?? 0) + 1).toBeGreaterThanOrEqual(minutes[other] ?? 0)
      }),
    )
  })

  test.each(FORMATS.map((format) => [format.id, format] as const))(
    '[BF11] of %s fit into 30, 45, 55 and 90 minutes, or it is said what they need',
    (_id, { phases, spare }) => {
      for (const total of [30, 45, 55, 90]) {
        const minutes = fitted(phases, total, spare)
        if (leastTotal(phases, spare) > total) expect(minutes).toBeNull()
        else expect(sum(minutes ?? []) + spare).toBe(total)
      }
    },
  )

  it('[BF11] of a pre-mortem in 30 minutes keep everybody’s least', () => {
    const preMortem = FORMATS.find(({ id }) => id === 'pre-mortem')
    expect(fitted(preMortem?.phases ?? [], 30, 3)).toEqual([2, 4, 6, 4, 7, 4])
  })
})
