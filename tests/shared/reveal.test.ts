import { makeEdit } from '@plenary/shared/board'
import type { Command } from '@plenary/shared/command'
import { REVEAL_NOTICE } from '@plenary/shared/decide/drafts'
import { mineOf } from '@plenary/shared/mine'
import { must } from '@plenary/shared/must'
import { publish } from '@plenary/shared/published'
import { describe, expect, it } from 'vitest'
import { formatNamed, play } from '../kit/play.ts'
import type { Play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const put = (draft: string, text: string, more: object = {}): Command => ({
  type: 'draft.put',
  draft,
  section: 'reasons',
  text,
  rev: 1,
  state: 'done',
  ...more,
})

const cards = (session: Play): string[] =>
  [...session.board.entries()]
    .filter((entry) => entry.kind === 'card')
    .map((entry) => entry.text)
    .toSorted()

const draftsOf = (session: Play, name: string) =>
  mineOf(session.state(), session.person(name).id).drafts

describe('writing', () => {
  it('[W1] a newer rev replaces the draft, the same again changes nothing', () => {
    const session = SCENES.write()
    session.did('Ann', put('ann-1', 'Nobody tested it at all', { rev: 2 }))
    const before = session.events.length
    session.did('Ann', put('ann-1', 'Nobody tested it at all', { rev: 2 }))
    expect(session.events).toHaveLength(before)
    expect(draftsOf(session, 'Ann').map((draft) => draft.text)).toEqual(['Nobody tested it at all'])
  })

  it('[W2] a stale rev with other words becomes a second draft', () => {
    const session = SCENES.write()
    session.did('Ann', put('ann-1', 'From the phone', { rev: 3 }))
    const { answer } = session.did('Ann', put('ann-1', 'From the laptop', { rev: 2 }))
    expect(answer).toMatchObject({ stale: true })
    expect(answer['draft']).not.toBe('ann-1')
    expect(draftsOf(session, 'Ann').map((draft) => draft.text)).toEqual([
      'From the phone',
      'From the laptop',
    ])
  })

  it('[W3] the total of drafts is told in batches, and to three writers or more', () => {
    const live = (session: Play) => publish(session.state(), 1).maps['live']
    const three = SCENES.write()
    expect(live(three)).not.toHaveProperty('drafts')
    three.passes(3_000)
    expect(live(three)).toMatchObject({ drafts: { n: 2 } })
    const two = play({ format: formatNamed('pre-mortem'), participants: ['Ann'] })
    two.did('Fay', { type: 'phase.go', phase: 'write' })
    two.did('Ann', put('ann-1', 'One'))
    two.passes(3_000)
    expect(live(two)).not.toHaveProperty('drafts')
  })
})

it('[W12] who comes back to an earlier private phase is told of that one, whatever was counted in between', () => {
  const format = formatNamed('pre-mortem')
  const write = must(
    format.phases.find(({ id }) => id === 'write'),
    'write',
  )
  const session = play({
    format: {
      ...format,
      phases: [...format.phases, { ...write, id: 'more', section: 'later' }],
      sections: [...format.sections, { id: 'later', title: 'Later', kind: 'columns', lanes: [] }],
    },
    participants: ['Ann', 'Ben', 'Cem'],
  })
  const few = () => mineOf(session.state(), session.person('Fay').id).few
  session.did('Fay', { type: 'phase.go', phase: 'write' })
  session.did('Ann', put('ann-1', 'Alone'))
  session.passes(3_000)
  expect(few()).toBe(true)
  session.did('Fay', { type: 'phase.go', phase: 'more' })
  for (const name of ['Ann', 'Ben', 'Cem'])
    session.did(name, put(`${name}-2`, 'Together', { section: 'later' }))
  session.passes(3_000)
  expect(few()).toBe(false)
  session.did('Fay', { type: 'phase.go', phase: 'write' })
  session.passes(3_000)
  expect(few()).toBe(true)
})

describe('the total that everybody sees', () => {
  it('[WS1] is what a reveal pours: finished cards, also of somebody removed, and not unfinished ones', () => {
    const session = SCENES.write()
    session.did('Cem', put('cem-1', 'Written, then removed'))
    session.did('Fay', { type: 'person.remove', person: session.person('Cem').id })
    session.did('Fay', put('fay-1', 'Mine', { state: 'open' }))
    session.passes(3_000)
    const shown = () => publish(session.state(), 1).maps['live']?.['drafts']
    expect(shown()).toEqual({ n: 3 })
    session.did('Fay', { type: 'reveal' })
    session.passes(REVEAL_NOTICE)
    expect(cards(session)).toHaveLength(3)
    expect(shown()).toBeUndefined()
  })
})

describe('the reveal', () => {
  it('[W4] is announced, then pours done drafts once, and leaves open ones with their owner', () => {
    const session = SCENES.write()
    session.did('Fay', { type: 'phase.go', phase: 'sort', finish: true })
    session.passes(REVEAL_NOTICE - 1)
    session.did('Cem', put('cem-1', 'In the last second'))
    expect(cards(session)).toEqual([])
    expect(session.state().phase?.id).toBe('write')
    session.passes(1)
    const all = ['In the last second', 'Nobody tested it', 'The budget ran out']
    expect(cards(session)).toEqual(all)
    expect(session.state().phase?.id).toBe('sort')
    expect(draftsOf(session, 'Ben').map((draft) => draft.text)).toEqual(['Not finished'])
    session.did('Fay', { type: 'phase.go', phase: 'write' })
    session.did('Fay', { type: 'reveal' })
    session.passes(REVEAL_NOTICE)
    expect(cards(session)).toEqual(all)
  })

  it('[W5] poured cards of an anonymous session carry no author, those of a named one do', () => {
    const session = SCENES.sort()
    expect(session.card('Nobody tested it').by).toBeUndefined()
    const format = { ...formatNamed('pre-mortem'), anonymous: false }
    const named = play({ format })
    named.did('Fay', { type: 'phase.go', phase: 'write' })
    named.did('Ann', put('ann-1', 'Signed'))
    named.did('Fay', { type: 'reveal' })
    named.passes(REVEAL_NOTICE)
    expect(named.card('Signed').by).toBe(named.person('Ann').id)
  })
})

describe('late drafts', () => {
  it('[W6] of fewer than three authors are asked about first, and only "Add" pours', () => {
    const session = SCENES.sort()
    session.did('Ann', put('ann-2', 'Too late'))
    expect(session.did('Fay', { type: 'pour.late' }).answer).toEqual({ poured: 0, asked: true })
    expect(draftsOf(session, 'Ann').find((draft) => draft.id === 'ann-2')?.late).toBe('asked')
    expect(cards(session)).not.toContain('Too late')
    session.did('Ann', put('ann-2', 'Too late', { sure: true }))
    expect(session.did('Fay', { type: 'pour.late' }).answer).toEqual({ poured: 1, asked: false })
    expect(cards(session)).toContain('Too late')
  })

  it('[W7] of three authors are poured at the next change of phase', () => {
    const session = SCENES.sort()
    for (const name of ['Ann', 'Ben', 'Cem']) session.did(name, put(`${name}-9`, `Late ${name}`))
    session.did('Fay', { type: 'phase.go', phase: 'estimate' })
    expect(cards(session)).toEqual(
      expect.arrayContaining(['Late Ann', 'Late Ben', 'Late Cem', 'Nobody tested it']),
    )
  })

  it('[W8] of a named session go to the board at once', () => {
    const session = play({ format: { ...formatNamed('pre-mortem'), anonymous: false } })
    session.did('Fay', { type: 'phase.go', phase: 'write' })
    session.did('Fay', { type: 'reveal' })
    session.passes(REVEAL_NOTICE)
    session.did('Fay', { type: 'phase.go', phase: 'sort' })
    session.did('Ann', put('ann-1', 'At once'))
    expect(session.card('At once').by).toBe(session.person('Ann').id)
  })
})

describe('erasing', () => {
  it('[W9] a card may be reworded by its author until the close; then nobody knows whose it was', () => {
    const session = SCENES.sort()
    const card = session.card('Nobody tested it')
    expect(mineOf(session.state(), session.person('Ann').id).cards).toContain(card.id)
    session.did('Fay', { type: 'session.close' })
    session.did('Fay', { type: 'session.reopen' })
    expect(mineOf(session.state(), session.person('Ann').id).cards).toEqual([])
    const again = session.does('Ann', {
      type: 'card.reword',
      card: card.id,
      from: card.text,
      to: 'Mine',
    })
    expect(again).toEqual({ ok: false, reason: 'not-yours' })
  })

  it('[W10] a removed lane sends its cards back to "still to place", in their order', () => {
    const session = SCENES.sort()
    const lane = session.lanes()[1]?.id ?? ''
    for (const text of ['first', 'second']) session.did('Ann', { type: 'card.add', text, to: lane })
    session.did('Fay', { type: 'lane.remove', lane })
    const [first, second] = [session.card('first'), session.card('second')]
    expect([first.parent, second.parent]).toEqual(['reasons', 'reasons'])
    expect(first.order < second.order).toBe(true)
  })

  it('[W13] a removed lane comes back with the cards that nobody has placed or removed since', () => {
    const session = SCENES.sort()
    const [other = '', lane = ''] = session.lanes().map(({ id }) => id)
    const texts = ['first', 'second', 'third', 'fourth']
    for (const text of texts) session.did('Ann', { type: 'card.add', text, to: lane })
    const ids = texts.map((text) => session.card(text).id)
    session.did('Fay', { type: 'lane.remove', lane })
    const [, second = '', third = '', fourth = ''] = ids
    const set = (id: string, field: string, value: string | boolean) =>
      session.doc.transact(() => makeEdit(session.doc, { do: 'set', id, field, value }))
    set(second, 'place', `${other}/a0`)
    set(third, 'removed', true)
    // Twice the same, what is no card and what never stood there change nothing.
    const named = [...ids, fourth, other, 'unheard-of']
    session.did('Ann', { type: 'lane.restore', lane, cards: named })
    expect(session.lanes().map(({ id }) => id)).toContain(lane)
    const [first, , , last] = texts.map((text) => session.card(text))
    expect([first?.parent, last?.parent]).toEqual([lane, lane])
    expect((first?.order ?? '') < (last?.order ?? '')).toBe(true)
    expect(session.card('second').parent).toBe(other)
    expect(session.card('third')).toMatchObject({ parent: 'reasons', removed: true })
  })
})
