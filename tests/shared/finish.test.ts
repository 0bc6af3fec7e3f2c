/** The end of a session by the rules alone: check-ins, and a session that everybody has left. */
import { admit, redeem } from '@plenary/shared/admission'
import { commandSchema } from '@plenary/shared/command'
import { CHECK_INS_MAX, isDay } from '@plenary/shared/day'
import { EMPTY_PAUSE } from '@plenary/shared/decide/phases'
import { nextDue } from '@plenary/shared/due'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { countingDice, formatNamed, play } from '../kit/play.ts'
import type { Play } from '../kit/play.ts'

const isTaken = (day: string) =>
  v.safeParse(commandSchema, { type: 'notes.by', checkIn: { day, on: true } }).success

describe('check-ins', () => {
  it('[FN4] are kept each once, the earliest first, until one is taken away', () => {
    const session = play({ format: formatNamed('pre-mortem') })
    const { id } = session.person('Ann')
    const set = (day: string, on = true) =>
      session.did('Fay', { type: 'notes.by', checkIn: { day, on } })
    for (const day of ['2026-06-04', '2026-04-02', '2026-06-04']) set(day)
    session.did('Fay', { type: 'notes.by', person: id })
    expect(session.state().notes).toEqual({
      by: id,
      checkIns: '',
      checkInDates: ['2026-04-02', '2026-06-04'],
    })
    set('2026-04-02', false)
    set('2026-04-02', false)
    expect(session.state().notes.checkInDates).toEqual(['2026-06-04'])
  })

  it('[FN17] leave who sends the notes as it is, also where that was chosen a moment before', () => {
    const session = play({ format: formatNamed('pre-mortem') })
    const { id } = session.person('Ann')
    session.did('Fay', { type: 'notes.by', person: id })
    session.did('Fay', { type: 'notes.by', checkIns: 'In May' })
    session.did('Fay', { type: 'notes.by', checkIn: { day: '2026-05-04', on: true } })
    expect(session.state().notes).toEqual({
      by: id,
      checkIns: 'In May',
      checkInDates: ['2026-05-04'],
    })
    session.did('Fay', { type: 'notes.by', person: null })
    expect(session.state().notes).toMatchObject({ by: null, checkIns: 'In May' })
  })

  test.each([
    ['2026-04-02', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-4-2', false],
    ['', false],
    ['2026-04-02T10:00', false],
  ])('[FN4] %j is a day: %s', (text, is) => {
    expect(isDay(text)).toBe(is)
    expect(isTaken(text)).toBe(is)
  })

  it('[FN4] there are at most 12 of them', () => {
    const days = (n: number) =>
      Array.from({ length: n }, (_, day) => `2026-04-${String(day + 1).padStart(2, '0')}`)
    const session = play({ format: formatNamed('pre-mortem') })
    const set = (day = '') => session.does('Fay', { type: 'notes.by', checkIn: { day, on: true } })
    for (const day of days(CHECK_INS_MAX)) expect(set(day)).toMatchObject({ ok: true })
    expect(set(days(CHECK_INS_MAX + 1).at(-1))).toMatchObject({
      ok: false,
      reason: 'too-many-check-ins',
    })
    // One that is there already is none more.
    expect(set(days(1)[0])).toMatchObject({ ok: true })
    expect(session.state().notes.checkInDates).toEqual(days(CHECK_INS_MAX))
  })
})

/** In the writing phase, its clock started; three minutes later everybody has gone. */
function abandoned(): Play {
  const session = play({ format: formatNamed('pre-mortem') })
  session.did('Fay', { type: 'phase.go', phase: 'write' })
  session.did('Fay', { type: 'timer.start' })
  session.passes(3 * 60_000)
  session.happened({ is: 'session.empty', since: session.now() })
  return session
}

const coming = (session: Play) => ({
  token: 'a-token',
  dropped: new Set<string>(),
  now: session.now(),
  dice: countingDice(),
  limits: { cards: 100, people: 100 },
})

describe('a session that everybody has left', () => {
  it('[FN5] is paused after two hours, clock and minutes as they stood', () => {
    const session = abandoned()
    session.passes(EMPTY_PAUSE - 1)
    expect(session.state().status).toBe('running')
    session.passes(1)
    expect(session.state()).toMatchObject({
      status: 'paused',
      timer: { is: 'paused', left: 4 * 60_000 },
      steps: { write: { used: 3 } },
    })
    expect(nextDue(session.state())).toBe(null)
  })

  it('[FN5] its code lets nobody in', () => {
    const session = abandoned()
    session.passes(EMPTY_PAUSE)
    const newcomer = { name: 'Zoe', role: 'participant' } as const
    expect(admit(session.state(), newcomer, coming(session))).toEqual({
      is: 'no',
      reason: 'not-open',
    })
  })

  it('[FN5] is not paused when somebody came back, and not before its start', () => {
    const session = abandoned()
    session.passes(EMPTY_PAUSE - 1)
    session.happened({ is: 'session.empty', since: null })
    session.passes(EMPTY_PAUSE)
    expect(session.state().status).toBe('running')
    const lobby = play({ format: formatNamed('pre-mortem') })
    lobby.happened({ is: 'session.empty', since: lobby.now() })
    lobby.passes(10 * EMPTY_PAUSE)
    expect(lobby.state().status).toBe('lobby')
  })

  it('[FN6] goes on when a facilitator says so, and nobody else', () => {
    const session = abandoned()
    session.passes(EMPTY_PAUSE)
    expect(session.does('Ann', { type: 'session.reopen' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
    expect(session.does('Ann', { type: 'ready', on: true })).toEqual({
      ok: false,
      reason: 'paused',
    })
    session.did('Fay', { type: 'session.reopen' })
    expect(session.state()).toMatchObject({
      status: 'running',
      phase: { id: 'write' },
      timer: { is: 'paused', left: 4 * 60_000 },
    })
    session.passes(60_000)
    session.did('Fay', { type: 'phase.go', phase: 'sort' })
    expect(session.state().steps['write']?.used).toBe(4)
  })

  it('[FN6] goes on when somebody comes by the host link', () => {
    const session = abandoned()
    session.passes(EMPTY_PAUSE)
    const admission = redeem(session.state(), 'host-key', 'Doris', coming(session))
    if (admission.is !== 'in') throw new Error(admission.is)
    session.happened(...admission.events)
    expect(session.state().status).toBe('running')
  })
})
