import type { CommandOf } from '@plenary/shared/command'
import { formatAs } from '@plenary/shared/agenda'
import { readFacts } from '@plenary/shared/facts'
import { must } from '@plenary/shared/must'
import { publish } from '@plenary/shared/published'
import { describe, expect, it } from 'vitest'
import { nextStep } from '@plenary/client/look/next-step'
import { boardOf, viewOf } from '../client/view-of.ts'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const PRE_MORTEM = formatNamed('pre-mortem')

/** The agenda as a client that was there before the edit sees it: its old format and the new facts. */
function seen(session: Play) {
  const { values, maps } = publish(session.state(), 1)
  const facts = must(readFacts({ ...values, ...maps }), 'the facts')
  return formatAs(PRE_MORTEM, facts).phases
}

describe('the agenda', () => {
  it('[BF1] is edited before the start, and every client follows', () => {
    const session = SCENES.setup()
    session.did('Fay', {
      type: 'agenda.set',
      steps: [
        { phase: 'write', title: 'Write it down', minutes: 9, question: 'What went wrong?' },
        { phase: 'scene', prompts: ['One', '  ', 'Two'] },
        { phase: 'estimate', skipped: true },
      ],
    })
    expect(session.state().format.phases.map(({ id }) => id)).toEqual([
      'write',
      'scene',
      'estimate',
      'sort',
      'discuss',
      'actions',
    ])
    const phases = seen(session)
    expect(phases.map(({ id }) => id)).toEqual(['write', 'scene', 'sort', 'discuss', 'actions'])
    expect(phases[0]).toMatchObject({
      title: 'Write it down',
      minutes: 9,
      question: 'What went wrong?',
      opens: ['drafts'],
    })
    expect(phases[1]?.prompts).toEqual(['One', 'Two'])
  })

  it('[BF1] is edited while the session runs, minutes of others untouched', () => {
    const session = SCENES.write()
    session.did('Fay', {
      type: 'agenda.set',
      steps: [{ phase: 'write' }, { phase: 'discuss', minutes: 11 }],
    })
    expect(session.state().steps).toMatchObject({
      write: { order: 0, minutes: 7 },
      discuss: { order: 1, minutes: 11 },
      scene: { order: 2, minutes: 4 },
    })
    expect(seen(session).map(({ id }) => id)[1]).toBe('discuss')
  })

  it('[BF27] changes phases and moves one without the order of the others', () => {
    const session = SCENES.write()
    const set = (body: Omit<CommandOf<'agenda.set'>, 'type'>) =>
      session.does('Fay', { type: 'agenda.set', ...body })
    const order = () => session.state().format.phases.map(({ id }) => id)
    const [scene = '', write = '', ...rest] = order()
    expect(rest).toEqual(['sort', 'estimate', 'discuss', 'actions'])
    const steps = [
      { phase: 'discuss', minutes: 11 },
      { phase: 'sort', title: 'Order' },
    ]
    expect(set({ steps, move: null })).toMatchObject({ ok: true })
    expect(order()).toEqual([scene, write, ...rest])
    expect(session.state().steps).toMatchObject({
      sort: { order: 2, title: 'Order' },
      discuss: { order: 4, minutes: 11 },
    })
    set({ steps: [], move: { phase: 'discuss', before: 'sort' } })
    set({ steps: [{ phase: 'sort', skipped: true }], move: { phase: scene, before: null } })
    expect(order()).toEqual([write, 'discuss', 'sort', 'estimate', 'actions', scene])
    expect(session.state().steps).toMatchObject({
      sort: { order: 2, skipped: true },
      [scene]: { order: 5 },
    })
    set({ steps: [], move: { phase: 'sort', before: 'sort' } })
    expect(order()).toEqual([write, 'discuss', 'sort', 'estimate', 'actions', scene])
    for (const move of [
      { phase: 'gone', before: 'sort' },
      { phase: 'sort', before: 'gone' },
    ])
      expect(set({ steps: [], move })).toMatchObject({ ok: false, reason: 'no-such-phase' })
  })

  it('[BF2] Next passes over what is skipped, and going there takes it back', () => {
    const session = SCENES.sort()
    session.did('Fay', {
      type: 'agenda.set',
      steps: PRE_MORTEM.phases.map(({ id }) => ({ phase: id, skipped: id === 'estimate' })),
    })
    const step = must(nextStep(viewOf(session, 'Fay'), boardOf(session)), 'a step')
    expect(step.commands).toEqual([{ type: 'phase.go', phase: 'discuss', finish: true }])
    session.did('Fay', { type: 'phase.go', phase: 'estimate' })
    expect(session.state().steps['estimate']?.skipped).toBe(false)
    expect(seen(session).map(({ id }) => id)).toContain('estimate')
  })

  it('[BF2] starts with the first phase that is not skipped', () => {
    const session = SCENES.lobby()
    session.did('Fay', { type: 'agenda.set', steps: [{ phase: 'scene', skipped: true }] })
    const step = must(nextStep(viewOf(session, 'Fay'), boardOf(session)), 'a step')
    expect(step.commands).toEqual([{ type: 'phase.go', phase: 'write' }])
  })

  it('[BF2] a skipped private phase opens no late drafts', () => {
    const session = SCENES.lobby()
    session.did('Fay', {
      type: 'agenda.set',
      steps: [{ phase: 'scene' }, { phase: 'write', skipped: true }],
    })
    session.did('Fay', { type: 'phase.go', phase: 'sort' })
    const draft = {
      type: 'draft.put',
      draft: 'late',
      section: 'reasons',
      text: 'Late',
      rev: 1,
      state: 'done',
    } as const
    expect(session.does('Ann', draft)).toMatchObject({ ok: false, reason: 'not-now' })
  })

  it('[BF3] moves the clock that has not been started, and no other', () => {
    const session = SCENES.write()
    const minutes = (n: number) =>
      session.did('Fay', { type: 'agenda.set', steps: [{ phase: 'write', minutes: n }] })
    minutes(5)
    expect(session.state().timer).toEqual({ is: 'idle', left: 300_000 })
    session.did('Fay', { type: 'timer.start' })
    const running = session.state().timer
    minutes(9)
    expect(session.state().timer).toEqual(running)
  })

  it('[BF3] keeps minutes added to a clock when only words change', () => {
    const session = SCENES.write()
    session.did('Fay', { type: 'timer.add', minutes: 1 })
    session.did('Fay', { type: 'agenda.set', steps: [{ phase: 'write', title: 'Write now' }] })
    expect(session.state().timer).toEqual({ is: 'idle', left: 480_000 })
  })

  it('[BF3] shows the minutes of the first phase before the start', () => {
    const session = play({ format: PRE_MORTEM })
    session.did('Fay', { type: 'agenda.set', steps: [{ phase: 'write', minutes: 6 }] })
    expect(session.state().timer).toEqual({ is: 'idle', left: 360_000 })
  })

  it('[BF3] hides a shown prompt whose words were changed', () => {
    const session = SCENES.write()
    session.did('Fay', { type: 'prompt.show', prompt: 1 })
    session.did('Fay', { type: 'agenda.set', steps: [{ phase: 'write', minutes: 8 }] })
    expect(session.state().prompt).toBe(1)
    session.did('Fay', { type: 'agenda.set', steps: [{ phase: 'write', prompts: ['Only this'] }] })
    expect(session.state().prompt).toBeNull()
  })
})
