/** Looking back: which points are kept, what they hold, who sees what of them, and the way back. */
import { makeEdit } from '@plenary/shared/board'
import type { Entry } from '@plenary/shared/entry'
import type { HistoryPoint } from '@plenary/shared/history-point'
import {
  PHASE_POINTS_A_MINUTE,
  POINTS_MAX,
  POINTS_NAMED_MAX,
  POINTS_SIZE_MAX,
  POINT_SIZE_MAX,
  keptPoints,
  mayName,
  mayTakeOfPhase,
} from '@plenary/shared/history-point'
import { must } from '@plenary/shared/must'
import { seenPast } from '@plenary/shared/past'
import { publish } from '@plenary/shared/published'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begun, commandOf, happens, turn } from '../kit/history.ts'
import type { Turn } from '../kit/history.ts'
import { formatNamed, play } from '../kit/play.ts'
import type { Play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'
import { unseenFormat } from '../kit/unseen-format.ts'

const points = (session: Play): readonly HistoryPoint[] => session.state().points ?? []
const lastPoint = (session: Play): HistoryPoint => must(points(session).at(-1), 'a point')

function mark(session: Play, name = 'Here'): HistoryPoint {
  session.did('Fay', { type: 'history.mark', name })
  return lastPoint(session)
}

function goBack(session: Play, { id }: HistoryPoint): HistoryPoint {
  session.did('Fay', { type: 'history.restore', point: id })
  return lastPoint(session)
}

/** What stands, with its words; the order in which it came is no content. */
function standing(session: Play): Entry[] {
  return [...session.board.entries()]
    .filter(({ removed }) => !removed)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Two named cards of Ann and Ben on a board where everybody may add, move and write. */
function openly(): Play {
  const session = play({ format: { ...formatNamed('dot-vote'), anonymous: false } })
  session.did('Fay', { type: 'phase.go', phase: 'propose' })
  session.did('Ann', { type: 'card.add', text: 'Bikes', to: 'ideas' })
  session.did('Ben', { type: 'card.add', text: 'Buses', to: 'ideas' })
  return session
}

describe('points', () => {
  it('[LB1] one is taken when a phase ends, with what is poured on the way, and none before the start', () => {
    const session = SCENES.write()
    expect(points(session).map(({ name }) => name)).not.toContain('')
    const before = points(session).length
    session.did('Fay', { type: 'phase.go', phase: 'sort', finish: true })
    session.passes(3_000)
    const write = lastPoint(session)
    expect(points(session)).toHaveLength(before + 1)
    expect(write).toMatchObject({ is: 'phase', phase: 'write', by: null })
    expect(write.name).toBe(session.state().steps['write']?.title)
    expect(session.past(write.id)?.entries.map(({ text }) => text)).toContain('Nobody tested it')
    session.did('Fay', { type: 'phase.go', phase: 'write' })
    expect(lastPoint(session)).toMatchObject({ is: 'phase', phase: 'sort' })
    session.did('Fay', { type: 'session.close' })
    expect(lastPoint(session)).toMatchObject({ is: 'phase', phase: 'write' })
  })

  it('[LB1] the first phase ends nothing', () => {
    const session = play({ format: formatNamed('dot-vote') })
    session.did('Fay', { type: 'phase.go', phase: 'propose' })
    expect(points(session)).toEqual([])
  })

  it('[LB1] phases that change many times a minute leave so many and no more, and then one again', () => {
    const session = openly()
    const there = (): number => points(session).length
    const change = (): void => {
      const phase = session.state().phase?.id === 'propose' ? 'vote' : 'propose'
      session.did('Fay', { type: 'phase.go', phase })
    }
    for (let n = 0; n < PHASE_POINTS_A_MINUTE + 5; n++) change()
    expect(there()).toBe(PHASE_POINTS_A_MINUTE)
    mark(session)
    expect(there()).toBe(PHASE_POINTS_A_MINUTE + 1)
    session.passes(60_000)
    change()
    expect(there()).toBe(PHASE_POINTS_A_MINUTE + 2)
    session.passes(-3_600_000)
    change()
    expect(there()).toBe(PHASE_POINTS_A_MINUTE + 3)
  })

  it('[LB1] a facilitator names one; the name is tidied', () => {
    const session = openly()
    expect(mark(session, '  Before\nlunch ')).toMatchObject({
      is: 'named',
      name: 'Before lunch',
      phase: 'propose',
      by: session.person('Fay').id,
      at: session.now(),
    })
  })

  it('[LB1] of large boards fewer', () => {
    const large = { name: 'Here', at: 1, phase: 'a', by: null, size: POINTS_SIZE_MAX / 4 }
    const taken = ['p', 'q'].map((id) => ({ ...large, id, is: 'phase' as const }))
    expect(mayTakeOfPhase(taken.slice(1), 2)).toBe(true)
    expect(mayTakeOfPhase(taken, 2)).toBe(false)
    expect(mayTakeOfPhase(taken, 60_001)).toBe(true)
  })

  const point = (n: number, is: HistoryPoint['is'], size = 1): HistoryPoint => ({
    id: `p${n}`,
    is,
    name: 'Somewhere',
    at: n,
    phase: null,
    by: null,
    size,
  })

  it('[LB2] beyond the limit the oldest goes that nobody has named', () => {
    const all = Array.from({ length: POINTS_MAX + 2 }, (_, n) =>
      point(n, n === 0 || n === 2 ? 'named' : 'phase'),
    )
    const kept = keptPoints(all)
    expect(kept).toHaveLength(POINTS_MAX)
    expect(kept.slice(0, 3).map(({ id }) => id)).toEqual(['p0', 'p2', 'p4'])
  })

  it('[LB2] also where they hold too much together', () => {
    const large = Array.from({ length: 6 }, (_, n) =>
      point(n, n === 1 ? 'named' : 'before', POINT_SIZE_MAX),
    )
    const kept = keptPoints(large)
    expect(kept.map(({ id }) => id)).toEqual(['p1', 'p3', 'p4', 'p5'])
    expect(kept.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(POINTS_SIZE_MAX)
  })

  it('[LB2] named ones leave room for those that come by themselves', () => {
    const named = Array.from({ length: POINTS_NAMED_MAX }, (_, n) => point(n, 'named'))
    expect(mayName(named, 1)).toBe(false)
    expect(mayName(named.slice(1), 1)).toBe(true)
    const large = [point(1, 'named', POINT_SIZE_MAX), point(2, 'named', POINT_SIZE_MAX)]
    expect(mayName(large, 1)).toBe(false)
    expect(keptPoints([...large, point(3, 'before', POINT_SIZE_MAX)])).toHaveLength(3)
  })

  it('[LB2] a session that has named as many as it may is told so', () => {
    const session = openly()
    for (let n = 0; n < POINTS_NAMED_MAX; n++) mark(session, `Moment ${n}`)
    expect(session.does('Fay', { type: 'history.mark', name: 'One more' })).toMatchObject({
      reason: 'too-many-points',
    })
    session.did('Fay', { type: 'phase.go', phase: 'vote' })
    expect(lastPoint(session).is).toBe('phase')
  })
})

describe('what is in a point', () => {
  it('[LB3] what stood for everybody, and nothing else', () => {
    const session = SCENES.sort()
    session.did('Fay', { type: 'card.remove', card: session.card('The budget ran out').id })
    const past = must(session.past(mark(session).id), 'the past')
    const written = JSON.stringify(past)
    expect(written).toContain('Nobody tested it')
    expect(written).not.toContain('The budget ran out')
    expect(written).not.toContain('Not finished')
    for (const name of ['Ann', 'Ben']) expect(written).not.toContain(session.person(name).id)
  })

  it('[LB3] everybody learns only that the board went back, by whom and to what', () => {
    const session = openly()
    const here = mark(session)
    session.did('Fay', { type: 'card.remove', card: session.card('Bikes').id })
    const before = goBack(session, here)
    const { values } = publish(session.state(), 1)
    expect(values['broughtBack']).toEqual({
      by: session.person('Fay').id,
      at: session.now(),
      to: { id: here.id, is: 'named', name: 'Here', at: here.at },
      before: before.id,
    })
    expect(JSON.stringify(values)).not.toContain('"size"')
  })
})

describe('looking', () => {
  function looked(session: Play, point: HistoryPoint, leads: boolean): (string | undefined)[] {
    const past = must(session.past(point.id), 'the past')
    const seen = seenPast(past.entries, {
      point,
      state: session.state(),
      board: session.board,
      leads,
    })
    return seen.map(({ text, aside }) => (aside ? `aside: ${text}` : text))
  }

  it('[LB4] what a facilitator has removed since is for facilitators only', () => {
    const session = openly()
    const here = mark(session)
    session.did('Fay', { type: 'card.remove', card: session.card('Buses').id })
    expect(looked(session, here, false)).not.toContain('Buses')
    expect(looked(session, here, true)).toContain('Buses')
    session.did('Ann', { type: 'card.remove', card: session.card('Bikes').id })
    expect(looked(session, here, false)).toContain('Bikes')
  })

  it('[LB4] words set aside since are seen by nobody; come back, they are those that it has now', () => {
    const session = openly()
    const here = mark(session)
    const card = session.card('Buses').id
    session.passes(1)
    session.did('Fay', { type: 'card.aside', card })
    for (const leads of [true, false]) {
      expect(looked(session, here, leads)).not.toContain('Buses')
      expect(looked(session, here, leads)).toContain('aside: ')
    }
    const meanwhile = mark(session)
    session.did('Ben', { type: 'card.reword', card, from: 'Buses', to: 'Trams' })
    session.did('Fay', { type: 'card.return', card })
    for (const point of [here, meanwhile])
      expect(looked(session, point, true).filter((text) => text !== 'Bikes')).toEqual(['Trams'])
    goBack(session, here)
    expect(session.board.entry(card)?.text).toBe('Trams')
  })

  it('[LB4] also where the clock was behind when they were set aside', () => {
    const session = openly()
    const here = mark(session)
    const card = session.card('Buses').id
    session.passes(-60_000)
    session.did('Fay', { type: 'card.aside', card })
    session.did('Ben', { type: 'card.reword', card, from: 'Buses', to: 'Trams' })
    session.did('Fay', { type: 'card.return', card })
    for (const leads of [true, false]) expect(looked(session, here, leads)).not.toContain('Buses')
    goBack(session, here)
    expect(session.board.entry(card)?.text).toBe('Trams')
  })
})

describe('going back', () => {
  it('[LB5] words, places, groups and fields are as they were; what came later is gone, what went is there', () => {
    const session = openly()
    const [bikes, buses] = [session.card('Bikes').id, session.card('Buses').id]
    const here = mark(session)
    const was = standing(session)
    session.did('Ann', { type: 'card.reword', card: bikes, from: 'Bikes', to: 'More bikes' })
    session.did('Ben', { type: 'card.remove', card: buses })
    session.did('Ann', { type: 'card.add', text: 'Later', to: 'ideas' })
    session.doc.transact(() => {
      const group = { do: 'put', id: 'g'.padEnd(22, '-'), kind: 'group', text: 'Two' } as const
      makeEdit(session.doc, { ...group, place: 'ideas/a0' })
      makeEdit(session.doc, { do: 'set', id: bikes, field: 'group', value: group.id })
      makeEdit(session.doc, { do: 'set', id: bikes, field: 'place', value: 'ideas/Zz' })
    })
    const answer = session.did('Fay', { type: 'history.restore', point: here.id }).answer
    expect(answer).toMatchObject({ before: lastPoint(session).id, changed: 1, gone: 2, back: 1 })
    expect(standing(session)).toEqual(was)
    expect(session.board.entry(session.card('Later').id)?.removed).toBe(true)
  })

  it('[LB5] votes, people, phase and clock stay', () => {
    const session = openly()
    const card = session.card('Bikes').id
    const here = mark(session)
    session.did('Fay', { type: 'phase.go', phase: 'vote' })
    session.did('Ann', { type: 'dot.add', round: session.round('dots'), target: card })
    const later = session.did('Fay', { type: 'card.add', text: 'L', to: 'ideas', capture: true })
    session.did('Fay', { type: 'card.show', card: String(later.answer['card']) })
    const { rounds, phase, people, timer } = session.state()
    goBack(session, here)
    expect(session.state()).toMatchObject({ rounds, phase, people, timer, show: null })
  })

  it('[LB5] what is as it was already is left alone, and no point is taken', () => {
    const session = openly()
    const here = mark(session)
    const decision = session.did('Fay', { type: 'history.restore', point: here.id })
    expect(decision).toMatchObject({ events: [], edits: [], answer: { before: null, changed: 0 } })
  })

  it('[LB5] a text is spliced, so that words typed meanwhile stay', () => {
    const session = openly()
    const card = session.card('Bikes').id
    const here = mark(session)
    session.did('Ann', { type: 'card.reword', card, from: 'Bikes', to: 'Bikes for all' })
    const { edits } = session.did('Fay', { type: 'history.restore', point: here.id })
    expect(edits).toEqual([{ do: 'splice', id: card, splices: [{ at: 5, remove: 8, insert: '' }] }])
  })

  it('[LB6] and back again is what was there before, whatever has happened between', () => {
    const some = fc.array(turn, { minLength: 5, maxLength: 40, size: 'max' })
    fc.assert(
      fc.property(fc.boolean(), some, some, (anonymous, first, second) => {
        const session = play({ format: { ...unseenFormat(), anonymous } })
        begun(session)
        const turns = (all: readonly Turn[], from: number): void =>
          all.forEach((one, n) => {
            const command = commandOf(one, from + n, session)
            if (command === null) happens(one, from + n, session)
            else session.does(one.who, command)
          })
        turns(first, 0)
        const leads = must(
          Object.values(session.state().people).find(
            ({ role, left }) => role === 'facilitator' && !left,
          ),
          'who leads',
        )
        const does = (command: Parameters<Play['does']>[1]) => session.does(leads.name, command)
        if (!does({ type: 'history.mark', name: 'Here' }).ok) return
        const here = lastPoint(session)
        const then = standing(session)
        turns(second, first.length)
        const before = standing(session)
        const { aside, asideAt = {} } = session.state()
        const back = does({ type: 'history.restore', point: here.id })
        if (!back.ok) return
        const asideThen = new Set(
          session.past(here.id)?.entries.flatMap((entry) => (entry.aside ? [entry.id] : [])),
        )
        const words = ({ id, text, ...entry }: Entry) =>
          asideThen.has(id) || aside[id] !== undefined || (asideAt[id] ?? 0) >= here.at
            ? { id, ...entry }
            : { id, text, ...entry }
        expect(standing(session).map(words)).toEqual(then.map(words))
        expect(session.state().aside).toEqual(aside)
        if (back.answer['before'] === null) return
        const again = String(back.answer['before'])
        expect(does({ type: 'history.restore', point: again }).ok).toBe(true)
        expect(standing(session)).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it('[LB7] what it removes its author may bring back, and only what a facilitator had removed does not', () => {
    const session = openly()
    const [bikes, buses] = [session.card('Bikes').id, session.card('Buses').id]
    const here = mark(session)
    const made = session.did('Ann', { type: 'card.add', text: 'Later', to: 'ideas' })
    session.did('Fay', { type: 'card.remove', card: bikes })
    const before = goBack(session, here)
    expect(session.state().taken).toEqual({})
    expect(session.board.entry(bikes)?.removed).toBe(false)
    session.did('Ann', { type: 'card.restore', card: String(made.answer['card']) })
    session.did('Ben', { type: 'card.remove', card: buses })
    session.did('Ben', { type: 'card.restore', card: buses })
    goBack(session, before)
    expect(session.does('Ann', { type: 'card.restore', card: bikes })).toMatchObject({
      reason: 'taken-away',
    })
  })

  it('[LB7] what a facilitator has removed comes back with it, and is its author’s again', () => {
    const session = openly()
    const here = mark(session)
    const card = session.card('Bikes').id
    session.did('Fay', { type: 'card.remove', card })
    goBack(session, here)
    expect(session.board.entry(card)?.removed).toBe(false)
    session.did('Ann', { type: 'card.remove', card })
    session.did('Ann', { type: 'card.restore', card })
  })

  it('[LB7] who moved a card last is who brought the board back, where cards carry names', () => {
    const session = openly()
    const here = mark(session)
    const card = session.card('Bikes').id
    session.doc.transact(() =>
      makeEdit(session.doc, { do: 'set', id: card, field: 'place', value: 'ideas/Zz' }),
    )
    goBack(session, here)
    expect(session.state().moved?.[card]).toEqual({
      by: session.person('Fay').id,
      at: session.now(),
    })
  })
})
