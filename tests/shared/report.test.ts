import type { Event } from '@plenary/shared/event'
import { dotVote } from '@plenary/shared/formats/dot-vote'
import { reportCsv } from '@plenary/shared/report-csv'
import { reportMarkdown } from '@plenary/shared/report-markdown'
import { describe, expect, it, test } from 'vitest'
import { MADE, REASONS, joins, preMortemReport, reported } from '../kit/report-session.ts'
import type { Put } from '../kit/report-session.ts'
import { STRINGS } from '../kit/report-strings.ts'

describe('a pre-mortem', () => {
  const report = preMortemReport()

  it('[R1] holds the table of risks exactly, equals marked and first made first', () => {
    const rows = report.estimates[0]?.rows.map(({ rank, tied, lane, axes, product }) => [
      rank,
      tied,
      lane,
      ...axes.map((axis) => axis.shown),
      product,
    ])
    expect(rows).toEqual([
      [1, false, 'Feature Gap', 2.5, 2.5, 6.25],
      [2, false, 'Non-Use', 1.5, 3, 4.5],
      [3, false, 'Timeline', 2.5, 1.5, 3.75],
      [4, true, 'Performance', 2, 1.5, 3],
      [4, true, 'Security', 1, 3, 3],
    ])
    expect(report.estimates[0]?.rows[0]?.axes[0]).toEqual({
      id: 'probability',
      title: 'Probability',
      shown: 2.5,
      mean: 2.5,
      n: 5,
      agreed: null,
      spread: { '2.5': 5 },
    })
  })

  it('[R2] holds every card in its category, actions with owner or none, notes, and who sends them', () => {
    const lanes = report.sections[0]?.lanes ?? []
    expect(lanes.map((lane) => lane.name)).toEqual([
      'Performance',
      'Security',
      'Timeline',
      'Feature Gap',
      'Non-Use',
    ])
    for (const { id, cards } of lanes)
      expect(cards.map((card) => card.text)).toEqual(
        REASONS.filter(([lane]) => lane === id).map(([, text]) => text),
      )
    expect(report.sections[0]?.toPlace).toEqual([])
    expect(report.actions).toEqual([
      {
        id: 'action-0',
        what: 'Load test in week two',
        owner: 'Ash',
        due: '2026-04-01',
        ticket: 'AU-7',
        status: 'open',
        from: 'Too slow',
        by: null,
      },
      {
        id: 'action-1',
        what: 'Ask three clients',
        owner: null,
        due: null,
        ticket: null,
        status: 'open',
        from: null,
        by: null,
      },
    ])
    expect(report.notes.map((note) => note.text)).toEqual(['Look at it each sprint'])
    expect(report.parkingLot.map((note) => note.text)).toEqual(['Pricing'])
    expect(report.notesBy).toBe('Ash')
    expect(report.checkIns).toBe('each sprint retrospective')
    expect(report.checkInDates).toEqual(['2026-04-02', '2026-06-04'])
    expect(report.question).toBe('Our project has failed. What happened?')
    expect(report.counts).toEqual({ facilitator: 1, participant: 5, observer: 0 })
    expect(report.agenda.map((step) => step.planned)).toEqual([4, 7, 12, 7, 15, 7])
  })

  it('[R3] says of authorship what is true', () => {
    expect(report.authorship).toBe('kept until close')
    const closed = preMortemReport([{ is: 'session.closed', at: MADE + 2, steps: {} }])
    expect(closed.authorship).toBe('deleted at close')
    expect(closed.estimates).toEqual(report.estimates.map((one) => ({ ...one, is: 'closed' })))
    expect(reported([], [], dotVote).authorship).toBe('named')
  })

  it('[R1] an agreed number ranks, the average stays beside it', () => {
    const settled = preMortemReport([
      { is: 'estimate.settled', round: 'round-1', target: 'sec', axis: 'probability', value: 1.5 },
    ])
    expect(settled.estimates[0]?.rows.map(({ lane, rank }) => [lane, rank])).toEqual([
      ['Feature Gap', 1],
      ['Security', 2],
      ['Non-Use', 2],
      ['Timeline', 4],
      ['Performance', 5],
    ])
    expect(settled.estimates[0]?.rows[1]?.axes[0]).toMatchObject({
      shown: 1.5,
      mean: 1,
      agreed: 1.5,
    })
  })

  it('[R4] an estimate that is not revealed is in no part of it', () => {
    const open = preMortemReport([{ is: 'estimate.reopened', round: 'round-1', target: 'gap' }])
    expect(open.estimates[0]?.rows.at(-1)).toEqual({
      lane: 'Feature Gap',
      laneId: 'gap',
      axes: ['probability', 'impact'].map((id) => ({
        id,
        title: id === 'impact' ? 'Impact' : 'Probability',
        shown: null,
        mean: null,
        n: null,
        agreed: null,
        spread: {},
      })),
      product: null,
      agreement: null,
      rank: null,
      tied: false,
    })
  })
})

describe('what people made of it', () => {
  const spread = (numbers: readonly (readonly [number, number])[], more: readonly Event[] = []) =>
    reported(
      [{ id: 'l', kind: 'lane', text: 'Timeline', parent: 'reasons' }],
      [
        {
          is: 'round.opened',
          round: 'r',
          as: {
            is: 'open',
            kind: 'estimates',
            section: 'risks',
            of: 'reasons',
            axes: ['probability', 'impact'],
            scale: { min: 1, max: 3, step: 0.5 },
            answers: {
              l: Object.fromEntries(
                numbers.map(([probability, impact], n) => [`p${n}`, { probability, impact }]),
              ),
            },
            agreed: {},
            revealed: [],
            openedAt: MADE,
          },
        },
        ...more,
        { is: 'estimate.revealed', round: 'r', targets: ['l'] },
      ],
    ).estimates[0]?.rows[0]?.agreement

  it('[FN11] says how far they agreed', () => {
    const two = [2, 1] as const
    const far = [2, 3] as const
    expect(spread([two, two, two])).toEqual({ is: 'agreed' })
    expect(spread([two, [2.5, 1]])).toEqual({ is: 'mostly' })
    expect(spread([two, two, far])).toEqual({ is: 'mostly' })
    expect(spread([two, two, far, far])).toEqual({ is: 'split', on: ['Impact'] })
    expect(spread([])).toBe(null)
  })

  it('[FN11] an agreed number ends the dispute on its axis', () => {
    const numbers = [
      [2, 1],
      [2, 1],
      [2, 3],
      [2, 3],
    ] as const
    const settled = { round: 'r', target: 'l', axis: 'impact', value: 2 } as const
    expect(spread(numbers, [{ is: 'estimate.settled', ...settled }])).toEqual({ is: 'agreed' })
  })

  it('[FN12] holds decisions in the order they were made, with the topic they were made on', () => {
    const lane: Put = { id: 'l', kind: 'lane', text: 'Timeline', parent: 'reasons' }
    const decided = (id: string, text: string, from: string | null, at: number): Event => ({
      is: 'decision.set',
      id,
      decision: { text, from, at, removed: text === 'Taken back' },
    })
    const report = reported(
      [lane],
      [
        decided('b', 'Talk to three clients', null, MADE + 2),
        decided('a', 'Plan a month more', 'l', MADE + 1),
        decided('c', 'Taken back', 'l', MADE + 3),
        decided('d', 'On something gone', 'gone', MADE + 4),
      ],
    )
    expect(report.decisions).toEqual([
      { id: 'a', text: 'Plan a month more', topic: 'Timeline' },
      { id: 'b', text: 'Talk to three clients', topic: null },
      { id: 'd', text: 'On something gone', topic: null },
    ])
    const lines = reportMarkdown(report).split('\n')
    const at = lines.indexOf('## Decisions')
    expect(lines.slice(at + 2, at + 6)).toEqual([
      String.raw`- Plan a month more\ `.trim(),
      '  (on Timeline)',
      '- Talk to three clients',
      '- On something gone',
    ])
    expect(reportCsv(report, 'notes').split('\r\n').slice(1, 3)).toEqual([
      'a,Decisions,Plan a month more,,Timeline',
      'b,Decisions,Talk to three clients,,',
    ])
    expect(JSON.stringify(report)).not.toContain('Taken back')
  })
})

const opened = (live: boolean): Event[] => [
  joins('ana', 'Ana'),
  joins('ben', 'Ben'),
  {
    is: 'round.opened',
    round: 'r',
    as: {
      is: 'open',
      kind: 'dots',
      section: 'ideas',
      rules: { budget: 3, cap: 2, live },
      ballots: { ana: { b: 2, e: 1 }, ben: { b: 1, g: 1, c: 1 } },
      openedAt: MADE,
    },
  },
]

describe('dots', () => {
  const puts: Put[] = [
    { id: 'a', kind: 'card', text: 'A', parent: 'ideas', fields: { by: 'ana' } },
    { id: 'b', kind: 'card', text: 'B', parent: 'ideas', fields: { by: 'ben' } },
    { id: 'c', kind: 'card', text: 'C', parent: 'ideas' },
    { id: 'g', kind: 'group', text: 'Both', parent: 'ideas' },
    { id: 'd', kind: 'card', text: 'D', parent: 'ideas', fields: { by: 'ben', group: 'g' } },
    {
      id: 'e',
      kind: 'card',
      text: 'secret',
      parent: 'ideas',
      fields: { by: 'ben', removed: true },
    },
  ]
  const closed: Event = { is: 'round.closed', round: 'r', result: { b: 3, c: 1, e: 1, g: 1 } }

  it('[R5] holds every card of a vote with its dots, zero too, with shared ranks', () => {
    const [votes] = reported(puts, [...opened(false), closed], dotVote).votes
    expect(votes?.rows.map(({ id, dots, rank, tied }) => [id, dots, rank, tied])).toEqual([
      ['b', 3, 1, false],
      ['c', 1, 2, true],
      ['g', 1, 2, true],
      ['a', 0, 4, false],
    ])
    expect(votes).toMatchObject({ rules: { budget: 3, cap: 2, live: false }, removed: 1 })
  })

  it('[R4] holds no dot of an open round unless the dots are live', () => {
    const hidden = reported(puts, opened(false), dotVote)
    expect(hidden.votes[0]?.rows.map((row) => row.dots)).toEqual([null, null, null, null])
    expect(hidden.sections[0]?.toPlace.every((card) => card.dots.length === 0)).toBe(true)
    const live = reported(puts, opened(true), dotVote)
    expect(live.votes[0]?.rows.map((row) => row.dots)).toEqual([3, 1, 1, 0])
  })

  it('[R2, FW6] names authors where the session is named, and tells groups, first on a wall', () => {
    const cards = reported(puts, [...opened(false), closed], dotVote).sections[0]?.toPlace
    expect(cards?.map(({ id, by, group, dots }) => [id, by, group, dots])).toEqual([
      ['d', 'Ben', { id: 'g', name: 'Both' }, [{ round: 'r', dots: 0 }]],
      ['a', 'Ana', null, [{ round: 'r', dots: 0 }]],
      ['b', 'Ben', null, [{ round: 'r', dots: 3 }]],
      ['c', null, null, [{ round: 'r', dots: 1 }]],
    ])
  })

  it('[R6] holds no text of what was removed', () => {
    expect(JSON.stringify(reported(puts, [...opened(false), closed], dotVote))).not.toContain(
      'secret',
    )
  })
})

describe('what is lost', () => {
  it('[R7] a card of a removed or unknown lane is still to place', () => {
    const [section] = reported([
      { id: 'l', kind: 'lane', text: 'Gone', parent: 'reasons', fields: { removed: true } },
      { id: 'a', kind: 'card', text: 'A', parent: 'l' },
      { id: 'b', kind: 'card', text: 'B', parent: 'nowhere' },
      { id: 'c', kind: 'card', text: 'C', parent: 'reasons' },
    ]).sections
    expect(section?.toPlace.map((card) => [card.text, card.lane])).toEqual([
      ['A', null],
      ['B', null],
      ['C', null],
    ])
    expect(section?.lanes).toEqual([])
  })

  test.each(['constructor', '__proto__', 'toString', 'Ben from sales'])(
    '[R8] an owner who is no participant is told as written: %s',
    (owner) => {
      const [action] = reported([
        { id: 'a', kind: 'action', text: 'A', parent: 'actions', fields: { owner } },
      ]).actions
      expect(action?.owner).toBe(owner)
    },
  )

  it('[R9] a topic whose lane is gone keeps its minutes', () => {
    const queue = [
      { target: 'l', minutes: 5, used: 4.2, is: 'done' },
      { target: 'gone', minutes: 7, is: 'waiting' },
    ] as const
    const report = reported(
      [{ id: 'l', kind: 'lane', text: 'Lane', parent: 'reasons' }],
      [{ is: 'queue.set', queue }],
    )
    expect(report.queue).toEqual([
      { id: 'l', text: 'Lane', minutes: 5, used: 4.2, is: 'done' },
      { id: 'gone', text: null, minutes: 7, used: null, is: 'waiting' },
    ])
  })
})

describe('text', () => {
  test.each(STRINGS)('[R10] comes back exactly from JSON: %j', (text) => {
    const report = reported([
      { id: 'l', kind: 'lane', text, parent: 'reasons' },
      { id: 'c', kind: 'card', text, parent: 'l' },
      { id: 'n', kind: 'note', text, parent: 'notes' },
      { id: 'a', kind: 'action', text, parent: 'actions', fields: { owner: text } },
    ])
    const again: unknown = JSON.parse(JSON.stringify(report))
    expect(again).toEqual(report)
    expect(report.sections[0]?.lanes[0]?.name).toBe(text)
    expect(report.sections[0]?.lanes[0]?.cards[0]?.text).toBe(text)
    expect(report.notes[0]?.text).toBe(text)
    expect(report.actions[0]?.what).toBe(text)
  })
})
