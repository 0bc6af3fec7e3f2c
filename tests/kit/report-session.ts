/** A session to report on: a state folded from events, published and read again, and a real board document. */
import { fold } from '@plenary/shared/apply'
import { makeSession } from '@plenary/shared/admission'
import { boardReader, createBoard, putEntry } from '@plenary/shared/board'
import { placeAt } from '@plenary/shared/entry'
import type { Event } from '@plenary/shared/event'
import { readFacts } from '@plenary/shared/facts'
import type { Format } from '@plenary/shared/format'
import { publish } from '@plenary/shared/published'
import { preMortem } from '@plenary/shared/formats/pre-mortem'
import type { Kind } from '@plenary/shared/kinds'
import { must } from '@plenary/shared/must'
import { keysAfter } from '@plenary/shared/order'
import { reportOf } from '@plenary/shared/report'
import type { Report } from '@plenary/shared/report'
import type { Point } from '@plenary/shared/wall'

/** 2026-03-04T10:00:00Z. */
export const MADE = Date.UTC(2026, 2, 4, 10)

export interface Put {
  id: string
  kind: Kind
  text: string
  parent: string
  /** Where on a wall. */
  at?: Point
  fields?: Readonly<Record<string, string | boolean>>
}

/** The report of a session by Doris in which these events happened, over a board with these entries in order. */
export function reported(
  puts: readonly Put[],
  events: readonly Event[] = [],
  format: Format = preMortem,
  title = 'Audience app',
): Report {
  const made = must(
    makeSession({
      id: 'session',
      title,
      format,
      name: 'Doris',
      setup: null,
      joinCode: '123456789',
      token: 'hash',
      hostKey: 'key',
      now: MADE,
      dice: { id: () => 'doris', shuffle: (items) => [...items] },
    }),
    'session',
  )
  const { values, maps } = publish(fold(made.state, events), 1)
  const doc = createBoard()
  const orders = keysAfter(null, puts.length)
  doc.transact(() => {
    // Backwards, so that the order of the report can only come from the order keys.
    for (const [index, put] of [...puts.entries()].toReversed())
      putEntry(doc, {
        do: 'put',
        id: put.id,
        kind: put.kind,
        text: put.text,
        place: placeAt(put.parent, must(orders[index], 'order'), put.at),
        ...(put.fields === undefined ? {} : { fields: put.fields }),
      })
  })
  const facts = must(readFacts({ ...values, ...maps }), 'facts')
  return reportOf(facts, format, boardReader(doc), 'session')
}

export function joins(
  id: string,
  name: string,
  role: 'participant' | 'observer' = 'participant',
): Event {
  const person = {
    id,
    name,
    role,
    colour: 2,
    takesPart: role === 'participant',
    left: false,
    away: false,
  }
  return { is: 'person.joined', person, token: `token-${id}` }
}

const LANES = ['Performance', 'Security', 'Timeline', 'Feature Gap', 'Non-Use'] as const
const LANE_IDS = ['perf', 'sec', 'time', 'gap', 'use'] as const
const NUMBERS = [
  [2, 1.5],
  [1, 3],
  [2.5, 1.5],
  [2.5, 2.5],
  [1.5, 3],
] as const

/** Nine reasons: lane id and text. */
export const REASONS = [
  ['sec', 'Somebody broke in'],
  ['perf', 'Nightly load fails'],
  ['gap', 'Models are poor'],
  ['time', 'Hard to roll out'],
  ['perf', 'Too slow'],
  ['use', 'Nobody buys it'],
  ['time', 'Takes too long'],
  ['gap', 'Solves the wrong problem'],
  ['use', 'Nobody understands it'],
] as const

/** A pre-mortem as it ends: nine reasons in five categories, estimates, two actions, who sends the notes. */
export function preMortemReport(more: readonly Event[] = []): Report {
  const people = ['Ash', 'Bo', 'Cy', 'Di', 'Eve']
  const puts: Put[] = [
    ...LANES.map((text, n): Put => ({
      id: LANE_IDS[n] ?? '',
      kind: 'lane',
      text,
      parent: 'reasons',
    })),
    ...REASONS.map(([parent, text], n): Put => ({ id: `card-${n}`, kind: 'card', text, parent })),
    {
      id: 'action-0',
      kind: 'action',
      text: 'Load test in week two',
      parent: 'actions',
      fields: {
        by: 'ash',
        owner: 'ash',
        due: '2026-04-01',
        ticket: 'AU-7',
        status: 'open',
        from: 'card-4',
      },
    },
    {
      id: 'action-1',
      kind: 'action',
      text: 'Ask three clients',
      parent: 'actions',
      fields: { by: 'ash', owner: '' },
    },
    {
      id: 'note-0',
      kind: 'note',
      text: 'Look at it each sprint',
      parent: 'notes',
      fields: { by: 'bo' },
    },
    { id: 'note-1', kind: 'note', text: 'Pricing', parent: 'parking', fields: { by: 'bo' } },
  ]
  const answers = (probability: number, impact: number) =>
    Object.fromEntries(people.map((name) => [name.toLowerCase(), { probability, impact }]))
  return reported(puts, [
    ...people.map((name) => joins(name.toLowerCase(), name)),
    {
      is: 'round.opened',
      round: 'round-1',
      as: {
        is: 'open',
        kind: 'estimates',
        section: 'risks',
        of: 'reasons',
        axes: ['probability', 'impact'],
        scale: { min: 1, max: 3, step: 0.5 },
        answers: Object.fromEntries(NUMBERS.map(([p, i], n) => [LANE_IDS[n] ?? '', answers(p, i)])),
        agreed: {},
        revealed: [],
        openedAt: MADE + 1,
      },
    },
    { is: 'estimate.revealed', round: 'round-1', targets: [...LANE_IDS] },
    {
      is: 'notes.set',
      by: 'ash',
      checkIns: 'each sprint retrospective',
      checkInDates: ['2026-04-02', '2026-06-04'],
    },
    ...more,
  ])
}
