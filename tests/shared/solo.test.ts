import { admit } from '@plenary/shared/admission'
import { soloMinutes } from '@plenary/shared/fit'
import { publish } from '@plenary/shared/published'
import { FORMATS } from '@plenary/shared/formats/catalog'
import { mineOf } from '@plenary/shared/mine'
import { describe, expect, it, test } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'

function alone(format: string, { begins = true, setup = false } = {}): Play {
  const session = play({ format: formatNamed(format), participants: [], observers: [], setup })
  if (begins) session.did('Fay', { type: 'session.solo' })
  return session
}

function comes(session: Play, name: string, role: 'participant' | 'observer' = 'participant') {
  const came = admit(
    session.state(),
    { name, role },
    {
      token: `of-${name}`,
      dropped: new Set<string>(),
      now: session.now(),
      dice: session.dice,
      limits: { cards: 100, people: 100 },
    },
  )
  if (came.is !== 'in') throw new Error(`${name} did not get in`)
  session.happened(...came.events)
}

const isSolo = (session: Play) => publish(session.state(), 1).values['solo']

const late = (state: 'open' | 'done', rev: number) =>
  ({ type: 'draft.put', draft: 'late', section: 'reasons', text: 'Late', rev, state }) as const

describe('a session of one person', () => {
  test.each(FORMATS.map(({ id }) => id))(
    '[EB14] %s begins at once, and who leads takes part',
    (format) => {
      const session = alone(format)
      expect(session.state()).toMatchObject({
        status: 'running',
        phase: { id: formatNamed(format).phases[0]?.id },
      })
      expect(session.person('Fay').takesPart).toBe(true)
      expect(isSolo(session)).toBe(true)
    },
  )

  test.each([
    ['pre-mortem', [2, 4, 6, 4, 5, 4]],
    // As it is: it takes less.
    ['dot-vote', [3, 3, 10]],
    // Its least are 27.
    ['two-pluses', [3, 1, 20, 3]],
  ])('[EB14] the phases of %s take %j minutes', (format, minutes) => {
    expect(soloMinutes(formatNamed(format).phases)).toEqual(minutes)
    const { phases } = formatNamed(format)
    const { steps } = alone(format).state()
    expect(phases.map(({ id }) => steps[id]?.minutes)).toEqual(minutes)
  })

  it('[EB14] nothing is kept spare, and skipped phases take nothing', () => {
    const session = alone('pre-mortem', { begins: false, setup: true })
    session.did('Fay', { type: 'agenda.set', steps: [{ phase: 'scene', skipped: true }] })
    session.did('Fay', { type: 'session.solo' })
    const { phase, endsBy } = session.state()
    expect(phase?.id).toBe('write')
    expect(endsBy).toBe(session.now() + 25 * 60_000)
  })

  it('[EB14] it is refused once somebody has come in, also when they have left', () => {
    const session = alone('pre-mortem', { begins: false })
    comes(session, 'Ann')
    session.did('Fay', { type: 'person.remove', person: session.person('Ann').id })
    expect(session.does('Fay', { type: 'session.solo' })).toMatchObject({
      ok: false,
      reason: 'people-came',
    })
  })

  it('[EB15] nobody is asked whether they are done, or for a thumb', () => {
    const session = alone('pre-mortem')
    session.did('Fay', { type: 'phase.go', phase: 'write' })
    for (const command of [
      { type: 'ready', on: true },
      { type: 'thumb', thumb: 'up' },
    ] as const)
      expect(session.does('Fay', command)).toMatchObject({ ok: false, reason: 'not-now' })
  })

  it('[EB15] late cards go to the board at once, unfinished ones stay', () => {
    const session = alone('pre-mortem')
    session.did('Fay', { type: 'phase.go', phase: 'write' })
    session.did('Fay', late('open', 1))
    session.did('Fay', { type: 'phase.go', phase: 'sort', finish: true })
    session.passes(3_000)
    expect(mineOf(session.state(), session.person('Fay').id).drafts).toHaveLength(1)
    session.did('Fay', late('done', 2))
    expect(session.card('Late').removed).toBe(false)
  })

  test.each(['participant', 'observer'] as const)(
    '[EB16] with a second person, a %s, it is like every other',
    (role) => {
      const session = alone('pre-mortem')
      comes(session, 'Ann', role)
      expect(isSolo(session)).toBe(false)
      session.did('Fay', { type: 'phase.go', phase: 'write' })
      session.did('Fay', { type: 'ready', on: true })
      session.did('Fay', { type: 'person.remove', person: session.person('Ann').id })
      expect(isSolo(session)).toBe(false)
    },
  )
})
