import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Splice } from '@plenary/shared/splice'
import { mergedText, rebased, shiftedCaret, spliceBetween, spliced } from '@plenary/shared/splice'

/** Repeated letters and pairs: where a diff has most to get wrong. */
const unit = fc.constantFrom('a', 'b', 'a', ' ', '\n', '😀', '😁', 'é', '👩‍💻')
const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''))

/** Whether no half of a surrogate pair stands alone. */
const isWhole = (words: string) => !/\p{Cs}/u.test(words)

/** An edit at a place that cuts no pair, as an editor makes it. */
const edit = (from: string, insert: fc.Arbitrary<string>): fc.Arbitrary<Splice> => {
  const points = Array.from(from).length
  return fc.tuple(fc.nat(points), fc.nat(points), insert).map(([one, other, words]) => {
    const [start, end] = [Math.min(one, other), Math.max(one, other)]
    const units = Array.from(from)
    const at = units.slice(0, start).join('').length
    return { at, remove: units.slice(start, end).join('').length, insert: words }
  })
}

describe('a splice between two texts', () => {
  it('[C1] leads from one to the other, wherever the caret stands', () => {
    fc.assert(
      fc.property(text, text, fc.nat(40), (from, to, caret) => {
        expect(spliced(from, spliceBetween(from, to))).toBe(to)
        expect(spliced(from, spliceBetween(from, to, Math.min(caret, to.length)))).toBe(to)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[C1] cuts no surrogate pair: what it removes, inserts and leaves is well formed', () => {
    fc.assert(
      fc.property(text, text, fc.nat(40), (from, to, caret) => {
        const { at, remove, insert } = spliceBetween(from, to, Math.min(caret, to.length))
        expect(at).toBeGreaterThanOrEqual(0)
        expect(remove).toBeGreaterThanOrEqual(0)
        for (const part of [
          from.slice(0, at),
          from.slice(at, at + remove),
          from.slice(at + remove),
          insert,
        ])
          expect(isWhole(part)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['aa', 'aaa', 1, { at: 0, remove: 0, insert: 'a' }],
    ['aa', 'aaa', 3, { at: 2, remove: 0, insert: 'a' }],
    ['aaa', 'aa', 1, { at: 1, remove: 1, insert: '' }],
    ['same', 'same', 2, { at: 2, remove: 0, insert: '' }],
    ['😀', '😁', 2, { at: 0, remove: 2, insert: '😁' }],
    ['a😀b', 'a😀x', 4, { at: 3, remove: 1, insert: 'x' }],
    ['', 'word', 4, { at: 0, remove: 0, insert: 'word' }],
  ])(
    '[C2] among repeated letters the caret says which was typed: %j to %j at %i',
    (from, to, caret, splice) => {
      expect(spliceBetween(from, to, caret)).toEqual(splice)
    },
  )
})

describe('two people at once', () => {
  it('[C3] lose nobody’s inserted words', () => {
    fc.assert(
      fc.property(
        text.chain((base) =>
          fc.tuple(
            fc.constant(base),
            edit(base, fc.constantFrom('', 'MINE')),
            edit(base, fc.constantFrom('', 'THEIRS')),
          ),
        ),
        ([base, mine, theirs]) => {
          const merged = rebased(mine, theirs).reduce(spliced, spliced(base, theirs))
          expect(merged).toContain(mine.insert)
          expect(merged).toContain(theirs.insert)
          expect(isWhole(merged)).toBe(true)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('[C3] remove what both removed once, and keep what neither touched', () => {
    fc.assert(
      fc.property(
        fc.nat(8).chain((length) => {
          // Letters that are all different tell what is left of the base.
          const base = 'abcdefgh'.slice(0, length)
          return fc.tuple(
            fc.constant(base),
            edit(base, fc.constant('X')),
            edit(base, fc.constant('Y')),
          )
        }),
        ([base, mine, theirs]) => {
          const merged = rebased(mine, theirs).reduce(spliced, spliced(base, theirs))
          const gone = (splice: Splice, at: number) =>
            at >= splice.at && at < splice.at + splice.remove
          const left = Array.from(base)
            .filter((_, at) => !gone(mine, at) && !gone(theirs, at))
            .join('')
          expect(merged.replaceAll(/[XY]/g, '')).toBe(left)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('[C3] merge by their texts alone as long as nothing else changed', () => {
    fc.assert(
      fc.property(text, text, (base, edited) => {
        expect(mergedText(base, edited, base).reduce(spliced, base)).toBe(edited)
        expect(mergedText(base, base, edited).reduce(spliced, edited)).toBe(edited)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a caret', () => {
  it('[C4] stays between the same letters when somebody else writes', () => {
    fc.assert(
      fc.property(
        fc.nat(8).chain((length) => {
          const base = 'abcdefgh'.slice(0, length)
          return fc.tuple(fc.constant(base), edit(base, fc.constant('XY')), fc.nat(length))
        }),
        ([base, splice, caret]) => {
          const now = spliced(base, splice)
          const moved = shiftedCaret(caret, splice)
          expect(moved).toBeGreaterThanOrEqual(0)
          expect(moved).toBeLessThanOrEqual(now.length)
          const before = base[caret - 1]
          const kept = before !== undefined && now.includes(before)
          if (kept && caret <= splice.at) expect(now[moved - 1]).toBe(before)
          const after = base[caret]
          if (after !== undefined && caret >= splice.at + splice.remove && caret > splice.at)
            expect(now[moved]).toBe(after)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
