import { must } from '@plenary/shared/must'
import type { Play } from '../kit/play.ts'
import type { Row, SessionCommand } from '../kit/command-table.ts'
import { holdsFor, nobody, who } from '../kit/command-table.ts'

const topics =
  (...at: number[]) =>
  (session: Play) => ({
    topics: at.map((n) => ({ target: session.lanes()[n]?.id ?? 'gone', minutes: 5 })),
  })

const ROWS: Record<SessionCommand, Row[]> = {
  'session.setup': [
    ['setup', 'Fay', { anonymous: false, title: 'Other' }, 'ok'],
    ['lobby', 'Fay', { anonymous: false }, 'not-now'],
    ['setup', 'Ann', {}, 'not-allowed'],
    ['closed', 'Fay', {}, 'closed'],
  ],
  'session.open': [
    ['setup', 'Fay', {}, 'ok'],
    ['lobby', 'Fay', {}, 'ok'],
    ['setup', 'Ann', {}, 'not-allowed'],
  ],
  'session.solo': [
    ['rehearsal', 'Fay', {}, 'not-now'],
    ['lobby', 'Fay', {}, 'people-came'],
    ['rehearsal', 'Test 1', {}, 'not-allowed'],
    ['write', 'Fay', {}, 'not-now'],
    ['closed', 'Fay', {}, 'closed'],
  ],
  'session.clear': [
    ['setup', 'Fay', {}, 'people-came'],
    ['rehearsal', 'Fay', {}, 'ok'],
    ['rehearsal', 'Test 1', {}, 'not-allowed'],
  ],
  'plan.set': [
    [
      'setup',
      'Fay',
      { expected: 9, by: '2026-12-01', standin: 'Ann', checkIn: 'How are you?' },
      'ok',
    ],
    ['lobby', 'Fay', { expected: null, startsAt: null }, 'ok'],
    ['lobby', 'Fay', { expected: 0 }, 'not-expected'],
    ['lobby', 'Fay', { expected: 2.5 }, 'not-expected'],
    ['lobby', 'Fay', { expected: 1_001 }, 'not-expected'],
    ['lobby', 'Fay', { checkIn: 'x'.repeat(201) }, 'words-too-long'],
    ['lobby', 'Ann', { expected: 9 }, 'not-allowed'],
    ['closed', 'Fay', { expected: 9 }, 'closed'],
  ],
  'session.rename': [
    ['lobby', 'Fay', { title: 'Other' }, 'ok'],
    ['lobby', 'Fay', { title: ' \u200b ' }, 'empty-name'],
    ['write', 'Ann', { title: 'Other' }, 'not-allowed'],
    ['closed', 'Fay', { title: 'Other' }, 'closed'],
  ],
  'session.lock': [
    ['sort', 'Fay', { door: true, cards: true }, 'ok'],
    ['sort', 'Ann', { door: true }, 'not-allowed'],
    ['sort', 'Obi', { cards: true }, 'observers-watch'],
  ],
  'session.close': [
    ['sort', 'Fay', {}, 'ok'],
    ['sort', 'Ann', {}, 'not-allowed'],
    ['revealing', 'Fay', {}, 'reveal-running'],
    ['closed', 'Fay', {}, 'closed'],
  ],
  'session.reopen': [
    ['closed', 'Fay', {}, 'ok'],
    ['closed', 'Ann', {}, 'not-allowed'],
    ['sort', 'Fay', {}, 'not-now'],
  ],
  'session.delete': [
    ['lobby', 'Fay', {}, 'ok'],
    ['sort', 'Fay', {}, 'ok'],
    ['closed', 'Fay', {}, 'ok'],
    ['closed', 'Ann', {}, 'not-allowed'],
    ['write', 'Obi', {}, 'observers-watch'],
  ],
  'person.rename': [
    ['write', 'Ann', { name: 'Anna' }, 'ok'],
    ['lobby', 'Obi', { name: 'Obie' }, 'ok'],
    ['write', 'Ann', { name: ' ' }, 'empty-name'],
  ],
  'person.remove': [
    ['write', 'Fay', who('Ann'), 'ok'],
    ['write', 'Fay', who('Fay'), 'last-facilitator'],
    ['write', 'Fay', nobody, 'no-such-person'],
    ['write', 'Ann', who('Ben'), 'not-allowed'],
    ['write', 'Obi', who('Ben'), 'observers-watch'],
  ],
  'person.role': [
    ['write', 'Fay', who('Ann', { role: 'facilitator' }), 'ok'],
    ['write', 'Fay', who('Fay', { role: 'participant' }), 'last-facilitator'],
    ['write', 'Fay', { ...nobody, role: 'observer' }, 'no-such-person'],
    ['write', 'Ann', who('Ann', { role: 'facilitator' }), 'not-allowed'],
  ],
  'chair.hand': [
    ['write', 'Fay', who('Ann'), 'ok'],
    ['write', 'Fay', nobody, 'no-such-person'],
    ['write', 'Ann', who('Ann'), 'not-allowed'],
    ['closed', 'Fay', who('Ann'), 'closed'],
  ],
  'chair.share': [
    ['lobby', 'Fay', who('Ann'), 'ok'],
    ['write', 'Fay', nobody, 'no-such-person'],
    ['write', 'Obi', who('Obi'), 'observers-watch'],
  ],
  'chair.take': [
    ['write', 'Ann', {}, 'chair-taken'],
    ['write', 'Fay', {}, 'chair-taken'],
    ['closed', 'Ann', {}, 'closed'],
  ],
  'chair.standin': [
    ['lobby', 'Fay', who('Ann'), 'ok'],
    ['write', 'Fay', { person: null }, 'ok'],
    ['write', 'Fay', nobody, 'no-such-person'],
    ['write', 'Ann', who('Ann'), 'not-allowed'],
  ],
  gather: [
    ['write', 'Fay', {}, 'ok'],
    ['lobby', 'Fay', {}, 'not-started'],
    ['write', 'Ann', {}, 'not-allowed'],
  ],
  'history.mark': [
    ['lobby', 'Fay', { name: 'As it was set up' }, 'ok'],
    ['write', 'Fay', { name: ' ' }, 'empty-name'],
    ['write', 'Ann', { name: 'Here' }, 'not-allowed'],
    ['write', 'Obi', { name: 'Here' }, 'observers-watch'],
    ['closed', 'Fay', { name: 'Here' }, 'closed'],
  ],
  'history.restore': [
    ['sort', 'Fay', (session) => ({ point: session.state().points?.at(-1)?.id ?? '' }), 'ok'],
    ['sort', 'Fay', { point: 'gone' }, 'no-such-point'],
    [
      'sort',
      'Ann',
      (session) => ({ point: session.state().points?.at(-1)?.id ?? '' }),
      'not-allowed',
    ],
    ['closed', 'Fay', (session) => ({ point: session.state().points?.at(-1)?.id ?? '' }), 'closed'],
  ],
  'more-time': [
    ['write', 'Ann', {}, 'ok'],
    ['write', 'Obi', {}, 'ok'],
    ['lobby', 'Ann', {}, 'not-started'],
    ['closed', 'Ann', {}, 'closed'],
  ],
  'person.admit': [
    [
      'door',
      'Fay',
      (s) => ({ request: must(Object.keys(s.state().door)[0], 'a request'), admit: true }),
      'ok',
    ],
    ['door', 'Fay', { request: 'none', admit: true }, 'no-such-request'],
    ['door', 'Ann', { request: 'none', admit: true }, 'not-allowed'],
  ],
  'phase.go': [
    ['lobby', 'Fay', { phase: 'scene' }, 'ok'],
    ['sort', 'Fay', { phase: 'write' }, 'ok'],
    ['sort', 'Fay', { phase: 'nowhere' }, 'no-such-phase'],
    ['revealing', 'Fay', { phase: 'sort' }, 'reveal-running'],
    ['write', 'Ann', { phase: 'sort' }, 'not-allowed'],
    ['write', 'Obi', { phase: 'sort' }, 'observers-watch'],
    ['closed', 'Fay', { phase: 'sort' }, 'closed'],
  ],
  'agenda.set': [
    ['setup', 'Fay', { steps: [{ phase: 'sort', title: 'Order', minutes: 1 }] }, 'ok'],
    ['write', 'Fay', { steps: [{ phase: 'sort', skipped: true }] }, 'ok'],
    ['write', 'Fay', { steps: [{ phase: 'write', skipped: true }] }, 'phase-is-on'],
    ['write', 'Fay', { steps: [{ phase: 'write', minutes: 0 }] }, 'not-minutes'],
    ['write', 'Fay', { steps: [{ phase: 'write', minutes: 2.5 }] }, 'not-minutes'],
    ['write', 'Fay', { steps: [{ phase: 'write', minutes: 601 }] }, 'not-minutes'],
    ['write', 'Fay', { steps: [{ phase: 'write', title: ' ' }] }, 'empty-name'],
    ['write', 'Fay', { steps: [{ phase: 'write', title: 'x'.repeat(81) }] }, 'words-too-long'],
    ['write', 'Fay', { steps: [{ phase: 'write', question: 'x'.repeat(501) }] }, 'words-too-long'],
    ['write', 'Fay', { steps: [{ phase: 'write', prompts: ['x'.repeat(501)] }] }, 'words-too-long'],
    [
      'write',
      'Fay',
      { steps: [{ phase: 'write', prompts: Array<string>(21).fill('x') }] },
      'too-many-prompts',
    ],
    ['write', 'Fay', { steps: [{ phase: 'nowhere' }] }, 'no-such-phase'],
    ['write', 'Fay', { steps: [{ phase: 'sort' }, { phase: 'sort' }] }, 'no-such-phase'],
    ['write', 'Fay', { steps: [{ phase: 'constructor' }] }, 'no-such-phase'],
    [
      'lobby',
      'Fay',
      (s) => ({ steps: s.state().format.phases.map(({ id }) => ({ phase: id, skipped: true })) }),
      'no-phase-left',
    ],
    ['write', 'Ann', { steps: [] }, 'not-allowed'],
    ['write', 'Obi', { steps: [] }, 'observers-watch'],
    ['closed', 'Fay', { steps: [] }, 'closed'],
  ],
  'timer.start': [
    ['write', 'Fay', {}, 'ok'],
    ['lobby', 'Fay', {}, 'not-started'],
    ['write', 'Ann', {}, 'not-allowed'],
  ],
  'timer.pause': [
    ['write', 'Fay', {}, 'ok'],
    ['write', 'Ann', {}, 'not-allowed'],
  ],
  'timer.resume': [
    ['write', 'Fay', {}, 'ok'],
    ['write', 'Ann', {}, 'not-allowed'],
  ],
  'timer.add': [
    ['write', 'Fay', { minutes: -1 }, 'ok'],
    ['write', 'Ann', { minutes: 1 }, 'not-allowed'],
  ],
  'timer.hide': [
    ['write', 'Fay', { hidden: true }, 'ok'],
    ['write', 'Ann', { hidden: true }, 'not-allowed'],
  ],
  'prompt.show': [
    ['write', 'Fay', { prompt: 0 }, 'ok'],
    ['write', 'Fay', { prompt: 99 }, 'no-such-prompt'],
    ['lobby', 'Fay', { prompt: 0 }, 'no-such-prompt'],
    ['write', 'Ann', { prompt: 0 }, 'not-allowed'],
  ],
  'prompt.hide': [
    ['write', 'Fay', {}, 'ok'],
    ['write', 'Ann', {}, 'not-allowed'],
  ],
  ready: [
    ['write', 'Ann', { on: true }, 'ok'],
    ['write', 'Fay', { on: true }, 'ok'],
    ['lobby', 'Ann', { on: true }, 'not-started'],
    ['write', 'Obi', { on: true }, 'observers-watch'],
    ['vote', 'Fay', { on: true }, 'neutral-facilitator'],
    ['sort', 'Ann', { on: true }, 'not-now'],
  ],
  'hand.raise': [
    ['lobby', 'Ann', {}, 'ok'],
    ['write', 'Obi', {}, 'ok'],
    ['closed', 'Ann', {}, 'closed'],
  ],
  'hand.lower': [
    ['write', 'Ann', {}, 'ok'],
    ['write', 'Fay', who('Ann'), 'ok'],
    ['write', 'Ann', who('Ben'), 'not-allowed'],
  ],
  'queue.set': [
    ['discuss', 'Fay', topics(0, 1), 'ok'],
    ['discuss', 'Fay', topics(0, 0), 'no-such-card'],
    ['discuss', 'Fay', topics(99), 'no-such-card'],
    ['lobby', 'Fay', topics(0), 'not-started'],
    ['discuss', 'Ann', topics(0), 'not-allowed'],
  ],
  'queue.start': [
    ['queued', 'Fay', (s) => ({ target: s.lanes()[0]?.id }), 'ok'],
    ['discuss', 'Fay', { target: 'gone' }, 'no-such-card'],
    ['discuss', 'Ann', { target: 'gone' }, 'not-allowed'],
  ],
  'queue.next': [
    ['discuss', 'Fay', {}, 'ok'],
    ['discuss', 'Ann', {}, 'not-allowed'],
  ],
  thumb: [
    ['overtime', 'Ann', { thumb: 'up' }, 'ok'],
    ['overtime', 'Fay', { thumb: null }, 'ok'],
    ['overtime', 'Obi', { thumb: 'up' }, 'observers-watch'],
    ['queued', 'Ann', { thumb: 'up' }, 'no-thumbs-now'],
    ['talking', 'Ann', { thumb: 'up' }, 'no-thumbs-now'],
  ],
  'decision.add': [
    ['discuss', 'Fay', { text: 'Ship on Tuesday' }, 'ok'],
    ['discuss', 'Fay', (s) => ({ text: 'Ship', from: s.lanes()[0]?.id }), 'ok'],
    ['discuss', 'Fay', { text: ' ' }, 'empty-text'],
    ['discuss', 'Fay', { text: 'x'.repeat(2_001) }, 'too-long'],
    ['discuss', 'Fay', { text: 'Ship', from: 'gone' }, 'no-such-card'],
    ['discuss', 'Ann', { text: 'Ship' }, 'not-allowed'],
  ],
  'decision.change': [
    ['decided', 'Fay', (s) => ({ decision: Object.keys(s.state().decisions)[0], text: 'B' }), 'ok'],
    [
      'decided',
      'Fay',
      (s) => ({ decision: Object.keys(s.state().decisions)[0], text: '' }),
      'empty-text',
    ],
    ['decided', 'Fay', { decision: 'gone', removed: true }, 'no-such-decision'],
    ['decided', 'Ann', { decision: 'gone', text: 'B' }, 'not-allowed'],
  ],
  'scribe.set': [
    ['discuss', 'Fay', who('Ann'), 'ok'],
    ['discuss', 'Fay', { person: null }, 'ok'],
    ['discuss', 'Fay', nobody, 'no-such-person'],
    ['discuss', 'Fay', who('Obi'), 'scribe-watches'],
    ['discuss', 'Ann', who('Ann'), 'not-allowed'],
  ],
  'queue.extend': [
    ['discuss', 'Fay', { minutes: 5 }, 'ok'],
    ['discuss', 'Ann', { minutes: 5 }, 'not-allowed'],
  ],
  'notes.by': [
    ['discuss', 'Fay', who('Ann', { checkIns: 'In May' }), 'ok'],
    ['discuss', 'Fay', { person: null }, 'ok'],
    ['discuss', 'Fay', { checkIn: { day: '2026-04-02', on: true } }, 'ok'],
    ['discuss', 'Fay', nobody, 'no-such-person'],
    ['discuss', 'Ann', who('Ann'), 'not-allowed'],
  ],
}

holdsFor(ROWS)
