/** Sessions as they stand at some moment, made over the contract, for the pictures of the tour. */
import * as Y from 'yjs'
import * as z from 'zod'
import { must } from '@plenary/shared/must'
import { command, join, makeSession, post } from '../kit/http-client.ts'
import type { Answered, Joined, Made } from '../kit/http-client.ts'
import { connectPlain } from '../kit/plain-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { until } from '../kit/until.ts'
import { CATEGORIES, SAID, laneFor } from '../e2e/pre-mortem-data.ts'

export interface Person {
  readonly name: string
  readonly joined: Joined
}

/** A session with people in it; those who are here hold a connection until the cast leaves. */
export interface Cast {
  readonly base: string
  readonly made: Made
  readonly lead: Person
  readonly people: readonly Person[]
  person(name: string): Person
  /** Asks as the facilitator; throws what was refused. */
  leads(body: object): Promise<Answered>
  /** Asks as somebody; throws what was refused. */
  asks(name: string, body: object): Promise<Answered>
  /** What everybody sees, through the eyes of one who watches the document. */
  readonly eyes: PlainClient
  leave(): void
}

export interface Casting {
  formatId: string
  title: string
  names: readonly string[]
  /** Who watches. */
  observers?: readonly string[]
  setup?: object
}

export async function cast(base: string, casting: Casting): Promise<Cast> {
  const { formatId, title, names, observers = [], setup } = casting
  const leadName = 'Doris'
  const made = await makeSession(base, {
    title,
    formatId,
    name: leadName,
    ...(setup === undefined ? {} : { setup }),
  })
  const lead: Person = { name: leadName, joined: { ...made, role: 'facilitator' } }
  const people: Person[] = [lead]
  const here: PlainClient[] = []
  const sits = async ({ name, joined }: Person): Promise<PlainClient> => {
    const { sessionId, participantId, token } = joined
    const client = await connectPlain(base, sessionId, name, participantId, token)
    here.push(client)
    return client
  }
  const eyes = await sits(lead)
  for (const name of setup === undefined ? names : []) {
    const person = { name, joined: await join(base, made.joinCode, { name }) }
    people.push(person)
    await sits(person)
  }
  for (const name of observers) {
    const person = { name, joined: await join(base, made.joinCode, { name, role: 'observer' }) }
    people.push(person)
    await sits(person)
  }
  const person = (name: string): Person =>
    must(
      people.find((one) => one.name === name),
      name,
    )
  async function asks(name: string, body: object): Promise<Answered> {
    const answer = await command(base, made.sessionId, person(name).joined.token, body)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(body)}: ${answer.reason}`)
    return answer
  }
  return {
    base,
    made,
    lead,
    people,
    person,
    eyes,
    asks,
    leads: (body) => asks(leadName, body),
    leave() {
      for (const client of here) client.leave()
    },
  }
}

const PEOPLE = ['Ash', 'Cai', 'Kav', 'Naz', 'Pepe', 'Anita', 'Reuben', 'Jay'] as const
const PHASES = ['scene', 'write', 'sort', 'estimate', 'discuss', 'actions'] as const
export type Moment = 'lobby' | (typeof PHASES)[number]

const phaseOf = (eyes: PlainClient): string => JSON.stringify(eyes.fact('phase') ?? null)

/** The pre-mortem of S1 with eight people, brought to a phase; what comes before it has been done. */
export async function preMortem(base: string, moment: Moment): Promise<Cast> {
  const here = await cast(base, {
    formatId: 'pre-mortem',
    title: 'Audience Builder kick-off',
    names: PEOPLE,
    observers: ['Obi'],
  })
  const upTo = moment === 'lobby' ? 0 : PHASES.indexOf(moment) + 1
  for (const phase of PHASES.slice(0, upTo)) {
    await here.leads({ type: 'phase.go', phase, finish: true })
    await until(`the phase ${phase}`, () => phaseOf(here.eyes).includes(`"${phase}"`))
    // The last phase is shown as it stands, with some of its work begun.
    await DONE_IN[phase](here, phase === moment)
  }
  return here
}

const DONE_IN: Record<(typeof PHASES)[number], (here: Cast, begun: boolean) => Promise<void>> = {
  async scene(here) {
    await here.leads({ type: 'timer.start' })
  },
  async write(here, begun) {
    await here.leads({ type: 'timer.start' })
    for (const [n, text] of SAID.entries())
      await here.asks(must(PEOPLE[n % PEOPLE.length], 'a name'), {
        type: 'draft.put',
        draft: `d${n}`,
        section: 'reasons',
        text,
        rev: 1,
        state: begun && n === 0 ? 'open' : 'done',
      })
    for (const name of PEOPLE.slice(0, 5)) await here.asks(name, { type: 'ready', on: true })
  },
  async sort(here, begun) {
    await until('the cards', () => SAID.every((text) => here.eyes.cardBy(text) !== null))
    await here.leads({ type: 'timer.start' })
    const placed = begun ? SAID.slice(0, 6) : SAID
    for (const [n, text] of placed.entries()) {
      const lane = must(here.eyes.cardBy(laneFor(text)), laneFor(text)).id
      must(here.eyes.cardBy(text), text).card.set('place', `${lane}/a${n}`)
    }
    await here.asks('Naz', { type: 'hand.raise' })
  },
  async estimate(here, begun) {
    const round = await until('the round', () => roundOf(here, 'estimates'))
    for (const [at, name] of PEOPLE.entries())
      for (const row of CATEGORIES)
        for (const axis of ['probability', 'impact'] as const)
          await here.asks(name, {
            type: 'estimate.put',
            round,
            target: must(here.eyes.cardBy(row.name), row.name).id,
            axis,
            value: spread(row[axis], at),
          })
    if (!begun) await here.leads({ type: 'estimate.reveal', round })
  },
  async discuss(here) {
    const topics = CATEGORIES.slice(0, 3).map(({ name }) => ({
      target: must(here.eyes.cardBy(name), name).id,
      minutes: 5,
    }))
    await here.leads({ type: 'queue.set', topics })
    await here.leads({ type: 'queue.start', target: must(topics[0], 'a topic').target })
    here.eyes.addCard('Support hears of it first', 'notes/a0', { kind: 'note' })
    here.eyes.addCard('Who tells the clients?', 'parking/a0', { kind: 'note' })
  },
  async actions(here) {
    const naz = here.person('Naz').joined.participantId
    here.eyes.addCard('Interview three client teams', 'actions/a0', {
      kind: 'action',
      owner: naz,
      due: '2026-03-20',
      ticket: 'AUD-31',
    })
    here.eyes.addCard('Write one page on how to read a score', 'actions/a1', { kind: 'action' })
    await until('the actions', () => here.eyes.cardBy('Interview three client teams'))
  },
}

/** Numbers around the given one, within 1 to 3; the eighth person keeps the average near it. */
function spread(value: number, at: number): number {
  const off = [0, 0.5, -0.5, 0, 0.5, -0.5, 0, 0][at] ?? 0
  return Math.min(3, Math.max(1, value + off))
}

/** The id of the newest round of this kind. */
export function roundOf(here: Cast, kind: 'dots' | 'estimates' | 'poll'): string | null {
  const keys = [...here.eyes.session().keys()].filter((key) => key.startsWith('round:'))
  const key = keys.findLast((one) => JSON.stringify(here.eyes.fact(one)).includes(`"${kind}"`))
  return key?.slice('round:'.length) ?? null
}

/** A group is nobody's, so it carries no author. Returns its id. */
export function addGroup(here: Cast, name: string, section: string): string {
  return addUnsigned(here, { kind: 'group', place: `${section}/a5` }, name)
}

/** What carries no author: groups and connectors. Returns its id. */
function addUnsigned({ eyes }: Cast, fields: Record<string, string>, text: string): string {
  const id = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
  eyes.doc.transact(() => {
    const entry = new Y.Map<unknown>()
    for (const [field, value] of Object.entries(fields)) entry.set(field, value)
    entry.set('text', new Y.Text(text))
    eyes.cards().set(id, entry)
  })
  return id
}

const NOTES = [
  ['Laptops come late', 48, 72],
  ['No badge on day one', 272, 72],
  ['Nobody to ask', 560, 96],
  ['The wiki is old, and whoever wrote it has left', 600, 300],
  ['A buddy for the first month', 64, 340],
  ['Two lists of accounts', 282, 380],
] as const

/** A free wall with a group, two connectors and two notes that lie close together; or while people vote on it. */
export async function openBoard(base: string, moment: 'board' | 'vote'): Promise<Cast> {
  const names = PEOPLE.slice(0, 4)
  const here = await cast(base, { formatId: 'open-board', title: 'Onboarding', names })
  await here.leads({ type: 'phase.go', phase: 'board' })
  const ids = new Map<string, string>()
  for (const [n, [text, x, y]] of NOTES.entries()) {
    const name = must(names[n % names.length], 'a name')
    await here.asks(name, { type: 'card.add', text, to: 'board', at: { x, y } })
    const { id } = await until(text, () => here.eyes.cardBy(text))
    ids.set(text, id)
  }
  const idOf = (n: number) => must(ids.get(must(NOTES[n], 'a note')[0]), 'its id')
  const group = addGroup(here, 'Before the first day', 'board')
  for (const [text] of NOTES.slice(0, 2))
    must(here.eyes.cardBy(text), text).card.set('group', group)
  const links: [number, number, string][] = [
    [2, 3, 'so they look here'],
    [4, 2, ''],
  ]
  for (const [n, [from, to, text]] of links.entries())
    addUnsigned(here, { kind: 'link', place: `board/a${n}`, from: idOf(from), to: idOf(to) }, text)
  if (moment === 'board') return here
  await here.leads({ type: 'phase.go', phase: 'vote', finish: true })
  const round = await until('the vote', () => roundOf(here, 'dots'))
  for (const target of [group, group, idOf(3)])
    await here.asks('Ash', { type: 'dot.add', round, target })
  return here
}

/** S3 while people vote, or after the close. */
export async function twoPluses(base: string, moment: 'list' | 'vote' | 'tallied'): Promise<Cast> {
  const here = await cast(base, {
    formatId: 'two-pluses',
    title: 'Sprint 14',
    names: PEOPLE.slice(0, 6),
  })
  await here.leads({ type: 'phase.go', phase: 'list' })
  for (const [n, text] of ['Deploys', 'On-call', 'Reviews', 'Docs', 'Flaky tests'].entries())
    await here.asks(must(PEOPLE[n], 'a name'), { type: 'card.add', text, to: 'topics' })
  if (moment === 'list') return here
  await here.leads({ type: 'phase.go', phase: 'vote', finish: true })
  const round = await until('the vote', () => roundOf(here, 'dots'))
  for (const [n, name] of PEOPLE.slice(0, 5).entries())
    for (const text of [n < 3 ? 'Deploys' : 'Docs', 'On-call']) {
      const card = await until(text, () => here.eyes.cardBy(text))
      await here.asks(name, { type: 'dot.add', round, target: card.id })
    }
  if (moment === 'tallied') await here.leads({ type: 'round.close', round })
  return here
}

const link = z.object({ url: z.string() })

/** A test seat, as whoever leads opens one. */
export async function testSeat({ base, made }: Cast): Promise<void> {
  const seats = `${base}/api/sessions/${made.sessionId}/test-seats`
  const { url } = link.parse(await (await post(seats, {}, made.token)).json())
  await join(base, made.sessionId, { key: url.split('#key=')[1] ?? '' })
}

/** A retrospective at its first question; two of four have answered. */
export async function retrospective(base: string, open: boolean): Promise<Cast> {
  const names = ['Ash', 'Cai', 'Kav']
  const here = await cast(base, { formatId: 'start-stop', title: 'Hack day retrospective', names })
  await here.leads({ type: 'phase.go', phase: 'check-in' })
  const round = await until('the question', () => roundOf(here, 'poll'))
  for (const [n, name] of ['Ash', 'Kav'].entries())
    await here.asks(name, { type: 'dot.add', round, target: `arrival-${n + 1}` })
  if (!open) await here.leads({ type: 'round.close', round })
  return here
}
