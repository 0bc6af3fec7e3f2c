/** The queue of topics as it is set, talked through and left. */
import type { Command } from '@plenary/shared/command'
import { mineOf } from '@plenary/shared/mine'
import { CARD_TEXT_MAX } from '@plenary/shared/kinds'
import { must } from '@plenary/shared/must'
import { publish } from '@plenary/shared/published'
import { describe, expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const MINUTE = 60_000

describe('the queue of topics', () => {
  it('[EV1] counts the minutes of each topic over all the times it was talked about', () => {
    const session = SCENES.queued()
    const [first, second] = session.state().queue.map((topic) => topic.target)
    session.did('Fay', { type: 'queue.next' })
    session.passes(2.26 * MINUTE)
    session.did('Fay', { type: 'queue.next' })
    session.passes(MINUTE)
    session.did('Fay', { type: 'queue.start', target: must(first, 'a topic') })
    session.passes(MINUTE / 2)
    session.did('Fay', { type: 'queue.next' })
    const used = session.state().queue.map((topic) => [topic.target, topic.is, topic.used])
    expect(used.slice(0, 3)).toEqual([
      [first, 'done', 2.8],
      [second, 'done', 1],
      [expect.anything(), 'now', undefined],
    ])
  })

  it('[EV1] puts the topic down when the phase is left: done with it, or waiting for who comes back', () => {
    for (const [finish, is] of [
      [true, 'done'],
      [false, 'waiting'],
    ] as const) {
      const session = SCENES.queued()
      session.did('Fay', { type: 'queue.next' })
      session.passes(3 * MINUTE)
      session.did('Fay', { type: 'phase.go', phase: 'actions', finish })
      const [topic] = session.state().queue
      expect(topic).toEqual({ target: topic?.target, minutes: 5, is, used: 3 })
    }
    const session = SCENES.queued()
    session.did('Fay', { type: 'queue.next' })
    session.passes(MINUTE)
    session.did('Fay', { type: 'session.close' })
    expect(session.state().queue[0]).toMatchObject({ is: 'done', used: 1 })
  })

  it('[EV2] sets anew what comes, and leaves what was or is talked about', () => {
    const session = SCENES.queued()
    const [a = '', b = '', c = '', d = ''] = session.state().queue.map((topic) => topic.target)
    session.did('Fay', { type: 'queue.next' })
    session.passes(MINUTE)
    session.did('Fay', { type: 'queue.next' })
    session.did('Fay', {
      type: 'queue.set',
      topics: [
        { target: d, minutes: 4 },
        { target: c, minutes: 3 },
        { target: b, minutes: 7 },
      ],
    })
    const now = session.now()
    expect(session.state().queue).toEqual([
      { target: a, minutes: 5, is: 'done', used: 1 },
      { target: b, minutes: 7, is: 'now', since: now },
      { target: d, minutes: 4, is: 'waiting' },
      { target: c, minutes: 3, is: 'waiting' },
    ])
    // A topic that is to be talked about again keeps the minutes it had.
    session.did('Fay', { type: 'queue.set', topics: [{ target: a, minutes: 2 }] })
    expect(session.state().queue).toEqual([
      { target: b, minutes: 7, is: 'now', since: now },
      { target: a, minutes: 2, is: 'waiting', used: 1 },
    ])
  })
})

describe('keep going', () => {
  const talk = (session: Play) => session.state().queue.map((topic) => topic.minutes)

  it('[EV10] takes the minutes from a topic that waits, which keeps one at least', () => {
    const session = SCENES.overtime()
    const [, second = '', third = ''] = session.state().queue.map((topic) => topic.target)
    session.did('Fay', { type: 'queue.extend', minutes: 3, from: third })
    expect(talk(session)).toEqual([8, 5, 2, 5, 5])
    expect(session.state().timer).toEqual({ is: 'running', endsAt: session.now() + 3 * MINUTE })
    for (const [minutes, from] of [
      [2, third],
      [1, session.state().queue[0]?.target],
      [1, 'gone'],
    ] as const)
      expect(session.does('Fay', { type: 'queue.extend', minutes, from })).toMatchObject({
        reason: 'no-minutes-there',
      })
    session.did('Fay', { type: 'queue.extend', minutes: 4, from: second })
    session.did('Fay', { type: 'queue.extend', minutes: 2 })
    expect(talk(session)).toEqual([14, 1, 2, 5, 5])
  })

  it('[U13] by two who press at once adds the minutes once, and a Next that comes late starts nothing again', () => {
    const session = SCENES.overtime()
    const [first = '', second = ''] = session.state().queue.map((topic) => topic.target)
    const on = { target: first, minutes: talk(session)[0] ?? 0 }
    for (const name of ['Fay', 'Fay']) session.did(name, { type: 'queue.extend', minutes: 3, on })
    expect(talk(session)).toEqual([8, 5, 5, 5, 5])
    const late = { type: 'queue.start', target: second, next: true } as const
    session.did('Fay', late)
    session.did('Fay', { type: 'queue.next' })
    const { queue, timer } = session.state()
    session.did('Fay', late)
    session.did('Fay', { type: 'queue.extend', minutes: 3, on })
    expect(session.state()).toMatchObject({ queue, timer })
    // Whoever means it has it once more.
    session.did('Fay', { type: 'queue.start', target: second })
    expect(
      session
        .state()
        .queue.map(({ is }) => is)
        .indexOf('now'),
    ).toBe(1)
  })

  it('[EV11] asks for thumbs at zero and publishes nothing but how many there are', () => {
    const session = SCENES.overtime()
    const thumb = (): unknown => publish(session.state(), 1).maps['live']?.['thumb']
    expect(thumb()).toBeUndefined()
    session.did('Ann', { type: 'thumb', thumb: 'up' })
    session.did('Ben', { type: 'thumb', thumb: 'down' })
    session.did('Cem', { type: 'thumb', thumb: 'side' })
    session.did('Ben', { type: 'thumb', thumb: 'up' })
    expect(thumb()).toEqual({ up: 2, side: 1, down: 0, of: 4 })
    const before = JSON.stringify(publish(session.state(), 1))
    const others = SCENES.overtime()
    others.did('Ben', { type: 'thumb', thumb: 'side' })
    others.did('Cem', { type: 'thumb', thumb: 'up' })
    others.did('Ann', { type: 'thumb', thumb: 'up' })
    expect(JSON.stringify(publish(others.state(), 1))).toBe(before)
    expect(mineOf(session.state(), session.person('Ben').id).thumb).toBe('up')
    session.did('Cem', { type: 'thumb', thumb: null })
    expect(thumb()).toEqual({ up: 2, side: 0, down: 0, of: 4 })
    session.did('Fay', { type: 'queue.extend', minutes: 2 })
    expect(thumb()).toBeUndefined()
    expect(session.does('Ann', { type: 'thumb', thumb: 'up' })).toMatchObject({ ok: false })
  })

  it('[EV11] does not carry thumbs into the next topic, another phase or the close', () => {
    const ways: Command[] = [
      { type: 'queue.next' },
      { type: 'phase.go', phase: 'actions' },
      { type: 'session.close' },
    ]
    for (const way of ways) {
      const session = SCENES.overtime()
      session.did('Ann', { type: 'thumb', thumb: 'up' })
      session.did('Fay', way)
      expect(session.state().thumbs).toEqual({})
    }
  })
})

describe('what comes of talking', () => {
  it('[EV12] keeps decisions with their topic, other words and all, until they are taken off and brought back', () => {
    const session = SCENES.talking()
    const from = must(session.lanes()[0], 'a lane').id
    session.did('Fay', { type: 'decision.add', text: ' Ship on Tuesday ', from })
    const decision = must(Object.keys(session.state().decisions)[0], 'a decision')
    const fact = (): unknown => publish(session.state(), 1).values[`decision:${decision}`]
    expect(fact()).toEqual({ text: 'Ship on Tuesday', from, at: session.now() })
    session.did('Fay', { type: 'decision.change', decision, text: 'Ship on Friday' })
    session.did('Fay', { type: 'decision.change', decision, removed: true })
    expect(fact()).toBeUndefined()
    session.did('Fay', { type: 'decision.change', decision, removed: false })
    expect(fact()).toMatchObject({ text: 'Ship on Friday', from })
  })

  it('[EV20] two who reword one decision at once both keep their words', () => {
    const session = SCENES.talking()
    session.did('Fay', { type: 'decision.add', text: 'We ship on Tuesday' })
    const [decision = ''] = Object.keys(session.state().decisions)
    const from = 'We ship on Tuesday'
    const reword = (text: string) => ({ type: 'decision.change', decision, from, text }) as const
    const text = () => session.state().decisions[decision]?.text
    session.did('Fay', reword('We ship on Tuesday, all of it'))
    session.did('Fay', reword('Two of us ship on Tuesday'))
    expect(text()).toBe('Two of us ship on Tuesday, all of it')
    expect(session.does('Fay', reword(' '))).toMatchObject({ ok: false, reason: 'empty-text' })
    const long = reword(`${'x'.repeat(CARD_TEXT_MAX - from.length)}${from}`)
    expect(session.does('Fay', long)).toMatchObject({ ok: false, reason: 'too-long' })
    // Without it the words are put in place of those that stand.
    session.did('Fay', { type: 'decision.change', decision, text: 'We wait' })
    expect(text()).toBe('We wait')
    // Words that come after it was taken off the list go back to whoever wrote them.
    session.did('Fay', { type: 'decision.change', decision, removed: true })
    expect(session.does('Fay', reword('Too late'))).toMatchObject({ reason: 'no-such-decision' })
    session.did('Fay', { type: 'decision.change', decision, removed: false })
    expect(text()).toBe('We wait')
  })

  it('[EV12, EV13] one scribe at a time writes decisions and captures', () => {
    const session = SCENES.discuss()
    const scribes = (): string[] =>
      Object.values(session.state().people).flatMap((one) => (one.scribe ? [one.name] : []))
    session.did('Fay', { type: 'scribe.set', person: session.person('Ann').id })
    session.did('Ann', { type: 'decision.add', text: 'Ship' })
    session.did('Ann', { type: 'card.add', text: 'Said aloud', to: 'reasons', capture: true })
    session.did('Fay', { type: 'scribe.set', person: session.person('Ben').id })
    expect(scribes()).toEqual(['Ben'])
    expect(session.does('Ann', { type: 'decision.add', text: 'No' })).toMatchObject({ ok: false })
    session.did('Fay', { type: 'scribe.set', person: null })
    expect(scribes()).toEqual([])
  })
})
