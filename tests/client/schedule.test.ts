import { lastCall, overrunOf } from '@plenary/client/look/schedule'
import { must } from '@plenary/shared/must'
import { expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'
import { viewOf } from './view-of.ts'

const MINUTE = 60_000

/** A pre-mortem of 52 minutes and 3 to spare, started now, in its first phase of 4 minutes. */
function begun(): Play {
  const session = play({ format: formatNamed('pre-mortem') })
  session.did('Fay', { type: 'phase.go', phase: 'scene' })
  session.did('Fay', { type: 'timer.start' })
  return session
}
const overrun = (session: Play) => overrunOf(viewOf(session, 'Fay'), session.now())

it('[LD13] says by how much a session would end late, once the spare minutes are gone', () => {
  const session = begun()
  expect(overrun(session)).toBe(null)
  session.passes(7 * MINUTE)
  expect(overrun(session)).toBe(null)
  session.passes(4 * MINUTE)
  expect(overrun(session)).toMatchObject({ over: 4, ends: session.now() + 48 * MINUTE })
})

it('[LD13] takes the minutes from the phase that can give the most, down to its least', () => {
  const session = begun()
  session.passes(11 * MINUTE)
  const { from } = must(overrun(session), 'an overrun')
  expect(from).toMatchObject({ title: 'Discuss', minutes: 4, before: 15, after: 11 })
  const before = viewOf(session, 'Fay').format.phases.map(({ id }) => id)
  session.did('Fay', must(from, 'a phase').command)
  expect(overrun(session)).toBe(null)
  const view = viewOf(session, 'Fay')
  expect(view.format.phases.map(({ id }) => id)).toEqual(before)
  expect(view.facts.steps['discuss']?.minutes).toBe(11)
  session.passes(60 * MINUTE)
  const last = must(must(overrun(session), 'an overrun').from, 'a phase')
  expect(last).toMatchObject({ title: 'Read out and sort', before: 12, after: 6 })
})

it('[LD14] speaks of the last phase five minutes before the end, until it has begun', () => {
  const session = begun()
  session.did('Fay', { type: 'phase.go', phase: 'discuss' })
  const call = () => lastCall(viewOf(session, 'Fay'), session.now())
  session.passes(50 * MINUTE - 1)
  expect(call()).toBe(null)
  session.passes(1)
  expect(call()).toEqual({ id: 'actions', title: 'Actions and close', minutes: 5 })
  session.did('Fay', { type: 'phase.go', phase: 'actions' })
  expect(call()).toBe(null)
})
