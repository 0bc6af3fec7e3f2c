import { setUpAgain } from '@plenary/client/setup/again'
import { phasesOf } from '@plenary/client/setup/saving'
import { readPlan } from '@plenary/shared/plan'
import { describe, expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'
import { viewOf } from './view-of.ts'

const facts = (session: Play) => viewOf(session, 'Fay').facts

/** Another session of the same format, set up like this one. */
function again(session: Play, title: string): Play {
  const format = formatNamed(session.state().format.id)
  const fresh = play({ format, setup: true, participants: [], observers: [] })
  for (const command of setUpAgain(viewOf(session, 'Fay'), title)) fresh.did('Fay', command)
  return fresh
}

describe('a new session from an old set-up', () => {
  it('[BF23] takes agenda, minutes, questions, prompts, people and stand-in, and no date', () => {
    const old = play({ format: formatNamed('start-stop'), setup: true })
    old.did('Fay', {
      type: 'agenda.set',
      steps: [
        {
          phase: 'write',
          minutes: 9,
          title: 'Think',
          question: 'What now?',
          prompts: ['One', 'Two'],
        },
        { phase: 'vote', skipped: true },
      ],
    })
    old.did('Fay', {
      type: 'plan.set',
      expected: 9,
      standin: 'Naz',
      notesTo: 'the team',
      startsAt: 5,
      by: '2026-12-01',
      checkIn: 'How are you?',
    })
    const fresh = again(old, 'Another')
    expect(phasesOf(facts(fresh))).toEqual(phasesOf(facts(old)))
    expect(readPlan(facts(fresh).plan)).toEqual({
      expected: 9,
      standin: 'Naz',
      notesTo: 'the team',
      startsAt: null,
      by: '',
      checkIn: '',
    })
  })

  it('[BF23] takes the stand-in who was named while the session ran', () => {
    const old = play({ format: formatNamed('dot-vote') })
    old.did('Fay', { type: 'chair.standin', person: old.person('Ben').id })
    expect(readPlan(facts(again(old, 'Another')).plan).standin).toBe('Ben')
  })

  it('[BF23] a question that begins with a dated premise begins with the new title and no day', () => {
    const old = play({ format: formatNamed('pre-mortem'), setup: true })
    old.did('Fay', { type: 'session.rename', title: 'Audience Builder' })
    old.did('Fay', { type: 'plan.set', by: '2026-12-01' })
    old.did('Fay', {
      type: 'agenda.set',
      steps: phasesOf(facts(old)).map(({ id, question }) => ({
        phase: id,
        question: question.replace(
          'Our project has failed.',
          'It is 1 December. Audience Builder has failed.',
        ),
      })),
    })
    const [first] = phasesOf(facts(again(old, 'Second try')))
    expect(first?.question).toBe('Second try has failed. What happened?')
  })
})
