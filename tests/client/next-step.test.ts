import { nextStep } from '@plenary/client/look/next-step'
import { proposalFor } from '@plenary/client/look/topics'
import { EMPTY_PAUSE } from '@plenary/shared/decide/phases'
import { FORMATS } from '@plenary/shared/formats/catalog'
import { must } from '@plenary/shared/must'
import { describe, expect, it, test } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'
import { boardOf, viewOf } from './view-of.ts'

const next = (session: Play) => nextStep(viewOf(session, 'Fay'), boardOf(session))

function take(session: Play): string {
  const step = must(next(session), 'a step')
  for (const command of step.commands) session.did('Fay', command)
  session.passes(3_000)
  return step.label
}

/** Ann and Ben write a reason each, and everything is sorted into the first lane. */
function preMortemSorted(): Play {
  const session = play({ format: formatNamed('pre-mortem') })
  take(session)
  take(session)
  for (const [name, text] of [
    ['Ann', 'No tests'],
    ['Ben', 'No users'],
  ] as const)
    session.did(name, {
      type: 'draft.put',
      draft: `of-${name}`,
      section: 'reasons',
      text,
      rev: 1,
      state: 'done',
    })
  take(session)
  return session
}

describe('before a reveal', () => {
  test.each([
    [2, true],
    [3, false],
  ])('[W12] cards of %i people: "others may guess" is said: %s', (authors, said) => {
    const session = play({ format: formatNamed('pre-mortem'), participants: ['Ann', 'Ben', 'Cem'] })
    session.did('Fay', { type: 'phase.go', phase: 'write' })
    for (const name of ['Ann', 'Ben', 'Cem'].slice(0, authors)) {
      const draft = { draft: `of-${name}`, section: 'reasons', text: name, rev: 1 } as const
      session.did(name, { type: 'draft.put', ...draft, state: 'done' })
    }
    session.passes(3_000)
    const { body } = must(must(next(session), 'a step').confirm, 'a question')
    expect(body.includes('others may guess')).toBe(said)
  })
})

describe('the Next button', () => {
  it('[U1] leads a pre-mortem from the lobby to the close', () => {
    const session = play({ format: formatNamed('pre-mortem'), setup: true })
    const labels: string[] = []
    for (let step = next(session); step !== null && labels.length < 20; step = next(session)) {
      if (session.state().phase?.id === 'estimate')
        for (const axis of ['probability', 'impact'])
          session.does('Ann', {
            type: 'estimate.put',
            round: session.round('estimates'),
            target: must(session.lanes()[0], 'a lane').id,
            axis,
            value: 2,
          })
      labels.push(take(session))
    }
    expect(labels).toEqual([
      'Open the lobby',
      'Start with Set the scene',
      'Next: Write',
      'Reveal and sort',
      'Next: Estimate',
      'Reveal the numbers',
      'Next: Discuss',
      'Set these topics',
      'Start the first topic',
      'Next: Actions and close',
      'Close the session',
    ])
  })

  test.each(FORMATS.map((format) => [format.id, format] as const))(
    '[U1] leads %s to its close, every command allowed',
    (_id, format) => {
      const session = play({ format })
      for (let taken = 0; next(session) !== null && taken < 20; taken++) take(session)
      expect(session.state().status).toBe('closed')
    },
  )

  it('[U1] closes a vote that was opened in another phase before it leads on', () => {
    const session = preMortemSorted()
    session.did('Fay', {
      type: 'round.open',
      section: 'reasons',
      rules: { budget: 2, cap: null, live: false },
    })
    expect(take(session)).toBe('Close the vote')
    expect(next(session)?.label).toBe('Next: Estimate')
  })

  it('[U2] asks before a reveal, and offers nothing while it runs', () => {
    const session = play({ format: formatNamed('pre-mortem') })
    take(session)
    take(session)
    session.did('Ann', {
      type: 'draft.put',
      draft: 'ann',
      section: 'reasons',
      text: 'No tests',
      rev: 1,
      state: 'done',
    })
    session.did('Ann', { type: 'ready', on: true })
    const step = must(next(session), 'a step')
    expect(step.confirm?.body).toBe('1 of 4 done. A reveal cannot be taken back.')
    for (const command of step.commands) session.did('Fay', command)
    expect(next(session)?.commands).toEqual([])
  })

  it('[U2] asks before it leaves cards still to place', () => {
    const session = preMortemSorted()
    expect(next(session)?.confirm).toMatchObject({
      title: '2 cards aren’t placed',
      yes: 'Estimate without them',
    })
  })

  it('[FN3] [FN7] leads to the screen before the close', () => {
    const session = preMortemSorted()
    for (let step = next(session); step?.label !== 'Close the session'; step = next(session))
      take(session)
    expect(next(session)).toMatchObject({
      detail: 'Everyone keeps the report. A facilitator can reopen the session.',
      closes: true,
    })
  })

  it('[FN6] offers to go on with a session that was paused', () => {
    const session = preMortemSorted()
    session.happened({ is: 'session.empty', since: session.now() })
    session.passes(EMPTY_PAUSE)
    expect(take(session)).toBe('Go on with Read out and sort')
    expect(session.state().status).toBe('running')
  })

  it('[U13] takes no topic twice and passes none over, whoever presses once more before the answer', () => {
    const session = SCENES.queued()
    for (const at of [0, 1]) {
      const { commands } = must(next(session), 'a step')
      for (const command of commands) session.did('Fay', command)
      session.passes(1_000)
      const { timer } = session.state()
      for (const command of commands) session.did('Fay', command)
      const { queue } = session.state()
      expect(queue.map(({ is }) => is).indexOf('now')).toBe(at)
      expect(queue.filter(({ is }) => is === 'done')).toHaveLength(at)
      expect(session.state().timer).toEqual(timer)
      session.passes(60_000)
    }
  })

  it('[U3] proposes topics from the dots, sharing the time of a tie', () => {
    const session = play({ format: formatNamed('two-pluses') })
    take(session)
    for (const text of ['Tests', 'Docs', 'Pizza'])
      session.did('Ann', { type: 'card.add', text, to: 'topics' })
    take(session)
    const round = session.round('dots')
    for (const [name, text] of [
      ['Ann', 'Docs'],
      ['Ben', 'Tests'],
      ['Cem', 'Pizza'],
    ] as const)
      session.did(name, { type: 'dot.add', round, target: session.card(text).id })
    expect(take(session)).toBe('Close the vote and discuss')
    const view = viewOf(session, 'Fay')
    expect(proposalFor(view, view.phase, boardOf(session))).toEqual({
      is: 'shared',
      targets: ['Tests', 'Docs', 'Pizza'].map((text) => session.card(text).id),
      minutes: 20,
      total: 60,
      planned: { places: 2, minutes: 30 },
    })
  })
})
