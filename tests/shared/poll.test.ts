import { readFacts } from '@plenary/shared/facts'
import { mineOf } from '@plenary/shared/mine'
import { must } from '@plenary/shared/must'
import { publish } from '@plenary/shared/published'
import type { Report } from '@plenary/shared/report'
import { reportOf } from '@plenary/shared/report'
import { reportCsv } from '@plenary/shared/report-csv'
import { expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'

/** A retrospective while its first question is asked. */
function asked(): { session: Play; round: string; options: string[] } {
  const session = play({ format: formatNamed('start-stop') })
  session.did('Fay', { type: 'phase.go', phase: 'check-in' })
  const [round = ''] = Object.keys(session.state().rounds)
  const { rules } = fact(session, round)
  return { session, round, options: rules.options.map(({ id }) => id) }
}

interface PollFact {
  is: string
  rules: { kind: string; options: { id: string; text: string }[] }
  result?: Record<string, number>
  of?: number
}

function fact(session: Play, round: string): PollFact {
  const said = publish(session.state(), 1).values[`round:${round}`]
  return JSON.parse(JSON.stringify(must(said, 'the round')))
}

function report(session: Play): Report {
  const { values, maps } = publish(session.state(), 1)
  const facts = must(readFacts({ ...values, ...maps }), 'facts')
  return reportOf(facts, session.state().format, session.board, 'session')
}

const voted = (session: Play): unknown => publish(session.state(), 1).maps['live']?.['voted']

it('[V13] takes one answer of each who takes part, the last one given', () => {
  const { session, round, options } = asked()
  const [good = '', fair = ''] = options
  expect(fact(session, round).rules.options.map(({ text }) => text)).toContain(
    'About as I expected',
  )
  for (const target of [good, fair, fair, good])
    session.did('Ann', { type: 'dot.add', round, target })
  session.did('Ben', { type: 'dot.add', round, target: fair })
  expect(mineOf(session.state(), session.person('Ann').id).dots[round]).toEqual({ [good]: 1 })
  session.did('Ben', { type: 'dot.take', round, target: fair })
  expect(mineOf(session.state(), session.person('Ben').id).dots[round]).toEqual({})
  expect(session.does('Ann', { type: 'dot.add', round, target: 'other' })).toMatchObject({
    reason: 'no-such-option',
  })
  expect(session.does('Obi', { type: 'dot.add', round, target: good })).toMatchObject({
    reason: 'observers-watch',
  })
  const rules = { budget: 9, cap: null, live: true }
  expect(session.does('Fay', { type: 'round.change', round, rules })).toMatchObject({
    reason: 'no-such-round',
  })
})

it('[V14] publishes how many have answered and no more, and once closed what, of how many', () => {
  const { session, round, options } = asked()
  const [good = '', fair = ''] = options
  session.did('Ann', { type: 'dot.add', round, target: good })
  session.did('Ben', { type: 'dot.add', round, target: fair })
  expect(voted(session)).toMatchObject({ n: 2 })
  const before = JSON.stringify(publish(session.state(), 1))
  session.did('Ann', { type: 'dot.add', round, target: fair })
  session.did('Ben', { type: 'dot.add', round, target: good })
  expect(JSON.stringify(publish(session.state(), 1))).toBe(before)
  session.did('Ben', { type: 'dot.add', round, target: fair })
  session.did('Fay', { type: 'round.close', round })
  const { is, result, of } = fact(session, round)
  expect([is, result]).toEqual(['closed', { [fair]: 2 }])
  expect(of).toBeGreaterThan(2)
  expect(session.does('Ann', { type: 'dot.add', round, target: good })).toMatchObject({
    reason: 'round-closed',
  })
})

it('[V15] is a table of its own, never a share without how many it is of', () => {
  const { session, round, options } = asked()
  session.did('Ann', { type: 'dot.add', round, target: options[0] ?? '' })
  const rows = () => reportCsv(report(session), 'polls').trim().split('\r\n').slice(1)
  expect(report(session).polls[0]).toMatchObject({ is: 'open', answered: null, of: null })
  expect(rows()[0]).toMatch(/,,,$/)
  session.did('Fay', { type: 'phase.go', phase: 'write', finish: true })
  const [poll] = report(session).polls
  expect([poll?.answered, poll?.rows.map(({ answers }) => answers)]).toEqual([1, [1, 0, 0, 0]])
  expect(rows()[0]).toMatch(new RegExp(`,1,1,${String(poll?.of)}$`))
  expect(report(session).votes).toEqual([])
})
