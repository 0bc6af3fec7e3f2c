import { must } from '@plenary/shared/must'
import type { Play } from '../kit/play.ts'
import type { ContentCommand, Fields, Row } from '../kit/command-table.ts'
import { firstLane, holdsFor, nowhere } from '../kit/command-table.ts'

const LONG = 'x'.repeat(2_001)
const draft = { draft: 'new', section: 'reasons', text: 'A reason', rev: 1, state: 'done' }
const card = { text: 'A reason', to: 'reasons' }
const rules = { budget: 5, cap: null, live: true }
const lane =
  (more: Fields = {}) =>
  (session: Play) => ({
    lane: firstLane(session),
    ...more,
  })
const restored = () => (session: Play) => ({
  lane: must([...session.board.entries()].find(({ kind }) => kind === 'lane')?.id, 'a lane'),
  cards: [session.card('Nobody tested it').id],
})
const groups = (group: string, into: string) => (session: Play) => ({
  group: session.card(group).id,
  into: session.card(into).id,
})
const reword = (from: string, to: string) => (session: Play) => ({
  card: session.card(from).id,
  from,
  to,
})
const theCard = (text: string) => (session: Play) => ({ card: session.card(text).id })
const dots = (target: string) => (session: Play) => ({
  round: session.round('dots'),
  target: session.card(target).id,
})
const both = (session: Play) => ['Tests', 'Docs'].map((text) => session.card(text).id)
const dotRound =
  (more: Fields = {}) =>
  (session: Play) => ({
    round: session.round('dots'),
    ...more,
  })
const estimate =
  (more: Fields = {}) =>
  (session: Play) => ({
    round: session.round('estimates'),
    target: firstLane(session),
    axis: 'impact',
    value: 2.5,
    ...more,
  })

const ROWS: Record<ContentCommand, Row[]> = {
  'draft.put': [
    ['write', 'Ann', draft, 'ok'],
    ['write', 'Fay', draft, 'ok'],
    ['sort', 'Ann', draft, 'ok'],
    ['brief', 'Ann', draft, 'not-now'],
    ['list', 'Ann', { ...draft, section: 'topics' }, 'not-now'],
    ['list', 'Fay', { ...draft, section: 'topics' }, 'neutral-facilitator'],
    ['lobby', 'Ann', draft, 'not-started'],
    ['closed', 'Ann', draft, 'closed'],
    ['write', 'Obi', draft, 'observers-watch'],
    ['write', 'Ann', { ...draft, section: 'risks' }, 'no-such-place'],
    ['write', 'Ann', { ...draft, text: LONG }, 'too-long'],
    ['write', 'Ann', { ...draft, text: ' \n' }, 'empty-text'],
    ['write', 'Ann', { ...draft, draft: 'ben-1' }, 'no-such-draft'],
    ['sort', 'Ann', { ...draft, draft: 'ann-1' }, 'draft-poured'],
  ],
  'draft.remove': [
    ['write', 'Ann', { draft: 'ann-1' }, 'ok'],
    ['write', 'Ann', { draft: 'ben-1' }, 'no-such-draft'],
    ['write', 'Fay', { draft: 'ben-1' }, 'no-such-draft'],
    ['closed', 'Ann', { draft: 'ann-1' }, 'closed'],
  ],
  reveal: [
    ['write', 'Fay', {}, 'ok'],
    ['sort', 'Fay', {}, 'not-now'],
    ['revealing', 'Fay', {}, 'reveal-running'],
    ['write', 'Ann', {}, 'not-allowed'],
  ],
  'pour.late': [
    ['sort', 'Fay', {}, 'ok'],
    ['sort', 'Ann', {}, 'not-allowed'],
  ],
  'card.add': [
    ['sort', 'Ann', card, 'ok'],
    ['sort', 'Ann', (s) => ({ ...card, to: firstLane(s) }), 'ok'],
    ['sort', 'Fay', { ...card, capture: true }, 'ok'],
    ['list', 'Fay', { ...card, to: 'topics', capture: true }, 'ok'],
    ['write', 'Fay', card, 'ok'],
    ['write', 'Ann', card, 'not-now'],
    ['sort', 'Ann', { ...card, capture: true }, 'not-allowed'],
    ['list', 'Fay', { ...card, to: 'topics' }, 'neutral-facilitator'],
    ['sort', 'Obi', card, 'observers-watch'],
    ['sort', 'Ann', { ...card, text: ' ' }, 'empty-text'],
    ['sort', 'Ann', { ...card, text: LONG }, 'too-long'],
    ['sort', 'Ann', { ...card, to: 'risks' }, 'no-such-place'],
    ['sort', 'Ann', { ...card, to: 'nowhere' }, 'no-such-place'],
    [
      'laneless',
      'Ann',
      (s) => ({
        ...card,
        to: must(
          [...s.board.entries()].find((e) => e.removed),
          'it',
        ).id,
      }),
      'no-such-lane',
    ],
    ['full', 'Ann', { ...card, to: 'ideas' }, 'too-many-cards'],
    ['closed', 'Ann', card, 'closed'],
  ],
  'card.reword': [
    ['sort', 'Ann', reword('Nobody tested it', 'Nobody tested it enough'), 'ok'],
    ['sort', 'Fay', reword('Nobody tested it', 'Nobody tested it enough'), 'ok'],
    ['sort', 'Ben', reword('Nobody tested it', 'Ben did'), 'not-yours'],
    ['sort', 'Obi', reword('Nobody tested it', 'Obi did'), 'observers-watch'],
    ['locked', 'Ann', reword('Nobody tested it', 'Nobody did'), 'ok'],
    ['aside', 'Ann', reword('', 'Testing came late'), 'ok'],
    ['aside', 'Ben', reword('', 'Other words'), 'set-aside'],
    ['aside', 'Fay', reword('', 'Other words'), 'set-aside'],
    ['aside', 'Ann', reword('', LONG), 'too-long'],
    ['closed', 'Ann', reword('Nobody tested it', 'Nobody did'), 'closed'],
    ['sort', 'Ann', reword('Nobody tested it', ' '), 'empty-text'],
    ['sort', 'Ann', reword('Nobody tested it', LONG), 'too-long'],
    ['sort', 'Fay', reword('Security', 'x'.repeat(81)), 'too-long'],
    ['sort', 'Ann', { card: 'gone', from: 'a', to: 'b' }, 'no-such-card'],
  ],
  'card.remove': [
    ['sort', 'Ann', theCard('Nobody tested it'), 'ok'],
    ['sort', 'Fay', theCard('Nobody tested it'), 'ok'],
    ['sort', 'Ben', theCard('Nobody tested it'), 'not-yours'],
    ['sort', 'Obi', theCard('Nobody tested it'), 'observers-watch'],
    ['list', 'Ann', theCard('Tests'), 'ok'],
    ['list', 'Ben', theCard('Tests'), 'not-yours'],
    ['closed', 'Fay', theCard('Nobody tested it'), 'closed'],
    ['sort', 'Ann', { card: 'gone' }, 'no-such-card'],
    ['sort', 'Fay', (s) => ({ card: firstLane(s) }), 'no-such-card'],
  ],
  'card.restore': [
    ['sort', 'Ann', theCard('Nobody tested it'), 'ok'],
    ['sort', 'Ben', theCard('Nobody tested it'), 'not-yours'],
    ['sort', 'Ann', { card: 'gone' }, 'no-such-card'],
  ],
  'card.history': [
    ['list', 'Ann', theCard('Tests'), 'ok'],
    ['sort', 'Obi', theCard('Nobody tested it'), 'ok'],
    ['list', 'Ann', { card: 'gone' }, 'no-such-card'],
  ],
  'draft.limit': [
    ['write', 'Fay', { each: 3 }, 'ok'],
    ['write', 'Fay', { each: null }, 'ok'],
    ['write', 'Ann', { each: 3 }, 'not-allowed'],
    ['closed', 'Fay', { each: 3 }, 'closed'],
  ],
  'card.show': [
    ['sort', 'Fay', theCard('Nobody tested it'), 'ok'],
    ['sort', 'Fay', { card: null }, 'ok'],
    ['sort', 'Fay', { card: 'gone' }, 'no-such-card'],
    ['sort', 'Fay', (s) => ({ card: firstLane(s) }), 'no-such-card'],
    ['aside', 'Fay', theCard(''), 'no-such-card'],
    ['sort', 'Ann', theCard('Nobody tested it'), 'not-allowed'],
  ],
  'card.aside': [
    ['sort', 'Fay', theCard('Nobody tested it'), 'ok'],
    ['aside', 'Fay', theCard(''), 'ok'],
    ['sort', 'Fay', { card: 'gone' }, 'no-such-card'],
    ['sort', 'Ann', theCard('Nobody tested it'), 'not-allowed'],
    ['sort', 'Obi', theCard('Nobody tested it'), 'observers-watch'],
    ['closed', 'Fay', theCard('Nobody tested it'), 'closed'],
  ],
  'card.return': [
    ['aside', 'Fay', theCard(''), 'ok'],
    ['aside', 'Ann', theCard(''), 'not-allowed'],
    ['sort', 'Fay', theCard('Nobody tested it'), 'no-such-card'],
  ],
  'group.merge': [
    ['grouped', 'Ann', groups('Tests', 'Money'), 'ok'],
    ['grouped', 'Fay', groups('Tests', 'Money'), 'ok'],
    ['grouped', 'Obi', groups('Tests', 'Money'), 'observers-watch'],
    ['grouped', 'Ann', groups('Tests', 'Tests'), 'no-such-group'],
    ['grouped', 'Ann', { group: 'gone', into: 'gone' }, 'no-such-group'],
    [
      'grouped',
      'Ann',
      (s) => ({ ...groups('Tests', 'Money')(s), into: firstLane(s) }),
      'no-such-group',
    ],
  ],
  'lane.remove': [
    ['sort', 'Fay', lane(), 'ok'],
    ['sort', 'Ann', lane(), 'ok'],
    ['lobby', 'Fay', lane(), 'ok'],
    ['write', 'Ann', lane(), 'not-now'],
    ['locked', 'Ann', lane(), 'ok'],
    ['sort', 'Obi', lane(), 'observers-watch'],
    ['sort', 'Fay', { lane: 'gone' }, 'no-such-lane'],
    ['sort', 'Fay', (s) => ({ lane: s.card('Nobody tested it').id }), 'no-such-lane'],
  ],
  'lane.restore': [
    ['laneless', 'Fay', restored(), 'ok'],
    ['laneless', 'Ann', restored(), 'ok'],
    ['laneless', 'Obi', restored(), 'observers-watch'],
    ['sort', 'Ann', (s) => ({ lane: firstLane(s), cards: [] }), 'ok'],
    ['write', 'Ann', (s) => ({ lane: firstLane(s), cards: [] }), 'not-now'],
    ['sort', 'Fay', { lane: 'gone', cards: [] }, 'no-such-lane'],
    ['sort', 'Fay', (s) => ({ lane: s.card('Nobody tested it').id, cards: [] }), 'no-such-lane'],
  ],
  'round.open': [
    ['list', 'Fay', { section: 'topics', rules }, 'ok'],
    ['vote', 'Fay', { section: 'topics', rules }, 'round-open'],
    ['list', 'Fay', { section: 'notes', rules }, 'no-such-place'],
    ['list', 'Ann', { section: 'topics', rules }, 'not-allowed'],
    ['counted', 'Fay', (s) => ({ section: 'topics', rules, targets: both(s) }), 'ok'],
    ['counted', 'Fay', { section: 'topics', rules, targets: ['gone', 'too'] }, 'no-such-card'],
  ],
  'round.change': [
    ['vote', 'Fay', dotRound({ rules }), 'ok'],
    ['counted', 'Fay', dotRound({ rules }), 'round-closed'],
    ['vote', 'Fay', { ...nowhere, rules }, 'no-such-round'],
    ['estimate', 'Fay', (s) => ({ round: s.round('estimates'), rules }), 'no-such-round'],
    ['vote', 'Ann', dotRound({ rules }), 'not-allowed'],
  ],
  'round.close': [
    ['vote', 'Fay', dotRound(), 'ok'],
    ['counted', 'Fay', dotRound(), 'ok'],
    ['vote', 'Fay', nowhere, 'no-such-round'],
    ['vote', 'Ann', dotRound(), 'not-allowed'],
  ],
  'dot.add': [
    ['vote', 'Ann', dots('Tests'), 'ok'],
    ['voted', 'Ann', dots('Tests'), 'no-dots-left'],
    ['capped', 'Ann', dots('Bikes'), 'card-full'],
    ['vote', 'Ann', dotRound({ target: 'gone' }), 'no-such-card'],
    ['counted', 'Ann', dots('Tests'), 'round-closed'],
    ['vote', 'Ann', { ...nowhere, target: 'x' }, 'no-such-round'],
    ['vote', 'Fay', dots('Tests'), 'neutral-facilitator'],
    ['vote', 'Obi', dots('Tests'), 'observers-watch'],
  ],
  'dot.take': [
    ['voted', 'Ann', dots('Tests'), 'ok'],
    ['vote', 'Ann', dots('Tests'), 'no-dot-here'],
    ['counted', 'Ann', dots('Tests'), 'round-closed'],
    ['vote', 'Obi', dots('Tests'), 'observers-watch'],
  ],
  'estimate.open': [
    ['sort', 'Fay', { section: 'risks' }, 'ok'],
    ['estimate', 'Fay', { section: 'risks' }, 'round-open'],
    ['sort', 'Fay', { section: 'reasons' }, 'no-such-place'],
    ['laneless', 'Fay', { section: 'risks' }, 'nothing-to-estimate'],
    ['sort', 'Ann', { section: 'risks' }, 'not-allowed'],
  ],
  'estimate.put': [
    ['estimate', 'Ann', estimate(), 'ok'],
    ['estimate', 'Fay', estimate(), 'ok'],
    ['estimate', 'Ann', estimate({ value: 2.25 }), 'not-on-scale'],
    ['estimate', 'Ann', estimate({ value: 4 }), 'not-on-scale'],
    ['estimate', 'Ann', estimate({ axis: 'colour' }), 'not-on-scale'],
    ['estimate', 'Ann', estimate({ target: 'gone' }), 'no-such-lane'],
    ['estimate', 'Ann', estimate(nowhere), 'no-such-round'],
    ['estimated', 'Ann', estimate(), 'already-revealed'],
    ['estimate', 'Obi', estimate(), 'observers-watch'],
  ],
  'estimate.pass': [
    ['estimate', 'Ann', estimate(), 'ok'],
    ['estimated', 'Ann', estimate(), 'already-revealed'],
    ['estimate', 'Obi', estimate(), 'observers-watch'],
  ],
  'estimate.reveal': [
    ['estimate', 'Fay', estimate(), 'ok'],
    ['estimated', 'Fay', estimate(), 'already-revealed'],
    ['estimate', 'Fay', nowhere, 'no-such-round'],
    ['estimate', 'Ann', estimate(), 'not-allowed'],
  ],
  'estimate.reopen': [
    ['estimated', 'Fay', estimate(), 'ok'],
    ['estimated', 'Fay', { ...nowhere, target: 'x' }, 'no-such-round'],
    ['estimated', 'Ann', estimate(), 'not-allowed'],
  ],
  'estimate.settle': [
    ['estimated', 'Fay', estimate(), 'ok'],
    ['estimated', 'Fay', estimate({ value: null }), 'ok'],
    ['estimate', 'Fay', estimate(), 'estimates-open'],
    ['estimated', 'Fay', estimate({ value: 9 }), 'not-on-scale'],
    ['estimated', 'Fay', estimate(nowhere), 'no-such-round'],
    ['estimated', 'Ann', estimate(), 'not-allowed'],
  ],
}

holdsFor(ROWS)
