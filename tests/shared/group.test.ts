import { makeEdit } from '@plenary/shared/board'
import { decide } from '@plenary/shared/decide'
import type { Entry } from '@plenary/shared/entry'
import { groupOf, nameFor, targetsOf } from '@plenary/shared/group'
import { must } from '@plenary/shared/must'
import { publish } from '@plenary/shared/published'
import { describe, expect, it, test } from 'vitest'
import type { Play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const set = (session: Play, id: string, field: string, value: string | boolean): void =>
  session.doc.transact(() => makeEdit(session.doc, { do: 'set', id, field, value }), { by: 'test' })

const cards = (session: Play): Entry[] =>
  [...session.board.entries()].filter((entry) => entry.kind === 'card' && !entry.removed)

const shape = (session: Play) =>
  targetsOf(session.board, cards(session)).map(({ id, grouped, cards: own }) => [
    session.board.entry(id)?.text ?? id,
    grouped,
    own.map((card) => card.text),
  ])

it('[WS7] cards of one group are one target, where its first card stands', () => {
  const session = SCENES.grouped()
  session.did('Fay', { type: 'card.add', text: 'Alone', to: 'reasons' })
  const tests = session.card('Tests').id
  set(session, session.card('Alone').id, 'group', tests)
  session.did('Fay', { type: 'card.add', text: 'Loose', to: 'reasons' })
  expect(new Set(shape(session).map((row) => JSON.stringify(row)))).toEqual(
    new Set(
      [
        ['Tests', true, ['Nobody tested it', 'Alone']],
        ['Money', true, ['The budget ran out']],
        ['Loose', false, ['Loose']],
      ].map((row) => JSON.stringify(row)),
    ),
  )
})

it('[WS7] a group taken apart is none, and put together again it is as it was', () => {
  const session = SCENES.grouped()
  const tests = session.card('Tests').id
  const card = session.card('Nobody tested it')
  set(session, tests, 'removed', true)
  expect(groupOf(session.board, card)).toBeNull()
  expect(shape(session)).toContainEqual(['Nobody tested it', false, ['Nobody tested it']])
  set(session, tests, 'removed', false)
  expect(groupOf(session.board, card)).toBe(tests)
})

it('[WS7] a group that nobody has named is one all the same; an id of something else is none', () => {
  const session = SCENES.grouped()
  const card = session.card('Nobody tested it')
  set(session, card.id, 'group', 'unheard-of')
  expect(groupOf(session.board, must(session.board.entry(card.id), 'the card'))).toBe('unheard-of')
  set(session, card.id, 'group', session.card('The budget ran out').id)
  expect(groupOf(session.board, must(session.board.entry(card.id), 'the card'))).toBeNull()
})

test.each<[string[], string]>([
  [['Pre-hack-day prep work', 'Prep'], 'Prep'],
  [[' ', 'One'], 'One'],
  [[], ''],
  [['x'.repeat(90)], 'x'.repeat(80)],
])('[WS7] the name proposed for %j is its shortest card', (texts, name) => {
  expect(nameFor(texts, 80)).toBe(name)
})

it('[WS8] a merge puts the cards of one group behind those of another, in its lane, and the emptied one goes', () => {
  const session = SCENES.grouped()
  const [tests, money] = [session.card('Tests').id, session.card('Money').id]
  session.did('Ann', { type: 'group.merge', group: tests, into: money })
  const moved = session.card('Nobody tested it')
  const there = session.card('The budget ran out')
  expect([moved.group, moved.parent]).toEqual([money, there.parent])
  expect(moved.order > there.order).toBe(true)
  expect(session.board.entry(tests)?.removed).toBe(true)
  expect(session.does('Ann', { type: 'group.merge', group: tests, into: money })).toMatchObject({
    reason: 'no-such-group',
  })
})

it('[HN5] [HN6] cards that a merge puts elsewhere were moved by whoever merged, where cards carry names', () => {
  for (const anonymous of [true, false]) {
    const session = SCENES.grouped()
    const [tests, money] = [session.card('Tests').id, session.card('Money').id]
    const { dice, board } = session
    const merged = decide(
      { ...session.state(), anonymous },
      { type: 'group.merge', group: tests, into: money },
      { person: session.person('Ann'), now: 7, dice, board, limits: { cards: 9, people: 9 } },
    )
    const by = session.person('Ann').id
    const moved = { is: 'cards.moved', cards: [session.card('Nobody tested it').id], by, at: 7 }
    expect(merged).toMatchObject({ ok: true, events: anonymous ? [] : [moved] })
  }
})

it('[WS9] dots go to a group or to a card in none, and never to what is set aside', () => {
  const session = SCENES.grouped()
  session.did('Fay', { type: 'card.add', text: 'Loose', to: 'reasons' })
  session.did('Fay', {
    type: 'round.open',
    section: 'reasons',
    rules: { budget: 5, cap: null, live: false },
  })
  const round = session.round('dots')
  const dot = (target: string) => session.does('Ann', { type: 'dot.add', round, target })
  const tests = session.card('Tests').id
  const inIt = session.card('Nobody tested it').id
  expect(dot(tests)).toMatchObject({ ok: true })
  expect(dot(inIt)).toMatchObject({ reason: 'no-such-card' })
  expect(dot(session.card('Loose').id)).toMatchObject({ ok: true })
  session.did('Fay', { type: 'card.aside', card: session.card('Loose').id })
  expect(dot(session.card('').id)).toMatchObject({ reason: 'no-such-card' })
  session.did('Fay', { type: 'card.aside', card: inIt })
  expect(dot(tests)).toMatchObject({ reason: 'no-such-card' })
})

describe('a vote while groups change', () => {
  const rules = { budget: 2, cap: 2, live: false }
  const opened = (session: Play) => {
    session.did('Fay', { type: 'round.open', section: 'reasons', rules })
    const round = session.round('dots')
    return {
      round,
      dot: (target: string) => session.does('Ann', { type: 'dot.add', round, target }),
      take: (target: string) => session.does('Ann', { type: 'dot.take', round, target }),
      result: () => {
        session.did('Fay', { type: 'round.close', round })
        return publish(session.state(), 1).values[`round:${round}`]
      },
    }
  }

  it('[WS22] dots on a group that is put together with another one stay given, no more are had, and they can be taken back', () => {
    const session = SCENES.grouped()
    const [tests, money] = [session.card('Tests').id, session.card('Money').id]
    const { dot, take, result } = opened(session)
    expect(dot(tests)).toMatchObject({ ok: true })
    expect(dot(tests)).toMatchObject({ ok: true })
    session.did('Ben', { type: 'group.merge', group: tests, into: money })
    expect(dot(money)).toMatchObject({ reason: 'no-dots-left' })
    expect(dot(tests)).toMatchObject({ reason: 'no-such-card' })
    expect(take(tests)).toMatchObject({ ok: true })
    expect(dot(money)).toMatchObject({ ok: true })
    expect(result()).toMatchObject({ result: { [tests]: 1, [money]: 1 } })
  })

  it('[WS22] dots on a group that is taken apart are on it again when it comes back, and nobody has more than the limit', () => {
    const session = SCENES.grouped()
    const tests = session.card('Tests').id
    const inIt = session.card('Nobody tested it').id
    const { dot, take, result } = opened(session)
    expect(dot(tests)).toMatchObject({ ok: true })
    set(session, tests, 'removed', true)
    expect(dot(tests)).toMatchObject({ reason: 'no-such-card' })
    expect(dot(inIt)).toMatchObject({ ok: true })
    expect(dot(inIt)).toMatchObject({ reason: 'no-dots-left' })
    set(session, tests, 'removed', false)
    expect(dot(tests)).toMatchObject({ reason: 'no-dots-left' })
    expect(take(inIt)).toMatchObject({ ok: true })
    expect(dot(tests)).toMatchObject({ ok: true })
    expect(dot(tests)).toMatchObject({ reason: 'no-dots-left' })
    expect(result()).toMatchObject({ result: { [tests]: 2 } })
  })

  it('[WS23] numbers are given to categories, never to a group, and what happens to groups changes none', () => {
    const session = SCENES.grouped()
    session.did('Fay', { type: 'phase.go', phase: 'estimate' })
    const round = session.round('estimates')
    const [tests, money] = [session.card('Tests').id, session.card('Money').id]
    const lane = must(session.lanes()[0]?.id, 'a lane')
    const put = (target: string) =>
      session.does('Ann', { type: 'estimate.put', round, target, axis: 'probability', value: 3 })
    expect(put(tests)).toMatchObject({ reason: 'no-such-lane' })
    expect(put(lane)).toMatchObject({ ok: true })
    session.did('Fay', { type: 'phase.go', phase: 'sort' })
    session.did('Ann', { type: 'group.merge', group: tests, into: money })
    // Its only group is elsewhere now; the number stays.
    session.did('Fay', { type: 'phase.go', phase: 'estimate' })
    session.did('Fay', { type: 'estimate.reveal', round })
    const before = session.state().rounds[round]
    expect(before).toMatchObject({
      answers: { [lane]: { [session.person('Ann').id]: { probability: 3 } } },
    })
  })
})
