/** The stepper where not all steps have room. */
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { shownSteps } from '@plenary/client/desk/fold'

const FOLD = 20
const SIX = [100, 100, 100, 100, 100, 100]

describe('shownSteps', () => {
  test.each([
    ['all of them where they have room', { at: 2, room: 600, reach: 6 }, [0, 6]],
    ['the one that comes before the one that was', { at: 2, room: 240, reach: 6 }, [2, 4]],
    ['both neighbours', { at: 2, room: 340, reach: 6 }, [1, 4]],
    ['no fold at an end that is reached', { at: 0, room: 320, reach: 6 }, [0, 3]],
    ['the last with those before it', { at: 5, room: 320, reach: 6 }, [3, 6]],
    ['the present one even without room', { at: 3, room: 50, reach: 6 }, [3, 4]],
    ['the neighbours alone on a tablet', { at: 3, room: 900, reach: 1 }, [2, 5]],
    ['the first ones before the start', { at: -1, room: 340, reach: 6 }, [0, 3]],
  ])('[KB6] shows %s', (_what, { at, room, reach }, [from, to]) => {
    expect(shownSteps({ widths: SIX, at, room, fold: FOLD, reach })).toEqual({ from, to })
  })

  it('[KB6] always shows the present step, and no more than there is room for beside it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: 0, max: 2_000 }),
        fc.integer({ min: 1, max: 12 }),
        (widths, where, room, reach) => {
          const at = where % widths.length
          const { from, to } = shownSteps({ widths, at, room, fold: FOLD, reach })
          expect(from <= at && at < to).toBe(true)
          const taken =
            widths.slice(from, to).reduce((sum, width) => sum + width, 0) +
            (from > 0 ? FOLD : 0) +
            (to < widths.length ? FOLD : 0)
          expect(to - from === 1 || taken <= room).toBe(true)
        },
      ),
    )
  })
})
