import { minutesLeft } from '@plenary/client/look/agenda'
import { phaseGone, phaseLeft } from '@plenary/client/look/phase-clock'
import { expect, it } from 'vitest'
import { formatNamed, play } from '../kit/play.ts'
import { viewOf } from './view-of.ts'

const MINUTE = 60_000

it('[LD1] a topic with its own clock leaves the clock of the session alone', () => {
  const session = play({ format: formatNamed('two-pluses') })
  session.did('Fay', { type: 'phase.go', phase: 'list' })
  for (const text of ['Tests', 'Docs']) session.did('Ann', { type: 'card.add', text, to: 'topics' })
  session.did('Fay', { type: 'phase.go', phase: 'discuss' })
  const view = () => viewOf(session, 'Fay')
  const discuss = view().facts.steps['discuss']?.minutes ?? 0
  const before = minutesLeft(view(), session.now())
  const topics = ['Tests', 'Docs'].map((text) => ({ target: session.card(text).id, minutes: 20 }))
  session.did('Fay', { type: 'queue.set', topics })
  session.did('Fay', { type: 'queue.next' })
  expect(minutesLeft(view(), session.now())).toBe(before)
  session.passes(6 * MINUTE)
  expect(phaseLeft(view(), session.now())).toBe((discuss - 6) * MINUTE)
  expect(phaseGone(view(), session.now())).toBeCloseTo(6 / discuss)
  session.did('Fay', { type: 'queue.next' })
  session.did('Fay', { type: 'queue.next' })
  expect(minutesLeft(view(), session.now())).toBe(before - 6)
})
