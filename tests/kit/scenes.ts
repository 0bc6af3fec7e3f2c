/** Sessions brought to a point where a rule can be asked: one function for each scene. */
import { makeEdit } from '@plenary/shared/board'
import type { Command } from '@plenary/shared/command'
import { GRACE } from '@plenary/shared/setting'
import { formatNamed, play } from './play.ts'
import type { Play } from './play.ts'

function preMortem(...steps: [string, Command][]): Play {
  const session = play({ format: formatNamed('pre-mortem') })
  for (const [name, command] of steps) session.did(name, command)
  return session
}

const draft = (id: string, text: string, state: 'open' | 'done' = 'done'): Command => ({
  type: 'draft.put',
  draft: id,
  section: 'reasons',
  text,
  rev: 1,
  state,
})

/** Anonymous: Ann and Ben have drafts. */
function write(): Play {
  return preMortem(
    ['Fay', { type: 'phase.go', phase: 'write' }],
    ['Ann', draft('ann-1', 'Nobody tested it')],
    ['Ben', draft('ben-1', 'The budget ran out')],
    ['Ben', draft('ben-2', 'Not finished', 'open')],
  )
}

/** Anonymous: the drafts are poured. */
function sort(): Play {
  const session = write()
  session.did('Fay', { type: 'phase.go', phase: 'sort', finish: true })
  session.passes(3_000)
  return session
}

/** Ann's card is set aside. */
function aside(): Play {
  const session = sort()
  session.did('Fay', { type: 'card.aside', card: session.card('Nobody tested it').id })
  return session
}

/** In the first lane the group "Tests" of one card, in the second "Money" of one. */
function grouped(): Play {
  const session = sort()
  const put: [string, string, number][] = [
    ['Tests', 'Nobody tested it', 0],
    ['Money', 'The budget ran out', 1],
  ]
  for (const [name, text, at] of put) {
    const id = session.dice.id()
    const card = session.card(text).id
    const lane = session.lanes()[at]?.id ?? ''
    session.doc.transact(
      () => {
        makeEdit(session.doc, { do: 'put', id, kind: 'group', text: name, place: 'reasons/a0' })
        makeEdit(session.doc, { do: 'set', id: card, field: 'group', value: id })
        makeEdit(session.doc, { do: 'set', id: card, field: 'place', value: `${lane}/a0` })
      },
      { by: 'scene' },
    )
  }
  return session
}

function estimate(): Play {
  const session = sort()
  session.did('Fay', { type: 'phase.go', phase: 'estimate' })
  return session
}

function discuss(): Play {
  const session = estimate()
  session.did('Fay', { type: 'phase.go', phase: 'discuss' })
  return session
}

/** Named, with a facilitator who does not take part: Ann's topic "Tests", Ben's "Docs". */
function list(): Play {
  const session = play({ format: formatNamed('two-pluses') })
  session.did('Fay', { type: 'phase.go', phase: 'list' })
  session.did('Ann', { type: 'card.add', text: 'Tests', to: 'topics' })
  session.did('Ben', { type: 'card.add', text: 'Docs', to: 'topics' })
  return session
}

function vote(): Play {
  const session = list()
  session.did('Fay', { type: 'phase.go', phase: 'vote' })
  return session
}

function queued(): Play {
  const session = discuss()
  const topics = session.lanes().map(({ id }) => ({ target: id, minutes: 5 }))
  session.did('Fay', { type: 'queue.set', topics })
  return session
}

/** The first topic is talked about, with four of its five minutes left. */
function talking(): Play {
  const session = queued()
  session.did('Fay', { type: 'queue.next' })
  session.passes(60_000)
  return session
}

export const SCENES = {
  setup: () => play({ format: formatNamed('pre-mortem'), setup: true }),
  /** Fay tries the session out with a test seat. */
  rehearsal() {
    const session = play({
      format: formatNamed('pre-mortem'),
      setup: true,
      participants: [],
      observers: [],
    })
    const person = { ...session.person('Fay'), id: 'test', name: 'Test 1', lead: false, test: true }
    session.happened({
      is: 'person.joined',
      person: { ...person, role: 'participant' },
      token: 'token-of-test',
    })
    session.did('Fay', { type: 'phase.go', phase: 'write' })
    session.did('Test 1', draft('test-1', 'Only a rehearsal'))
    return session
  },
  lobby: () => preMortem(),
  brief: () => preMortem(['Fay', { type: 'phase.go', phase: 'scene' }]),
  write,
  revealing() {
    const session = write()
    session.did('Fay', { type: 'reveal' })
    return session
  },
  sort,
  aside,
  grouped,
  locked() {
    const session = sort()
    session.did('Fay', { type: 'session.lock', cards: true })
    session.passes(GRACE + 1)
    return session
  },
  full() {
    const session = play({ format: formatNamed('dot-vote'), limits: { cards: 1, people: 10 } })
    session.did('Fay', { type: 'phase.go', phase: 'propose' })
    session.did('Ann', { type: 'card.add', text: 'The only one', to: 'ideas' })
    return session
  },
  laneless() {
    const session = sort()
    for (const lane of session.lanes()) session.did('Fay', { type: 'lane.remove', lane: lane.id })
    return session
  },
  estimate,
  estimated() {
    const session = estimate()
    session.did('Fay', { type: 'estimate.reveal', round: session.round('estimates') })
    return session
  },
  discuss,
  queued,
  talking,
  /** Its time is up. */
  overtime() {
    const session = talking()
    session.passes(4 * 60_000)
    return session
  },
  decided() {
    const session = discuss()
    session.did('Fay', { type: 'decision.add', text: 'A' })
    return session
  },
  list,
  vote,
  voted() {
    const session = vote()
    const round = session.round('dots')
    for (const text of ['Tests', 'Docs'])
      session.did('Ann', { type: 'dot.add', round, target: session.card(text).id })
    return session
  },
  counted() {
    const session = vote()
    session.did('Fay', { type: 'round.close', round: session.round('dots') })
    return session
  },
  /** Live dots, at most two on one card, and Ann has two on "Bikes". */
  capped() {
    const session = play({ format: formatNamed('dot-vote') })
    session.did('Fay', { type: 'phase.go', phase: 'propose' })
    session.did('Ann', { type: 'card.add', text: 'Bikes', to: 'ideas' })
    session.did('Fay', { type: 'phase.go', phase: 'vote' })
    const [round, target] = [session.round('dots'), session.card('Bikes').id]
    session.did('Ann', { type: 'dot.add', round, target })
    session.did('Ann', { type: 'dot.add', round, target })
    return session
  },
  door() {
    const session = write()
    session.asksAtDoor('Dee')
    return session
  },
  closed() {
    const session = sort()
    session.did('Fay', { type: 'session.close' })
    return session
  },
} satisfies Record<string, () => Play>

export type Scene = keyof typeof SCENES
