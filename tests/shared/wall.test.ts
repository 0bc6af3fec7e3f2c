/** A free wall: what a place on it is, who stands where, and what the rules take. */
import { makeEdit, readEntry } from '@plenary/shared/board'
import type { Command } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import { parsePlace, placeAt, placeOf } from '@plenary/shared/entry'
import type { Format } from '@plenary/shared/format'
import { dotVote } from '@plenary/shared/formats/dot-vote'
import { openBoard } from '@plenary/shared/formats/open-board'
import { readFacts } from '@plenary/shared/facts'
import type { Change, Judging, Verdict } from '@plenary/shared/judge'
import { judge } from '@plenary/shared/judge'
import { must } from '@plenary/shared/must'
import { isOrderKey } from '@plenary/shared/order'
import { publish } from '@plenary/shared/published'
import { reportOf } from '@plenary/shared/report'
import { reportCsv } from '@plenary/shared/report-csv'
import { reportMarkdown } from '@plenary/shared/report-markdown'
import { settingFor } from '@plenary/shared/setting'
import { parseFormat } from '@plenary/shared/shipped-format'
import type { Point } from '@plenary/shared/wall'
import {
  NOTE_HEIGHT,
  NOTE_WIDTH,
  WALL_HEIGHT,
  WALL_WIDTH,
  heldOnWall,
  isOnWall,
} from '@plenary/shared/wall'
import { freeSpots, inReadingOrder, spotsOf } from '@plenary/shared/wall-spots'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Play } from '../kit/play.ts'
import { play } from '../kit/play.ts'
import { reported } from '../kit/report-session.ts'

const whole = fc.integer({ min: -9_999_999, max: 9_999_999 })
const point: fc.Arbitrary<Point> = fc.record({ x: whole, y: whole })
const standing: fc.Arbitrary<Point> = fc.record({
  x: fc.integer({ min: 0, max: WALL_WIDTH - NOTE_WIDTH }),
  y: fc.integer({ min: 0, max: WALL_HEIGHT - NOTE_HEIGHT }),
})
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,22}$/)

const overlap = (a: Point, b: Point) =>
  Math.abs(a.x - b.x) < NOTE_WIDTH && Math.abs(a.y - b.y) < NOTE_HEIGHT

describe('a place on a wall', () => {
  it('[FW1] is printed and read back', () => {
    fc.assert(
      fc.property(id, id, fc.option(point, { nil: undefined }), (parent, order, at) => {
        const printed = placeAt(parent, order, at)
        expect(parsePlace(printed)).toEqual({ parent, order, ...(at && { point: at }) })
      }),
    )
  })

  it('[FW1] what is read is printed as it was written', () => {
    const digits = fc.stringMatching(/^[-0-9,/. ]{0,12}$/)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(id, digits).map(([a, b]) => `${a}/a0/${b}`),
        ),
        (text) => {
          const place = parsePlace(text)
          if (place !== null) expect(placeAt(place.parent, place.order, place.point)).toBe(text)
        },
      ),
    )
  })

  test.each([
    'a/a0/',
    'a/a0/1',
    'a/a0/1,',
    'a/a0/01,2',
    'a/a0/-0,2',
    'a/a0/1.5,2',
    'a/a0/1,2/3',
    'a/a0/1e3,2',
    'a/a0/99999999999,2',
  ])('[FW1] is not %s', (text) => {
    expect(parsePlace(text)).toBeNull()
  })

  it('[FW2] is held on the wall when it is drawn, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.record({ x: fc.double({ noNaN: true }), y: fc.double({ noNaN: true }) }),
        (at) => {
          const held = heldOnWall(at)
          expect(isOnWall(held)).toBe(true)
          expect(heldOnWall(held)).toEqual(held)
        },
      ),
    )
  })
})

describe('where nobody has placed it', () => {
  it('[FW3] a card stands on the wall, on no note that has a point and on no other, while there is room', () => {
    fc.assert(
      fc.property(
        fc.array(standing, { maxLength: 12 }),
        fc.integer({ min: 1, max: 90 }),
        (taken, count) => {
          const free = freeSpots(taken, count)
          expect(free).toHaveLength(count)
          expect(free.every(isOnWall)).toBe(true)
          for (const [at, one] of free.entries())
            expect([...taken, ...free.slice(at + 1)].some((other) => overlap(one, other))).toBe(
              false,
            )
        },
      ),
    )
  })

  it('[FW3] every card has a spot on the wall also when it is full', () => {
    const cards = Array.from({ length: 1_000 }, (_, n) => ({ id: `c${n}` }))
    const spots = [...spotsOf(cards).values()]
    expect(spots).toHaveLength(1_000)
    expect(spots.every(isOnWall)).toBe(true)
  })

  it('[FW3] it is computed from the cards alone, and those with a point keep it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(standing, { nil: undefined }), { maxLength: 20 }),
        (points) => {
          const cards = points.map((at, n) => ({ id: `c${n}`, ...at }))
          const spots = spotsOf(cards)
          expect(spotsOf(cards)).toEqual(spots)
          expect([...spots.keys()]).toEqual(cards.map((card) => card.id))
          for (const [n, at] of points.entries())
            if (at !== undefined) expect(spots.get(`c${n}`)).toEqual(at)
        },
      ),
    )
  })

  it('[FW3] a note that is put elsewhere moves no other one but those it covers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), standing, (count, which, at) => {
        const cards = Array.from({ length: count }, (_, n) => ({ id: `c${n}` }))
        const before = spotsOf(cards)
        const moved = `c${which % count}`
        const after = spotsOf(cards.map((card) => (card.id === moved ? { ...card, ...at } : card)))
        for (const [card, spot] of before)
          if (card !== moved && !overlap(spot, at)) expect(after.get(card)).toEqual(spot)
        expect(after.get(moved)).toEqual(at)
      }),
    )
  })

  it('[FW6] notes are read row by row, each row from the left, none twice', () => {
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 30 }), (notes) => {
        const read = inReadingOrder(notes)
        expect(new Set(read)).toEqual(new Set(notes))
        expect(read).toHaveLength(notes.length)
        for (const [at, note] of read.entries())
          for (const later of read.slice(at + 1))
            expect(later.y).toBeGreaterThan(note.y - NOTE_HEIGHT / 2)
      }),
    )
    const grid = [
      { x: 300, y: 10 },
      { x: 0, y: 400 },
      { x: 0, y: 40 },
    ]
    expect(inReadingOrder(grid).map(({ x, y }) => [x, y])).toEqual([
      [0, 40],
      [300, 10],
      [0, 400],
    ])
  })
})

const WORDS = ['One', 'Two', 'Three']

function wall(anonymous = false): Play {
  const session = play({ format: { ...openBoard, anonymous } })
  session.did('Fay', { type: 'phase.go', phase: 'board' })
  for (const text of WORDS) session.did('Ann', { type: 'card.add', text, to: 'board' })
  return session
}

function judging(session: Play, name: string, more: Partial<Judging> = {}): Judging {
  const state = session.state()
  const person = must(
    Object.values(state.people).find((one) => one.name === name),
    name,
  )
  return {
    person,
    format: state.format,
    anonymous: state.anonymous,
    setting: settingFor(state),
    grace: null,
    board: session.board,
    isAuthor: () => false,
    isTaken: () => false,
    isAside: () => false,
    cardsMax: 1_000,
    ...more,
  }
}

const NEW = 'new'.padEnd(22, '-')

function addsCard(session: Play, place: string): Verdict {
  const how = judging(session, 'Ann')
  const change: Change = {
    is: 'add',
    id: NEW,
    kind: 'card',
    text: 'x',
    fields: { place, by: how.person.id },
  }
  return judge(change, how)
}

function moves(session: Play, name: string, card: string, to: string): Verdict {
  const entry = session.card(card)
  return judge(
    { is: 'set', id: entry.id, kind: 'card', field: 'place', from: placeOf(entry), to },
    judging(session, name),
  )
}

describe('what the gate takes on a wall', () => {
  it('[FW2] every point on the wall and no other', () => {
    const session = wall()
    fc.assert(
      fc.property(fc.oneof(point, standing), (at) => {
        const verdict = isOnWall(at) ? null : { hard: 'bad-place' }
        expect(addsCard(session, placeAt('board', 'a5', at))).toEqual(verdict)
        expect(moves(session, 'Ben', 'One', placeAt('board', 'a5', at))).toEqual(verdict)
      }),
    )
  })

  it('[FW2] a point only on a wall, and only for a card', () => {
    const session = wall()
    expect(addsCard(session, 'board/a5')).toBeNull()
    const group: Change = {
      is: 'add',
      id: NEW,
      kind: 'group',
      text: 'G',
      fields: { place: 'board/a5/0,0' },
    }
    expect(judge(group, judging(session, 'Ann'))).toEqual({ hard: 'bad-place' })
    const columns = play({ format: listed(dotVote) })
    columns.did('Fay', { type: 'phase.go', phase: 'propose' })
    const by = judging(columns, 'Ann').person.id
    const card: Change = {
      is: 'add',
      id: NEW,
      kind: 'card',
      text: 'x',
      fields: { place: 'ideas/a5/0,0', by },
    }
    expect(judge(card, judging(columns, 'Ann'))).toEqual({ hard: 'bad-place' })
  })

  it('[FW4] groups stand on it and lanes do not', () => {
    const session = wall()
    const add = (kind: 'group' | 'lane'): Change => ({
      is: 'add',
      id: NEW,
      kind,
      text: 'G',
      fields: { place: 'board/a5' },
    })
    expect(judge(add('group'), judging(session, 'Ann'))).toBeNull()
    expect(judge(add('lane'), judging(session, 'Fay'))).toEqual({ hard: 'bad-parent' })
  })
})

describe('a connector', () => {
  const adds = (
    session: Play,
    name: string,
    from: string,
    to: string,
    more: Partial<Judging> = {},
  ) =>
    judge(
      { is: 'add', id: NEW, kind: 'link', text: '', fields: { place: 'board/a5', from, to } },
      judging(session, name, more),
    )

  test.each([false, true])(
    '[FW5] leads from one card to another, without names: %s',
    (anonymous) => {
      const session = wall(anonymous)
      const [one, two] = [session.card('One').id, session.card('Two').id]
      for (const name of ['Fay', 'Ann']) expect(adds(session, name, one, two), name).toBeNull()
      expect(adds(session, 'Obi', one, two)).toBe('observers-watch')
      expect(adds(session, 'Ann', one, one)).toEqual({ hard: 'bad-link' })
      expect(adds(session, 'Ann', one, 'nobody')).toBe('no-such-card')
    },
  )

  it('[FW5] is refused where cards are not moved', () => {
    const session = wall()
    const [one, two] = [session.card('One').id, session.card('Two').id]
    session.did('Fay', { type: 'phase.go', phase: 'vote' })
    expect(adds(session, 'Ann', one, two)).toBe('not-now')
    session.did('Fay', { type: 'phase.go', phase: 'board' })
    session.did('Fay', { type: 'session.lock', cards: true })
    expect(adds(session, 'Ann', one, two)).toBe('cards-locked')
  })

  it('[FW5] stands on no list, and is nobody’s', () => {
    const session = wall()
    const [from, to] = [session.card('One').id, session.card('Two').id]
    const how = judging(session, 'Ann')
    const link: Change = {
      is: 'add',
      id: NEW,
      kind: 'link',
      text: '',
      fields: { place: 'notes/a0', from, to },
    }
    expect(judge(link, how)).toEqual({ hard: 'bad-parent' })
    const signed = { place: 'board/a0', from, to, by: how.person.id }
    expect(judge({ ...link, fields: signed }, how)).toEqual({ hard: 'signed' })
  })

  it('[FW5] is named, removed and brought back by who moves cards, and leads nowhere else', () => {
    const session = wall()
    const [from, to, third] = WORDS.map((text) => session.card(text).id)
    makeEdit(session.doc, {
      do: 'put',
      id: NEW,
      kind: 'link',
      text: 'leads to',
      place: 'board/a0',
      fields: { from: must(from, 'one'), to: must(to, 'two') },
    })
    const set = (name: string, field: string, value: string | boolean) =>
      judge(
        { is: 'set', id: NEW, kind: 'link', field, from: undefined, to: value },
        judging(session, name),
      )
    expect(set('Ben', 'removed', true)).toBeNull()
    expect(set('Ben', 'removed', false)).toBeNull()
    expect(set('Obi', 'removed', true)).toBe('observers-watch')
    expect(set('Ben', 'to', must(third, 'three'))).toEqual({ hard: 'bad-link' })
    expect(
      judge(
        { is: 'insert', id: NEW, kind: 'link', text: 'so', before: 0 },
        judging(session, 'Ben'),
      ),
    ).toBeNull()
    expect(
      judge(
        { is: 'insert', id: NEW, kind: 'link', text: 'so', before: 0 },
        judging(session, 'Obi'),
      ),
    ).toBe('observers-watch')
  })
})

describe('what the server puts on a wall', () => {
  it('[FW4] stands where it was asked to, else at a free spot', () => {
    const session = wall()
    const spots = WORDS.map((text) => pointIn(session, text))
    expect(new Set(spots.map(({ x, y }) => `${x},${y}`)).size).toBe(3)
    session.did('Ann', { type: 'card.add', text: 'There', to: 'board', at: { x: 1_200, y: 40 } })
    expect(pointIn(session, 'There')).toEqual({ x: 1_200, y: 40 })
  })

  it('[FW4] so do drafts at their reveal, each on a spot of its own', () => {
    const writes: Format = {
      ...openBoard,
      phases: openBoard.phases.map((phase) =>
        phase.id === 'board' ? { ...phase, activity: 'write', opens: ['drafts'] } : phase,
      ),
    }
    expect(parseFormat(writes)).toMatchObject({ ok: true })
    const session = play({ format: writes })
    session.did('Fay', { type: 'phase.go', phase: 'board' })
    for (const [n, text] of WORDS.entries())
      session.did('Ann', {
        type: 'draft.put',
        draft: `d${n}`,
        section: 'board',
        text,
        rev: 1,
        state: 'done',
      })
    session.did('Fay', { type: 'reveal' })
    session.passes(3_000)
    const spots = WORDS.map((text) => pointIn(session, text))
    expect(new Set(spots.map(({ x, y }) => `${x},${y}`)).size).toBe(3)
  })
})

function pointIn(session: Play, text: string): Point {
  const { id: card } = session.card(text)
  const entry = must<Entry>(readEntry(session.doc, card), text)
  expect(isOrderKey(entry.order)).toBe(true)
  return { x: must(entry.x, 'x'), y: must(entry.y, 'y') }
}

/** As it was before it had a wall. */
function listed(format: Format): Format {
  return {
    ...format,
    sections: format.sections.map((section) =>
      section.kind === 'wall' ? { ...section, kind: 'columns', lanes: [] } : section,
    ),
  }
}

test.each([
  ['a list', listed(dotVote)],
  ['a wall', dotVote],
])('[FW4, FW7] a dot vote over %s is voted on, talked about and reported', (_name, format) => {
  expect(parseFormat(format)).toMatchObject({ ok: true })
  const session = play({ format })
  const steps: [string, Command][] = [
    ['Fay', { type: 'phase.go', phase: 'propose' }],
    ['Ann', { type: 'card.add', text: 'Bikes', to: 'ideas' }],
    ['Ben', { type: 'card.add', text: 'Trains', to: 'ideas' }],
    ['Fay', { type: 'phase.go', phase: 'vote' }],
  ]
  for (const [name, step] of steps) session.did(name, step)
  session.did('Ann', {
    type: 'dot.add',
    round: session.round('dots'),
    target: session.card('Trains').id,
  })
  session.did('Fay', { type: 'phase.go', phase: 'discuss', finish: true })
  session.did('Fay', {
    type: 'queue.set',
    topics: [{ target: session.card('Trains').id, minutes: 5 }],
  })
  session.did('Fay', { type: 'session.close' })
  const { values, maps } = publish(session.state(), 1)
  const facts = must(readFacts({ ...values, ...maps }), 'facts')
  const report = reportOf(facts, format, session.board, 'session')
  expect(report.sections[0]?.toPlace.map((card) => card.text)).toEqual(['Bikes', 'Trains'])
  expect(report.votes[0]?.rows.map(({ text, dots }) => [text, dots])).toEqual([
    ['Trains', 1],
    ['Bikes', 0],
  ])
  expect(report.queue.map((topic) => topic.text)).toEqual(['Trains'])
})

describe('the report of a wall', () => {
  const at = (
    text: string,
    x: number,
    y: number,
    fields: Record<string, string | boolean> = {},
  ) => ({
    id: text,
    kind: 'card' as const,
    text,
    parent: 'board',
    at: { x, y },
    fields,
  })
  const link = (name: string, from: string, to: string) => ({
    id: name,
    kind: 'link' as const,
    text: name,
    parent: 'board',
    fields: { from, to },
  })
  const report = reported(
    [
      at('low', 0, 900),
      at('right', 600, 0),
      at('left', 100, 30),
      at('member', 900, 1_200, { group: 'g' }),
      at('mate', 800, 1_200, { group: 'g' }),
      at('gone', 0, 0, { removed: true }),
      { id: 'g', kind: 'group', text: 'Together', parent: 'board' },
      link('leads to', 'left', 'low'),
      link('', 'right', 'low'),
      link('lost', 'left', 'gone'),
    ],
    [],
    openBoard,
  )

  it('[FW6] tells groups first, then cards row by row', () => {
    expect(report.sections[0]?.toPlace.map((card) => card.text)).toEqual([
      'mate',
      'member',
      'left',
      'right',
      'low',
    ])
  })

  it('[FW6] names connectors with both of their cards, and none whose card was removed', () => {
    expect(report.sections[0]?.links.map(({ from, to, text }) => [from, to, text])).toEqual([
      ['left', 'low', 'leads to'],
      ['right', 'low', ''],
    ])
    expect(JSON.stringify(report)).not.toContain('lost')
    const document = reportMarkdown(report)
    expect(document).toContain('#### Connections\n\n- left → low: leads to\n- right → low\n')
    expect(reportCsv(report, 'links').split('\r\n')).toEqual([
      'id,section,from id,from,to id,to,text',
      'leads to,Board,left,left,low,low,leads to',
      ',Board,right,right,low,low,',
      '',
    ])
  })
})
