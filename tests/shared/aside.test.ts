import { readFacts } from '@plenary/shared/facts'
import type { Facts } from '@plenary/shared/facts'
import { mineOf } from '@plenary/shared/mine'
import { must } from '@plenary/shared/must'
import { publish } from '@plenary/shared/published'
import { reportOf } from '@plenary/shared/report'
import { reportMarkdown } from '@plenary/shared/report-markdown'
import { expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const WORDS = 'Nobody tested it'

const factsOf = (session: Play): Facts => {
  const { values, maps } = publish(session.state(), 1)
  return must(readFacts({ ...values, ...maps }), 'facts')
}
const asideOf = (session: Play, name: string) =>
  mineOf(session.state(), session.person(name).id).aside

it('[WS3] one card is on show, until another phase or its setting aside', () => {
  const session = SCENES.sort()
  const card = session.card(WORDS).id
  session.did('Fay', { type: 'card.show', card })
  expect(factsOf(session).show).toBe(card)
  session.did('Fay', { type: 'card.aside', card })
  expect(factsOf(session).show).toBeNull()
  session.did('Fay', { type: 'card.show', card: session.card('The budget ran out').id })
  session.did('Fay', { type: 'phase.go', phase: 'estimate' })
  expect(factsOf(session).show).toBeNull()
})

it('[WS4] the words of a card set aside are in no fact, on no board and in no report', () => {
  const session = SCENES.sort()
  const card = session.card(WORDS).id
  session.did('Fay', { type: 'card.aside', card })
  const facts = factsOf(session)
  expect(Object.keys(facts.aside)).toEqual([card])
  const report = reportOf(facts, session.state().format, session.board, 'session')
  expect(report.setAside).toBe(1)
  const everywhere = [JSON.stringify(facts), JSON.stringify(report), reportMarkdown(report)]
  for (const entry of session.board.entries()) everywhere.push(entry.text)
  expect(everywhere.filter((text) => text.includes(WORDS))).toEqual([])
  expect(reportMarkdown(report)).toContain('1 card was set aside')
})

it('[WS5] its author is told and rewords it, and only a facilitator brings it back, with those words', () => {
  const session = SCENES.sort()
  const card = session.card(WORDS).id
  session.did('Fay', { type: 'card.aside', card })
  expect(asideOf(session, 'Ann')).toEqual([{ card, text: WORDS, own: true, reworded: false }])
  expect(asideOf(session, 'Fay')).toEqual([{ card, text: WORDS, own: false, reworded: false }])
  for (const name of ['Ben', 'Cem', 'Obi']) expect(asideOf(session, name)).toBeUndefined()
  session.did('Ann', { type: 'card.reword', card, from: WORDS, to: 'Testing came too late' })
  expect(session.board.entry(card)?.text).toBe('')
  expect(asideOf(session, 'Fay')).toMatchObject([{ text: 'Testing came too late', reworded: true }])
  session.did('Fay', { type: 'card.return', card })
  expect(session.board.entry(card)?.text).toBe('Testing came too late')
  expect(factsOf(session).aside).toEqual({})
  expect(asideOf(session, 'Ann')).toBeUndefined()
})

it('[WS5] so it is where cards carry names; nobody is told who wrote one that carries none', () => {
  const session = play({ format: formatNamed('two-pluses') })
  session.did('Fay', { type: 'phase.go', phase: 'list' })
  session.did('Ann', { type: 'card.add', text: 'Hurts', to: 'topics' })
  const card = session.card('Hurts').id
  session.did('Fay', { type: 'card.aside', card })
  expect(asideOf(session, 'Ann')).toMatchObject([{ own: true }])
  session.did('Fay', { type: 'session.close' })
  session.did('Fay', { type: 'session.reopen' })
  session.did('Fay', { type: 'card.return', card })
  expect(session.board.entry(card)?.text).toBe('Hurts')
  const nameless = SCENES.aside()
  nameless.did('Fay', { type: 'session.close' })
  expect(JSON.stringify(nameless.state().aside)).not.toContain(nameless.person('Ann').id)
})

it('[WD19] who locked the cards is published, and gone with the lock', () => {
  const session = SCENES.sort()
  const by = () => publish(session.state(), 1).values['cardsLockedBy']
  session.did('Fay', { type: 'session.lock', cards: true })
  expect(by()).toBe(session.person('Fay').id)
  session.did('Fay', { type: 'session.lock', cards: false })
  expect(by()).toBeNull()
})

it('[WS20] what a facilitator removed its author does not bring back, and what its author removed they do', () => {
  const session = SCENES.sort()
  const card = must(
    [...session.board.entries()].find((entry) => entry.text === WORDS),
    WORDS,
  ).id
  const gone = () => session.board.entry(card)?.removed
  session.did('Ann', { type: 'card.remove', card })
  session.did('Ann', { type: 'card.restore', card })
  session.did('Fay', { type: 'card.remove', card })
  expect(session.does('Ann', { type: 'card.restore', card })).toMatchObject({
    reason: 'taken-away',
  })
  expect(gone()).toBe(true)
  session.did('Fay', { type: 'card.restore', card })
  expect(gone()).toBe(false)
  // Given back, it is its author's again.
  session.did('Ann', { type: 'card.remove', card })
  session.did('Ann', { type: 'card.restore', card })
  expect(gone()).toBe(false)
})
