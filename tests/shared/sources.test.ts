import { endOf } from '@plenary/shared/agenda'
import { publish } from '@plenary/shared/published'
import type { Account, Source } from '@plenary/shared/sources'
import { sourcesOf, spareOf } from '@plenary/shared/sources'
import { describe, expect, it } from 'vitest'
import { formatNamed, play } from '../kit/play.ts'

const MINUTE = 60_000
const AT_TEN = Date.UTC(2026, 11, 1, 10)
const at = (minutes: number): number => AT_TEN + minutes * MINUTE

/** Minutes as a meeting would say them. */
interface Said {
  /** Minutes from ten o'clock until the end that was planned. */
  endsAt: number | null
  left?: number
  /** Boxes of the topics that wait. */
  waiting?: readonly number[]
  /** Phases that are still to come: minutes and least. */
  ahead?: readonly (readonly [number, number])[]
}

function account({ endsAt, left = 0, waiting = [], ahead = [] }: Said): Account {
  return {
    now: AT_TEN,
    endsBy: endsAt === null ? null : at(endsAt),
    left: (left + waiting.reduce((sum, box) => sum + box, 0)) * MINUTE,
    queue: [
      { target: 'now', minutes: 5, is: 'now' },
      ...waiting.map((minutes, n) => ({ target: `T${n + 1}`, minutes, is: 'waiting' as const })),
    ],
    ahead: ahead.map(([minutes, least], n) => ({
      id: `p${n + 1}`,
      title: `Phase ${n + 1}`,
      minutes,
      least,
    })),
  }
}

function say(source: Source): string {
  switch (source.is) {
    case 'spare':
      return `spare ${source.before} to ${source.after}`
    case 'topic':
      return `${source.target} ${source.before} to ${source.after}`
    case 'phase':
      return `${source.phase} ${source.before} to ${source.after}`
    case 'end':
      return `end 10:${String(Math.round((source.ends - AT_TEN) / MINUTE)).padStart(2, '0')}`
  }
}

describe('more minutes', () => {
  // Asked for, what stands, and where they can come from, the first one proposed.
  it.each<[number, string, Said, readonly string[]]>([
    [3, 'three are spare', { endsAt: 10, ahead: [[7, 4]] }, ['spare 3 to 0', 'p1 7 to 4']],
    [
      3,
      'two are spare and a phase has three to give',
      { endsAt: 9, ahead: [[7, 4]] },
      ['p1 7 to 4', 'end 10:10'],
    ],
    [3, 'nobody has any', { endsAt: 5, ahead: [[5, 4]] }, ['end 10:08']],
    [2, 'one is spare', { endsAt: 6, ahead: [[5, 5]] }, ['end 10:07']],
    [
      3,
      'the last that waits gives first, and keeps one at least',
      { endsAt: 20, waiting: [5, 3, 6], ahead: [[6, 4]] },
      ['T3 6 to 3', 'T1 5 to 2', 'end 10:23'],
    ],
    [
      2,
      'spare, topic, phases in their order',
      { endsAt: 26, waiting: [4], ahead: [[15, 5], [5, 3]] }, // prettier-ignore
      ['spare 2 to 0', 'T1 4 to 2', 'p1 15 to 13', 'p2 5 to 3'],
    ],
    [1, 'late already', { endsAt: -4, ahead: [[7, 7]] }, ['end 10:08']],
    [1, 'no end was ever said', { endsAt: null, ahead: [[7, 7]] }, ['end 10:08']],
    [3, 'a topic still has a minute', { endsAt: 11, left: 1, ahead: [[7, 7]] }, ['spare 3 to 0']],
  ])('[LD20] %i more: %s', (minutes, _, said, sources) => {
    expect(sourcesOf(account(said), minutes).map(say)).toEqual(sources)
  })

  it('[LD20] a minute that has begun is not spare any more', () => {
    const one = account({ endsAt: 10, ahead: [[7, 4]] })
    expect(spareOf(one)).toBe(3)
    expect(spareOf({ ...one, now: one.now + 1 })).toBe(2)
    expect(spareOf({ ...one, now: one.now + 9 * MINUTE })).toBe(0)
  })

  it('[LD20] a phase to come gives them by the same command, down to its least', () => {
    const session = play({ format: formatNamed('pre-mortem') })
    session.did('Fay', { type: 'phase.go', phase: 'discuss' })
    const [lane] = session.lanes()
    session.did('Fay', { type: 'queue.set', topics: [{ target: lane?.id ?? '', minutes: 5 }] })
    session.did('Fay', { type: 'queue.next' })
    session.did('Fay', { type: 'queue.extend', minutes: 3, phase: 'actions' })
    const { queue, steps, timer } = session.state()
    expect([queue[0]?.minutes, steps['actions']?.minutes, steps['discuss']?.minutes]).toEqual([
      8, 4, 15,
    ])
    expect(timer).toEqual({ is: 'running', endsAt: session.now() + 8 * MINUTE })
    for (const phase of ['actions', 'discuss', 'scene', 'nowhere'])
      expect(session.does('Fay', { type: 'queue.extend', minutes: 1, phase })).toMatchObject({
        reason: 'no-minutes-there',
      })
    expect(
      session.does('Fay', { type: 'queue.extend', minutes: 1, phase: 'actions', from: 'x' }),
    ).toMatchObject({ reason: 'no-minutes-there' })
  })
})

describe('the end', () => {
  it.each<[string, number | null, number, number]>([
    ['no start was planned', null, 4, 59],
    ['it began as planned', 0, 0, 55],
    ['it began late', 0, 4, 55],
    ['it began early', 10, 0, 65],
    ['it began on another occasion', 0, 60, 115],
  ])('[LD21] %s', (_, planned, began, end) => {
    expect(endOf(planned === null ? null : at(planned), at(began), 55)).toBe(at(end))
  })

  it('[LD21] is known before the start, stays when it begins late, and is counted anew when it goes on', () => {
    const session = play({ format: formatNamed('pre-mortem') })
    const ends = (): unknown => publish(session.state(), 1).values['endsBy']
    expect(ends()).toBe(null)
    const start = session.now() + 10 * MINUTE
    session.did('Fay', { type: 'plan.set', startsAt: start })
    expect(ends()).toBe(start + 55 * MINUTE)
    session.passes(14 * MINUTE)
    session.did('Fay', { type: 'phase.go', phase: 'scene' })
    expect(ends()).toBe(start + 55 * MINUTE)
    session.did('Fay', { type: 'session.close' })
    session.passes(24 * 60 * MINUTE)
    session.did('Fay', { type: 'session.reopen' })
    expect(ends()).toBe(null)
    session.did('Fay', { type: 'phase.go', phase: 'actions' })
    expect(ends()).toBe(session.now() + (7 + 3) * MINUTE)
  })
})
