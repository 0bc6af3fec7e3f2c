/** Honest people on a bad network, as one law: never rejected, and everybody ends with the same board. */
import * as fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Judge } from '@plenary/server/gate/gate'
import type { Figures } from './fuzz-figures.ts'
import { count } from './fuzz-figures.ts'
import { plain } from './gate-board.ts'
import type { Net } from './gate-net.ts'
import { SPOILS, judgeBy, openNet } from './gate-net.ts'

const small = fc.nat({ max: 1_000 })
/** How many changes a phase lets through: all, or all but one of so many. */
const often = fc.constantFrom(0, 2, 5, 12)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('edit' as const), small, small, small, small) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('tick' as const), fc.nat({ max: 4 }), small) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('hear' as const), small, fc.nat({ max: 4 })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constant('spoil' as const), small, fc.constantFrom(...SPOILS)),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('reconnect' as const), small) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('phase' as const), small, often) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Counts into `figures`. */
export function honestLaw(figures: Figures): fc.IProperty<[number, number, number, Step[]]> {
  return fc.property(
    fc.integer({ min: 1, max: 4 }),
    fc.nat({ max: 999 }),
    often,
    fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }),
    (size, seed, strict, steps) => {
      let rule = judgeBy(seed, strict)
      const judge: Judge = (change) => rule(change)
      const net = openNet(size, judge)
      for (const one of steps)
        if (one[0] === 'phase') rule = judgeBy(one[1], one[2])
        else turn(net, one)
      net.quiet()
      expect(net.outcomes.filter(({ is }) => is === 'rejected')).toEqual([])
      allEqual(net)
      figures.runs++
      figures.resets += net.resets
      for (const outcome of net.outcomes) count(figures, outcome)
    },
  )
}

function turn(net: Net, one: Exclude<Step, ['phase', ...unknown[]]>): void {
  switch (one[0]) {
    case 'edit':
      return net.edit(one[1], one[2], one[3], one[4])
    case 'tick':
      return net.tick(one[1], one[2])
    case 'hear':
      return net.hear(one[1], one[2])
    case 'spoil':
      return net.spoil(one[1], one[2])
    case 'reconnect':
      return net.reconnect(one[1])
  }
}

function allEqual({ board, seats }: Net): void {
  const truth = plain(board.doc)
  const session = board.doc.getMap('session').toJSON()
  for (const { client } of seats) {
    expect(plain(client.doc)).toEqual(truth)
    expect(client.doc.getMap('session').toJSON()).toEqual(session)
  }
  const replayed = new Y.Doc()
  for (const update of board.emitted) Y.applyUpdate(replayed, update)
  expect(plain(replayed)).toEqual(truth)
  const reloaded = new Y.Doc()
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(board.doc))
  expect(plain(reloaded)).toEqual(truth)
}
