import type { Proposal } from '@plenary/shared/queue'
import { propose } from '@plenary/shared/queue'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const RULES = { from: 'dots', places: 2, minutes: 30, least: 10 } as const
const topics = (scores: readonly number[]) =>
  scores.map((score, index) => ({ target: `T${index + 1}`, score }))

describe('the queue', () => {
  test.each<[string, number[], Proposal]>([
    [
      '[Q2] three tie for two of thirty: three of twenty',
      [3, 3, 3, 1, 1, 1, 0, 0],
      {
        is: 'shared',
        targets: ['T1', 'T2', 'T3'],
        minutes: 20,
        total: 60,
        planned: { places: 2, minutes: 30 },
      },
    ],
    [
      '[Q1] without the tie the top two have thirty',
      [3, 2, 3, 2, 1, 1, 0, 0],
      { is: 'top', targets: ['T1', 'T3'], minutes: 30, total: 60 },
    ],
    [
      '[Q2] a tie for the second place adds the tied ones',
      [4, 1, 1],
      {
        is: 'shared',
        targets: ['T1', 'T2', 'T3'],
        minutes: 20,
        total: 60,
        planned: { places: 2, minutes: 30 },
      },
    ],
    [
      '[Q2] a box of ten minutes is still large enough',
      [1, 1, 1, 1, 1, 1],
      {
        is: 'shared',
        targets: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'],
        minutes: 10,
        total: 60,
        planned: { places: 2, minutes: 30 },
      },
    ],
    [
      '[Q3] below that the group chooses',
      [2, 1, 1, 1, 1, 1, 1, 1, 1],
      {
        is: 'crowded',
        sure: ['T1'],
        tied: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'],
        places: 1,
        secondsEach: 400,
        total: 60,
      },
    ],
    [
      '[Q2] what is left of whole minutes stays spare',
      [1, 1, 1, 1, 0],
      {
        is: 'shared',
        targets: ['T1', 'T2', 'T3', 'T4'],
        minutes: 15,
        total: 60,
        planned: { places: 2, minutes: 30 },
      },
    ],
    ['[Q4] all at zero: none', [0, 0, 0], { is: 'none' }],
    ['[Q4] nothing there: none', [], { is: 'none' }],
    [
      '[Q4] a topic at zero is never taken to fill a place',
      [0, 2, 0],
      { is: 'top', targets: ['T2'], minutes: 30, total: 60 },
    ],
  ])('%s', (_title, scores, proposal) => {
    expect(propose(topics(scores), RULES)).toEqual(proposal)
  })

  it('[Q2] keeps the total, the least box, and everyone at the cut', () => {
    const rules = fc
      .record({
        places: fc.integer({ min: 1, max: 6 }),
        minutes: fc.integer({ min: 1, max: 40 }),
        least: fc.nat(39),
      })
      .map(({ least, ...rest }) => ({
        from: 'dots' as const,
        ...rest,
        least: Math.min(least + 1, rest.minutes),
      }))
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 20 }), rules, (scores, rule) => {
        const all = topics(scores)
        const proposal = propose(all, rule)
        const voted = all.filter((topic) => topic.score > 0)
        if (proposal.is === 'none') {
          expect(voted).toEqual([])
          return
        }
        const taken =
          proposal.is === 'crowded' ? [...proposal.sure, ...proposal.tied] : proposal.targets
        const lowest = Math.min(
          ...voted.filter((one) => taken.includes(one.target)).map((one) => one.score),
        )
        // Nobody outside stands as high as anybody inside.
        expect(
          voted.filter((one) => !taken.includes(one.target)).every((one) => one.score < lowest),
        ).toBe(true)
        expect(taken.length).toBeGreaterThanOrEqual(Math.min(rule.places, voted.length))
        if (proposal.is === 'crowded') expect(proposal.places).toBeGreaterThan(0)
        else {
          expect(taken.length * proposal.minutes).toBeLessThanOrEqual(proposal.total)
          expect(proposal.minutes).toBeGreaterThanOrEqual(rule.least)
        }
      }),
    )
  })
})
