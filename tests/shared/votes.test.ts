/** Votes held again among some, votes that leave out one's own, and estimates of categories without a card. */
import { must } from '@plenary/shared/must'
import { publish } from '@plenary/shared/published'
import { describe, expect, it } from 'vitest'
import { formatNamed, play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const RULES = { budget: 1, cap: null, live: false }

describe('a vote held again', () => {
  it('[EV7] is only among its topics, and gives back the clock it interrupted', () => {
    const session = SCENES.list()
    session.did('Ann', { type: 'card.add', text: 'Pizza', to: 'topics' })
    session.did('Fay', { type: 'timer.start' })
    session.passes(60_000)
    const targets = ['Tests', 'Docs'].map((text) => session.card(text).id)
    session.did('Fay', { type: 'round.open', section: 'topics', rules: RULES, targets, minutes: 1 })
    const round = session.round('dots')
    expect(publish(session.state(), 1).values[`round:${round}`]).toMatchObject({ targets })
    expect(session.state().timer).toEqual({ is: 'running', endsAt: session.now() + 60_000 })
    const pizza = session.card('Pizza').id
    expect(session.does('Ann', { type: 'dot.add', round, target: pizza })).toMatchObject({
      reason: 'not-in-this-vote',
    })
    session.did('Ann', { type: 'dot.add', round, target: must(targets[0], 'a topic') })
    session.passes(30_000)
    session.did('Fay', { type: 'round.close', round })
    // Of five minutes one had gone by before the vote.
    expect(session.state().timer).toEqual({ is: 'running', endsAt: session.now() + 4 * 60_000 })
  })

  it('[EV7] gives back a clock that had not begun, also when the phase is left', () => {
    const session = SCENES.counted()
    const targets = ['Tests', 'Docs'].map((text) => session.card(text).id)
    const before = session.state().timer
    session.did('Fay', { type: 'round.open', section: 'topics', rules: RULES, targets, minutes: 1 })
    session.did('Fay', { type: 'round.close', round: session.round('dots') })
    expect(session.state().timer).toEqual(before)
  })

  it('[EV7] leaves the clock of another phase alone, when it is closed only there', () => {
    const session = SCENES.counted()
    const targets = ['Tests', 'Docs'].map((text) => session.card(text).id)
    session.did('Fay', { type: 'timer.start' })
    session.passes(1_000)
    session.did('Fay', { type: 'round.open', section: 'topics', rules: RULES, targets, minutes: 1 })
    session.passes(1_000)
    session.did('Fay', { type: 'phase.go', phase: 'actions' })
    session.did('Fay', { type: 'timer.start' })
    const { timer } = session.state()
    session.did('Fay', { type: 'round.close', round: session.round('dots') })
    expect(session.state().timer).toEqual(timer)
  })
})

describe('own cards', () => {
  it('[EV8] get no dots of their author where the vote leaves them out', () => {
    const session = SCENES.list()
    const rules = { ...RULES, budget: 3, own: false }
    session.did('Fay', { type: 'round.open', section: 'topics', rules })
    const round = session.round('dots')
    const dot = (name: string, text: string) =>
      session.does(name, { type: 'dot.add', round, target: session.card(text).id })
    expect(dot('Ann', 'Tests')).toMatchObject({ reason: 'own-card' })
    expect(dot('Ann', 'Docs')).toMatchObject({ ok: true })
    expect(dot('Ben', 'Tests')).toMatchObject({ ok: true })
  })

  it('[EV8] also where cards carry no names', () => {
    const session = SCENES.sort()
    const rules = { ...RULES, budget: 3, own: false }
    session.did('Fay', { type: 'round.open', section: 'reasons', rules })
    const round = session.round('dots')
    const target = session.card('Nobody tested it').id
    expect(session.does('Ann', { type: 'dot.add', round, target })).toMatchObject({
      reason: 'own-card',
    })
    expect(session.does('Ben', { type: 'dot.add', round, target })).toMatchObject({ ok: true })
  })
})

describe('categories without a card', () => {
  it('[EV14] need no numbers: who has answered the others is in', () => {
    const session = play({ format: formatNamed('pre-mortem') })
    session.did('Fay', { type: 'phase.go', phase: 'sort' })
    const [first, second] = session.lanes()
    const lane = must(first, 'a lane').id
    session.did('Ann', { type: 'card.add', text: 'A reason', to: lane })
    session.did('Fay', { type: 'phase.go', phase: 'estimate' })
    const round = session.round('estimates')
    for (const axis of ['probability', 'impact'])
      session.did('Ann', { type: 'estimate.put', round, target: lane, axis, value: 2 })
    expect(publish(session.state(), 1).maps['live']?.['voted']).toEqual({ n: 1, of: 4 })
    // Who has something to say about an empty one still may.
    const target = must(second, 'another lane').id
    session.did('Ben', { type: 'estimate.put', round, target, axis: 'impact', value: 3 })
    expect(publish(session.state(), 1).maps['live']?.['voted']).toEqual({ n: 1, of: 4 })
    session.did('Fay', { type: 'estimate.reveal', round })
    expect(publish(session.state(), 1).values[`estimate:${round}:${target}`]).toBeDefined()
  })
})
