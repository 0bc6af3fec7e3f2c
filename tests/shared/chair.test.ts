import type { Offer } from '@plenary/shared/chair'
import { ANYONE_AFTER, STANDIN_AFTER, takeRefusal } from '@plenary/shared/chair'
import { chairSeen } from '@plenary/shared/decide/chair'
import { readFacts } from '@plenary/shared/facts'
import { mineOf } from '@plenary/shared/mine'
import { must } from '@plenary/shared/must'
import { publish } from '@plenary/shared/published'
import { reportOf } from '@plenary/shared/report'
import { reportMarkdown } from '@plenary/shared/report-markdown'
import type { Refusal } from '@plenary/shared/refusal'
import { describe, expect, it, test } from 'vitest'
import type { Play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const ann = { role: 'participant', left: false } as const

describe('an empty chair', () => {
  test.each<[Offer | null, 'anybody' | 'the stand-in' | 'who left', 'ok' | Refusal]>([
    [null, 'anybody', 'chair-taken'],
    [null, 'the stand-in', 'chair-taken'],
    ['nobody', 'the stand-in', 'chair-kept'],
    ['standin', 'anybody', 'chair-kept'],
    ['standin', 'the stand-in', 'ok'],
    ['anyone', 'anybody', 'ok'],
    ['anyone', 'who left', 'no-such-person'],
  ])('[LD6] offered to %s, taken by %s: %s', (offered, whose, expected) => {
    const person = { ...ann, standin: whose === 'the stand-in', left: whose === 'who left' }
    const vacancy = offered === null ? null : { since: 0, by: 'fay', offered }
    expect(takeRefusal(person, vacancy) ?? 'ok').toBe(expected)
  })

  it('[LD6] is offered when its time has come, and full again with a facilitator', () => {
    const session = empty(SCENES.write())
    session.did('Fay', { type: 'chair.standin', person: session.person('Ben').id })
    session.passes(STANDIN_AFTER - 1)
    expect(takes(session, 'Ben')).toBe('chair-kept')
    session.passes(1)
    expect([takes(session, 'Ann'), takes(session, 'Ben')]).toEqual(['chair-kept', 'ok'])
    session.passes(ANYONE_AFTER - STANDIN_AFTER)
    expect(takes(session, 'Ann')).toBe('ok')
    seen(session, true)
    expect(takes(session, 'Ben')).toBe('chair-taken')
  })

  it('[LD6] is not empty where nobody is, nor before the lobby, nor after the close', () => {
    const now = 0
    const gone = { led: false, now }
    expect(chairSeen(SCENES.write().state(), { ...gone, here: false })).toEqual([])
    expect(chairSeen(SCENES.setup().state(), { ...gone, here: true })).toEqual([])
    expect(chairSeen(SCENES.closed().state(), { ...gone, here: true })).toEqual([])
  })
})

describe('the chair', () => {
  it('[LD18] the report says who led from when on, once that has changed', () => {
    const session = SCENES.write()
    const report = () => {
      const { values, maps } = publish(session.state(), 1)
      const facts = must(readFacts({ ...values, ...maps }), 'the facts')
      return reportOf(facts, session.state().format, session.board, 'session')
    }
    expect(reportMarkdown(report())).not.toContain('lead')
    session.did('Fay', { type: 'chair.hand', person: session.person('Ann').id })
    expect(report().leads.map(({ name, how }) => [name, how])).toEqual([
      ['Fay', 'began'],
      ['Ann', 'handed'],
    ])
    expect(reportMarkdown(report())).toContain('Ann was handed the lead')
  })

  it('[LD7] goes to who takes it, and the host comes back beside them', () => {
    const session = empty(SCENES.vote())
    session.passes(ANYONE_AFTER)
    session.did('Ann', { type: 'chair.take' })
    expect(leads(session)).toEqual(['Ann'])
    expect(session.person('Ann')).toMatchObject({ role: 'facilitator', takesPart: true })
    expect(session.person('Fay')).toMatchObject({ role: 'facilitator' })
    const facts = publish(session.state(), 1).values
    expect(facts['chair']).toBe(null)
    expect(facts['leads']).toEqual([
      { person: session.person('Fay').id, at: expect.any(Number), how: 'began' },
      { person: session.person('Ann').id, at: session.now(), how: 'took' },
    ])
    session.did('Ann', { type: 'chair.hand', person: session.person('Fay').id })
    expect(leads(session)).toEqual(['Fay'])
  })

  it('[LD7] is handed over by who has it, and by another facilitator only once they are away', () => {
    const session = SCENES.write()
    const [fay, other] = [session.person('Fay').id, session.person('Ann').id]
    session.did('Fay', { type: 'chair.share', person: other })
    const seizes = () => session.does('Ann', { type: 'chair.hand', person: other })
    expect(seizes()).toEqual({ ok: false, reason: 'chair-taken' })
    session.happened({ is: 'person.away', person: fay, away: true })
    expect(seizes()).toMatchObject({ ok: true })
    expect(leads(session)).toEqual(['Ann'])
  })

  it('[LD7] is shared with somebody who keeps their votes', () => {
    const session = SCENES.voted()
    session.did('Fay', { type: 'chair.share', person: session.person('Ann').id })
    expect(session.person('Ann')).toMatchObject({ role: 'facilitator', takesPart: true })
    expect(leads(session)).toEqual(['Fay'])
  })

  it('[LD8] passes on from who is removed or steps down', () => {
    const session = SCENES.write()
    session.did('Fay', { type: 'chair.share', person: session.person('Ann').id })
    session.did('Ann', { type: 'person.remove', person: session.person('Fay').id })
    expect(leads(session)).toEqual(['Ann'])
    session.did('Ann', { type: 'chair.share', person: session.person('Ben').id })
    session.did('Ann', { type: 'person.role', person: session.person('Ann').id, role: 'observer' })
    expect(leads(session)).toEqual(['Ben'])
  })
})

it('[LD9] more time is asked for in private: a number for facilitators, nothing for others', () => {
  const session = SCENES.write()
  const before = publish(session.state(), 1)
  session.did('Ann', { type: 'more-time' })
  session.did('Ann', { type: 'more-time' })
  session.did('Ben', { type: 'more-time' })
  const mine = (name: string) => mineOf(session.state(), session.person(name).id)
  expect(publish(session.state(), 1)).toEqual(before)
  expect([mine('Fay').moreTime, mine('Ann').moreTime]).toEqual([2, undefined])
  expect([mine('Ann').asksTime, mine('Cem').asksTime]).toEqual([true, false])
  expect(JSON.stringify(mine('Fay'))).not.toContain(session.person('Ann').id)
  session.did('Fay', { type: 'timer.add', minutes: 2 })
  expect([mine('Fay').moreTime, mine('Ann').asksTime]).toEqual([0, false])
  session.did('Ann', { type: 'more-time' })
  session.did('Fay', { type: 'phase.go', phase: 'estimate' })
  expect(mine('Fay').moreTime).toBe(0)
})

it('[LD10] brings everyone along, in this phase', () => {
  const session = SCENES.sort()
  session.did('Fay', { type: 'gather' })
  const gather = () => publish(session.state(), 1).values['gather']
  expect(gather()).toEqual({ at: session.now(), by: session.person('Fay').id })
  session.did('Fay', { type: 'phase.go', phase: 'estimate' })
  expect(gather()).toBe(null)
})

function seen(session: Play, led: boolean): void {
  session.happened(...chairSeen(session.state(), { led, here: true, now: session.now() }))
}

/** Fay's connection is lost. */
function empty(session: Play): Play {
  seen(session, false)
  return session
}

/** What would become of it, with nothing done. */
function takes(session: Play, name: string): string {
  const refusal = takeRefusal(session.person(name), session.state().vacancy ?? null)
  return refusal ?? 'ok'
}

function leads(session: Play): string[] {
  return Object.values(session.state().people)
    .filter((person) => person.lead === true)
    .map((person) => person.name)
}
