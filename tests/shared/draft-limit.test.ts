import type { Command } from '@plenary/shared/command'
import { REVEAL_NOTICE } from '@plenary/shared/decide/drafts'
import { publish } from '@plenary/shared/published'
import { expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'

const put = (draft: string, more: object = {}): Command => ({
  type: 'draft.put',
  draft,
  section: 'reasons',
  text: `Thought ${draft}`,
  rev: 1,
  state: 'done',
  ...more,
})

/** Fay leads and takes part, with so many others. */
function writing(others: number): Play {
  const participants = Array.from({ length: others }, (_, n) => (n === 0 ? 'Ann' : `P${n}`))
  const session = play({ format: formatNamed('pre-mortem'), participants })
  session.did('Fay', { type: 'phase.go', phase: 'write' })
  return session
}

const each = (session: Play) => publish(session.state(), 1).values['cardsEach']

it('[WS6] up to twelve people write as much as they like, above it three cards each', () => {
  expect(each(writing(11))).toBeNull()
  const session = writing(12)
  expect(each(session)).toBe(3)
  for (const id of ['a', 'b', 'c']) session.did('Ann', put(id))
  expect(session.does('Ann', put('d'))).toMatchObject({ reason: 'cards-used' })
  expect(session.does('Ann', put('c', { rev: 2, text: 'Other words' }))).toMatchObject({ ok: true })
  session.did('Ann', { type: 'draft.remove', draft: 'a' })
  expect(session.does('Ann', put('d'))).toMatchObject({ ok: true })
  expect(session.does('Fay', put('f'))).toMatchObject({ ok: true })
})

it('[WS6] what was poured counts too, and what two devices wrote apart is kept', () => {
  const session = writing(12)
  for (const id of ['a', 'b', 'c']) session.did('Ann', put(id))
  expect(session.did('Ann', put('c', { text: 'From the laptop' })).answer).toMatchObject({
    stale: true,
  })
  session.did('Fay', { type: 'phase.go', phase: 'sort', finish: true })
  session.passes(REVEAL_NOTICE)
  expect(session.does('Ann', put('late'))).toMatchObject({ reason: 'cards-used' })
})

it('[WS6] a facilitator sets another limit, or none', () => {
  const session = writing(12)
  session.did('Fay', { type: 'draft.limit', each: 1 })
  session.did('Ann', put('a'))
  expect(session.does('Ann', put('b'))).toMatchObject({ reason: 'cards-used' })
  session.did('Fay', { type: 'draft.limit', each: null })
  expect(each(session)).toBeNull()
  expect(session.does('Ann', put('b'))).toMatchObject({ ok: true })
})

it('[WS6] revisions that are out of date bring nobody past the limit: their words are kept, unfinished', () => {
  const session = writing(12)
  for (const id of ['a', 'b', 'c']) session.did('Ann', put(id))
  const stale = session.did('Ann', put('c', { text: 'From the laptop' })).answer
  expect(stale).toMatchObject({ stale: true })
  session.did('Ann', put('b', { text: 'Once more from there' }))
  const drafts = Object.values(session.state().drafts).filter(
    ({ owner }) => owner === session.person('Ann').id,
  )
  expect(drafts.map(({ text, state }) => [text, state])).toEqual([
    ['Thought a', 'done'],
    ['Thought b', 'done'],
    ['Thought c', 'done'],
    ['From the laptop', 'open'],
    ['Once more from there', 'open'],
  ])
  const [id = ''] = drafts.filter(({ state }) => state === 'open').map((draft) => draft.id)
  const finish = put(id, { text: 'From the laptop', rev: 9 })
  expect(session.does('Ann', finish)).toMatchObject({ reason: 'cards-used' })
  for (const draft of ['a', 'b']) session.did('Ann', { type: 'draft.remove', draft })
  expect(session.does('Ann', finish)).toMatchObject({ ok: true })
})
