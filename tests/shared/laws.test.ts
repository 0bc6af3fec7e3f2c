import { fold } from '@plenary/shared/apply'
import { tally } from '@plenary/shared/ballot'
import { ANYONE_AFTER, LEADS_KEPT, STANDIN_AFTER } from '@plenary/shared/chair'
import type { Command } from '@plenary/shared/command'
import type { Event } from '@plenary/shared/event'
import { mineOf } from '@plenary/shared/mine'
import { must } from '@plenary/shared/must'
import { counts } from '@plenary/shared/person'
import { publish } from '@plenary/shared/published'
import type { DotRound, Round, SessionState } from '@plenary/shared/session'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PEOPLE, begun, commandOf, happens, turn } from '../kit/history.ts'
import type { Turn } from '../kit/history.ts'
import { play } from '../kit/play.ts'
import type { Play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'
import { unseenFormat } from '../kit/unseen-format.ts'

const FORMAT = unseenFormat()
const history = fc.record({
  anonymous: fc.boolean(),
  /** Cards, a vote and an estimate are there from the first turn on; else all begins with writing. */
  late: fc.boolean(),
  turns: fc.array(turn, { minLength: 20, maxLength: 80, size: 'max' }),
})
const RUNS = { numRuns: 50 }

interface Seen {
  session: Play
  before: SessionState
  name: string
  command: Command | null
  /** The command was allowed. */
  ok: boolean
}

/** Plays a history and looks at every prefix of it. */
function each(look: () => (seen: Seen) => void): void {
  fc.assert(
    fc.property(history, ({ anonymous, late, turns }) => {
      const session = play({ format: { ...FORMAT, anonymous } })
      if (late) begun(session)
      else session.did('Fay', { type: 'phase.go', phase: 'look-out' })
      const looks = look()
      turns.forEach((one: Turn, n) => {
        const before = session.state()
        const command = commandOf(one, n, session)
        const ok = command !== null && session.does(one.who, command).ok
        if (command === null) happens(one, n, session)
        looks({ session, before, name: one.who, command, ok })
      })
    }),
    RUNS,
  )
}

const dotRounds = (state: SessionState): [string, DotRound][] =>
  Object.entries(state.rounds).flatMap(([id, round]) =>
    round.kind === 'dots' ? [[id, round]] : [],
  )

/** What somebody may ask who does not lead; who watches now may still have drafts from before. */
const OF_WATCHERS = new Set<Command['type']>([
  'hand.raise',
  'hand.lower',
  'more-time',
  'chair.take',
  'draft.remove',
])
const OF_PARTICIPANTS = new Set<Command['type']>([
  ...OF_WATCHERS,
  'ready',
  'draft.put',
  'card.add',
  'card.reword',
  'card.remove',
  'card.restore',
  'group.merge',
  'dot.add',
  'dot.take',
  'estimate.put',
  'estimate.pass',
  'thumb',
])

/** The same thumbs in the hands of others of those who count. */
function exchanged({ thumbs, people }: SessionState): SessionState['thumbs'] {
  const whose = Object.values(people).filter((person) => counts(person))
  const given = whose.map(({ id }) => thumbs[id])
  const others = whose.flatMap(({ id }, at) => {
    const thumb = given[(at + 1) % given.length]
    return thumb === undefined ? [] : [[id, thumb]]
  })
  return Object.fromEntries(others)
}

const otherNumber = (value: number | 'pass'): number | 'pass' => (value === 1 ? 'pass' : 1)

function mapped<A, B>(of: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value)]))
}

/** The same session with every secret replaced by another one. */
function withOtherSecrets(state: SessionState): SessionState {
  const blind = (round: Round): Round => {
    if (round.kind === 'dots') {
      if (round.is === 'closed' || round.rules.live) return round
      const moved = Object.entries(round.ballots).map(([who, ballot]) => {
        const dots = Object.values(ballot).reduce((sum, n) => sum + n, 0)
        return [who, dots === 0 ? {} : { elsewhere: dots }]
      })
      return { ...round, ballots: Object.fromEntries(moved) }
    }
    // That a number was given counts in what is published, and which it was does not.
    const answers = Object.entries(round.answers).map(([target, given]) => [
      target,
      round.revealed.includes(target) ? given : mapped(given, (one) => mapped(one, otherNumber)),
    ])
    return { ...round, answers: Object.fromEntries(answers) }
  }
  return {
    ...state,
    drafts: Object.fromEntries(
      Object.entries(state.drafts).map(([id, draft]) => [id, { ...draft, text: 'other' }]),
    ),
    rounds: Object.fromEntries(Object.entries(state.rounds).map(([id, r]) => [id, blind(r)])),
    aside: Object.fromEntries(
      Object.entries(state.aside).map(([card, kept]) => [
        card,
        { ...kept, text: 'other', by: null, reworded: !kept.reworded },
      ]),
    ),
    moreTime: [],
    thumbs: exchanged(state),
    authors: {},
    pours: {},
    tokens: {},
    keys: {},
  }
}

describe('in every history, at every point', () => {
  it('[V10] no dot goes beyond the budget or cap in force when it was placed', () => {
    each(() => ({ session, before, name, command, ok }) => {
      if (!ok || command?.type !== 'dot.add') return
      const person = session.person(name).id
      const round = must(session.state().rounds[command.round], 'the round')
      const was = must(before.rounds[command.round], 'the round')
      if (round.kind !== 'dots' || was.kind !== 'dots') throw new Error('no dots')
      const ballot = round.ballots[person] ?? {}
      const used = Object.values(ballot).reduce((sum, dots) => sum + dots, 0)
      expect(used).toBeLessThanOrEqual(was.rules.budget)
      expect(ballot[command.target]).toBeLessThanOrEqual(was.rules.cap ?? was.rules.budget)
    })
  })

  it('[V11] ballots are what was asked and allowed; live and closed tallies are their sums', () => {
    each(() => {
      const given = new Map<string, Map<string, number>>()
      return ({ session, name, command, ok }) => {
        if (ok && (command?.type === 'dot.add' || command?.type === 'dot.take')) {
          const target = given.get(command.round) ?? new Map<string, number>()
          const change = command.type === 'dot.add' ? 1 : -1
          target.set(command.target, (target.get(command.target) ?? 0) + change)
          given.set(command.round, target)
          expect(session.person(name).takesPart).toBe(true)
        }
        const { values, maps } = publish(session.state(), 1)
        for (const [id, round] of dotRounds(session.state())) {
          const sums = [...(given.get(id) ?? [])].filter(([, dots]) => dots > 0)
          const expected = Object.fromEntries(sums)
          expect(tally(round.ballots)).toEqual(expected)
          const live = round.is === 'open' && round.rules.live
          expect(maps[`live:${id}`]).toEqual(live ? expected : undefined)
          if (round.is === 'closed')
            expect(values[`round:${id}`]).toMatchObject({ result: expected })
          else expect(values[`round:${id}`]).not.toHaveProperty('result')
        }
      }
    })
  })

  it('[W11] a draft is poured at most once, and only a done one', () => {
    each(() => {
      const done = new Set(
        ['Ann-first-0', 'Ben-first-1', 'Cem-first-2', 'Ann-first-3'].map((one) => `SECRET-${one}.`),
      )
      return ({ session, name, command, ok }) => {
        if (ok && command?.type === 'draft.put' && command.state === 'done') done.add(command.text)
        const texts = [...session.board.entries()].map((entry) => entry.text)
        // What was reworded since is no draft's text any more.
        const poured = texts.filter((text) => /^SECRET.*\.$/.test(text))
        expect(new Set(poured).size).toBe(poured.length)
        for (const text of poured) expect(done).toContain(text)
        expect(name).not.toBe('')
      }
    })
  })

  it('[S1] what is published does not depend on what is hidden', () => {
    each(() => ({ session }) => {
      const state = session.state()
      const facts = publish(state, 1)
      expect(publish(withOtherSecrets(state), 1)).toEqual(facts)
      expect(JSON.stringify(facts)).not.toContain('SECRET')
    })
  })

  it('[S1] who has given every number is counted, whichever numbers they are', () => {
    const session = SCENES.estimate()
    const round = must(session.state().rounds[session.round('estimates')], 'the estimate')
    if (round.kind !== 'estimates') throw new Error('no estimate')
    for (const target of round.asked ?? Object.keys(round.answers))
      for (const axis of round.axes)
        session.did('Ann', {
          type: 'estimate.put',
          round: session.round('estimates'),
          target,
          axis,
          value: 2,
        })
    const facts = publish(session.state(), 1)
    expect(facts.maps['live']).toMatchObject({ voted: { n: 1 } })
    expect(publish(withOtherSecrets(session.state()), 1)).toEqual(facts)
  })

  it('[S2] what is mine holds nothing of anybody else', () => {
    each(() => ({ session }) => {
      const state = session.state()
      for (const name of PEOPLE) {
        const person = session.person(name)
        // Whoever leads sees every card that is set aside: its words had been on the board.
        const { aside = [], ...mine } = mineOf(state, person.id)
        if (person.role !== 'facilitator')
          for (const key of ['door', 'done', 'late', 'few', 'moreTime'])
            expect(mine).not.toHaveProperty(key)
        const own = JSON.stringify(person.role === 'facilitator' ? mine : { ...mine, aside })
        for (const other of PEOPLE) if (other !== name) expect(own).not.toContain(`SECRET-${other}`)
        for (const { card, own: isOwn } of aside)
          expect(isOwn).toBe((state.aside[card]?.by ?? state.authors[card]) === person.id)
      }
    })
  })

  it('[S18] the words of a card set aside are on no board, and with nobody but their author and who leads', () => {
    each(() => ({ session }) => {
      const state = session.state()
      const board = JSON.stringify(session.doc.toJSON())
      for (const [card, { text, by }] of Object.entries(state.aside)) {
        if (text === '') continue
        expect(session.board.entry(card)?.text).toBe('')
        // Every text of a history is another one, so that it is looked for in all of them.
        expect(board).not.toContain(JSON.stringify(text))
        const author = by ?? state.authors[card]
        for (const person of Object.values(state.people)) {
          const { aside = [] } = mineOf(state, person.id)
          const sees = person.role === 'facilitator' || person.id === author
          expect(aside.some((one) => one.card === card)).toBe(sees)
        }
      }
    })
  })

  it('[S19] who asks for more time is known to themselves alone', () => {
    each(() => ({ session }) => {
      const state = session.state()
      const asked = state.moreTime ?? []
      expect(new Set(asked).size).toBe(asked.length)
      for (const person of Object.values(state.people)) {
        const { asksTime, moreTime } = mineOf(state, person.id)
        expect(asksTime).toBe(asked.includes(person.id))
        expect(moreTime).toBe(person.role === 'facilitator' ? asked.length : undefined)
      }
      expect(state.moreTime?.every((id) => state.people[id]?.left === false) ?? true).toBe(true)
    })
  })

  it('[P9] somebody leads in every history; one has the chair, and nobody takes it from who is here', () => {
    each(() => ({ session, before, name, command, ok }) => {
      const state = session.state()
      const people = Object.values(state.people)
      const leads = people.filter((person) => person.role === 'facilitator' && !person.left)
      expect(leads.length).toBeGreaterThan(0)
      const chair = people.filter((person) => person.lead === true)
      expect(chair).toHaveLength(1)
      expect(leads).toContain(chair[0])
      expect(people.filter((person) => person.standin === true).length).toBeLessThanOrEqual(1)
      expect((state.leads ?? []).length).toBeLessThanOrEqual(LEADS_KEPT)
      if (command?.type !== 'chair.take' || !ok) return
      expect(before.vacancy ?? null).not.toBeNull()
      const since = session.now() - (before.vacancy?.since ?? Infinity)
      const taker = before.people[session.person(name).id]
      expect(since).toBeGreaterThanOrEqual(taker?.standin === true ? STANDIN_AFTER : ANYONE_AFTER)
    })
  })

  it('[P20] whoever does not lead changes nothing that is led, and whoever watches only what is their own', () => {
    each(() => ({ session, before, name, command, ok }) => {
      const { role, scribe } = must(before.people[session.person(name).id], name)
      if (!ok || command === null || role === 'facilitator') return
      const own = role === 'observer' ? OF_WATCHERS : OF_PARTICIPANTS
      const may = own.has(command.type) || (scribe === true && command.type.startsWith('decision.'))
      // What changes nothing may be asked by anybody.
      if (!may) expect([name, command, session.state()]).toEqual([name, command, before])
    })
  })

  it('[K1] the fold of the events, read back from their JSON, is the state', () => {
    each(() => ({ session }) => {
      const events: Event[] = JSON.parse(JSON.stringify(session.events))
      expect(fold(session.first, events)).toEqual(session.state())
    })
  })

  it('[S3] once closed, no draft, author, ballot or single number has an owner', () => {
    fc.assert(
      fc.property(history, ({ anonymous, turns }) => {
        const session = play({ format: { ...FORMAT, anonymous } })
        begun(session)
        turns.forEach((one, n) => {
          const command = commandOf(one, n, session)
          if (command === null || command.type === 'person.role') happens(one, n, session)
          else session.does(one.who, command)
        })
        session.passes(3_000)
        const leads = Object.values(session.state().people).find(
          (person) => person.role === 'facilitator' && !person.left,
        )
        session.did(must(leads, 'who leads').name, { type: 'session.close' })
        // Words that are set aside were on the board, and may come back to it.
        const { people, aside, ...state } = session.state()
        expect(JSON.stringify(state)).not.toContain('SECRET')
        const { rounds, authors, pours, drafts, moreTime, thumbs, decisions } = state
        const kept = anonymous ? { decisions, aside } : { decisions }
        const erased = { rounds, authors, pours, drafts, moreTime, thumbs, ...kept }
        for (const person of Object.keys(people))
          expect(JSON.stringify(erased)).not.toContain(person)
      }),
      RUNS,
    )
  })
})
