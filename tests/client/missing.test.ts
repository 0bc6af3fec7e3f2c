/** What is missing before the close, and what a ticket may be. */
import { isComplete, missingIn } from '@plenary/client/finish/missing'
import { ticketLink } from '@plenary/client/finish/ticket'
import { putEntry, setField } from '@plenary/shared/board'
import { placeAt } from '@plenary/shared/entry'
import { must } from '@plenary/shared/must'
import { keyBetween } from '@plenary/shared/order'
import { describe, expect, it, test } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'
import { boardOf, viewOf } from './view-of.ts'

const missing = (session: Play) => missingIn(viewOf(session, 'Fay'), boardOf(session))

function atActions(): Play {
  const session = play({ format: formatNamed('pre-mortem') })
  for (const phase of ['write', 'sort', 'actions'])
    session.did('Fay', { type: 'phase.go', phase, finish: true })
  session.passes(3_000)
  return session
}

describe('before the close', () => {
  it('[FN7] an empty session misses actions, sender and a date', () => {
    expect(missing(atActions())).toEqual({
      noActions: true,
      incomplete: [],
      sender: true,
      checkIn: true,
      unplaced: 0,
      dots: false,
      numbers: false,
      drafts: [],
      unsent: 0,
    })
  })

  it('[FN7] counts cards in no category, an open vote, and cards that were never revealed', () => {
    const session = play({ format: formatNamed('pre-mortem') })
    session.did('Fay', { type: 'phase.go', phase: 'write' })
    const draft = { section: 'reasons', rev: 1, state: 'done' } as const
    session.did('Fay', { type: 'draft.put', draft: 'one', text: 'No tests', ...draft })
    session.passes(10_000)
    expect(missing(session)).toMatchObject({ unsent: 1, drafts: [] })
    session.did('Fay', { type: 'phase.go', phase: 'sort', finish: true })
    session.passes(10_000)
    session.did('Fay', { type: 'draft.put', draft: 'two', text: 'No users', ...draft })
    const rules = { budget: 1, cap: null, live: false }
    session.did('Fay', { type: 'round.open', section: 'reasons', rules })
    expect(missing(session)).toMatchObject({
      unplaced: 1,
      dots: true,
      unsent: 0,
      drafts: [{ id: 'two', text: 'No users' }],
    })
    session.did('Fay', { type: 'draft.put', draft: 'two', text: 'No users', ...draft, sure: true })
    session.did('Fay', { type: 'session.close' })
    expect(session.card('No users').removed).toBe(false)
  })

  it('[FN7] is complete once all is filled in', () => {
    const session = atActions()
    const { id } = session.person('Ann')
    session.did('Fay', { type: 'notes.by', person: id, checkIn: { day: '2026-04-02', on: true } })
    const base = { by: id, status: 'open' }
    const add = (text: string, fields: Record<string, string>) =>
      putEntry(session.doc, {
        do: 'put',
        id: session.dice.id(),
        kind: 'action',
        text,
        place: placeAt('actions', keyBetween(session.board.lastOrder('actions'), null)),
        fields: { ...base, ...fields },
      })
    add('Ask three clients', {})
    add('Load test', { owner: 'Zoe' })
    add('Train', { owner: id, due: '2026-04-01' })
    add('Rewrite it all', { status: 'dropped' })
    expect(
      missing(session).incomplete.map((one) => must(session.board.entry(one), one).text),
    ).toEqual(['Ask three clients', 'Load test'])
    for (const one of missing(session).incomplete) {
      setField(session.doc, one, 'owner', id)
      setField(session.doc, one, 'due', '2026-04-03')
    }
    expect(isComplete(missing(session))).toBe(true)
  })
})

describe('a ticket', () => {
  test.each([
    ['https://jira.example.org/browse/AUD-31', 'AUD-31'],
    ['http://example.org', 'example.org'],
    ['HTTPS://example.org/a/b/c/', 'c'],
    ['https://example.org/%E2%80%AEgpj.exe', 'example.org'],
  ])('[FN9] is a link: %s', (ticket, label) => {
    expect(ticketLink(ticket)).toMatchObject({ label, href: expect.stringMatching(/^https?:\/\//) })
  })

  test.each([
    'AUD-31',
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https://example.org',
    'java\nscript:alert(1)',
    'data:text/html,<b>x</b>',
    'vbscript:x',
    '//example.org/x',
    'https://',
    'file:///etc/passwd',
  ])('[FN9] is text: %j', (ticket) => {
    expect(ticketLink(ticket)).toBe(null)
  })
})
