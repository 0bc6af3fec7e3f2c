import { admit, redeem } from '@plenary/shared/admission'
import { fold } from '@plenary/shared/apply'
import { must } from '@plenary/shared/must'
import { counts, isSeated } from '@plenary/shared/person'
import { premiseIn, premiseOf, readPlan, withPremise } from '@plenary/shared/plan'
import { publish } from '@plenary/shared/published'
import { describe, expect, it, test } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const PRE_MORTEM = formatNamed('pre-mortem')
const PREMISE = must(PRE_MORTEM.premise, 'a premise')

function comes(session: Play, name: string) {
  const { dice } = session
  const limits = { cards: 100, people: 100 }
  const coming = {
    token: `of-${name}`,
    dropped: new Set<string>(),
    now: session.now(),
    dice,
    limits,
  }
  const came = admit(session.state(), { name, role: 'participant' }, coming)
  if (came.is !== 'in') throw new Error(`${name} did not get in`)
  session.happened(...came.events)
  return session.person(name)
}

describe('the plan', () => {
  it('[BF12] is changed field by field, and published', () => {
    const session = SCENES.setup()
    session.did('Fay', { type: 'plan.set', expected: 9, standin: '  Ann  ' })
    session.did('Fay', { type: 'plan.set', by: '2026-12-01', startsAt: 5 })
    session.did('Fay', { type: 'plan.set', expected: null })
    expect(readPlan(publish(session.state(), 1).values['plan'])).toEqual({
      startsAt: 5,
      by: '2026-12-01',
      expected: null,
      standin: 'Ann',
      notesTo: '',
      checkIn: '',
    })
  })

  test.each<[string, string, string]>([
    ['Audience Builder', '1 December', 'It is 1 December. Audience Builder has failed.'],
    ['Audience Builder', '', 'Audience Builder has failed.'],
    ['The {day} of $& reckoning', '1 May', 'It is 1 May. The {day} of $& reckoning has failed.'],
  ])('[BF13] %s by "%s" begins its questions with "%s"', (title, by, said) => {
    expect(premiseOf(PREMISE, title, by)).toBe(said)
  })

  it('[BF13] every question that begins with the premise begins with the new one, again and again', () => {
    const first = premiseOf(PREMISE, 'Audience Builder', '1 December')
    const steps = withPremise(PRE_MORTEM.phases, 'Our project has failed.', first)
    expect(steps[0]).toEqual({
      phase: 'scene',
      question: 'It is 1 December. Audience Builder has failed. What happened?',
    })
    const session = SCENES.setup()
    const questions = () => session.state().format.phases
    expect(premiseIn(PREMISE, questions(), [first])).toBe('Our project has failed.')
    session.did('Fay', { type: 'agenda.set', steps })
    expect(premiseIn(PREMISE, questions(), [first])).toBe(first)
    const second = premiseOf(PREMISE, 'Audience Maker', '')
    session.did('Fay', { type: 'agenda.set', steps: withPremise(questions(), first, second) })
    expect(questions().filter(({ question }) => question.startsWith(second))).toHaveLength(3)
    session.did('Fay', {
      type: 'agenda.set',
      steps: questions().map(({ id }) => ({ phase: id, question: 'Said differently' })),
    })
    expect(premiseIn(PREMISE, questions(), [second])).toBeNull()
  })

  it('[BF14] the first who comes with the name of the stand-in is it, and no other', () => {
    const session = SCENES.lobby()
    session.did('Fay', { type: 'plan.set', standin: 'Zoë' })
    expect(comes(session, 'Yan').standin).toBeUndefined()
    expect(comes(session, 'zoe').standin).toBe(true)
  })
})

describe('a rehearsal', () => {
  it('[BF15] a test seat is in no count', () => {
    const session = SCENES.rehearsal()
    const person = session.person('Test 1')
    expect([counts(person), isSeated(person)]).toEqual([false, false])
    const { values, maps } = publish(session.state(), 1)
    expect(maps['live']?.['ready']).toEqual({ n: 0, of: 1 })
    expect(values['person:test']).toMatchObject({ test: true })
  })

  it('[BF15] the link to a test seat makes one, once', () => {
    const session = SCENES.setup()
    session.happened({ is: 'key.made', hash: 'key', key: { is: 'test', until: session.now() + 1 } })
    const { dice } = session
    const limits = { cards: 100, people: 100 }
    const coming = { token: 'token', dropped: new Set<string>(), now: session.now(), dice, limits }
    const seat = redeem(session.state(), 'key', undefined, coming)
    if (seat.is !== 'in') throw new Error('no test seat')
    session.happened(...seat.events)
    expect(session.person('Test 1')).toMatchObject({ role: 'participant', test: true })
    expect(redeem(session.state(), 'key', undefined, coming)).toMatchObject({ reason: 'key-used' })
  })

  it('[BF16] cleared, the session is as it was set up, open to come in, with its facilitators alone', () => {
    const session = SCENES.rehearsal()
    session.did('Fay', { type: 'plan.set', expected: 5 })
    session.did('Fay', { type: 'agenda.set', steps: [{ phase: 'write', minutes: 9 }] })
    session.did('Fay', { type: 'session.clear' })
    const state = session.state()
    expect(JSON.stringify(state)).not.toContain('rehearsal')
    expect(JSON.stringify(state)).not.toContain('token-of-test')
    expect(state).toMatchObject({
      status: 'lobby',
      phase: null,
      drafts: {},
      steps: { write: { minutes: 9, used: 0 } },
      plan: { expected: 5 },
    })
    expect(Object.values(state.people).map(({ name }) => name)).toEqual(['Fay'])
    expect(state.tokens).toEqual({ 'token-of-Fay': session.person('Fay').id })
    expect(fold(session.first, session.events)).toEqual(state)
  })
})
