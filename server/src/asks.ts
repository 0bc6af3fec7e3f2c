/** Takes what HTTP asks inside a tick. What is read from the board is read after the transaction, see `reads`. */
import {
  DEVICE_KEY_LIFE,
  admit,
  makeSession,
  redeem,
  staleKeys,
  stopAsking,
} from '@plenary/shared/admission'
import type { Admission, Coming } from '@plenary/shared/admission'
import { makeEdit } from '@plenary/shared/board'
import { restsSince } from '@plenary/shared/due'
import { placeAt } from '@plenary/shared/entry'
import { must } from '@plenary/shared/must'
import { seenPast } from '@plenary/shared/past'
import { keysAfter } from '@plenary/shared/order'
import { refusalFor } from '@plenary/shared/permission'
import { settingFor } from '@plenary/shared/setting'
import { dice, hashOf, newSecret } from './dice.ts'
import { takeCommand } from './frames.ts'
import { isSeated } from '@plenary/shared/person'
import { personOf } from './identity.ts'
import type { Memory } from './memory.ts'
import type { Meter } from './metrics.ts'
import type { AnswerBody } from './record.ts'
import type { Ask, Reply } from './requests.ts'
import { SEATS_EACH, SEATS_MAX, SEATS_RESERVED, WRITING_SEATS_MAX } from './seats.ts'
import type { Seat } from './seats.ts'
import type { Tick } from './tick.ts'

interface Taking {
  sessionId: string
  tick: Tick
  /** People who were connected and are no longer. */
  dropped: ReadonlySet<string>
  meter: Meter
}

/** The answer, or 'board' / 'report' when it must be read once the transaction is over. */
export function takeAsk(ask: Ask, taking: Taking): Reply | 'board' | 'report' {
  const { tick } = taking
  const { memory } = tick
  if (ask.is === 'make') return make(ask, taking)
  if (memory.state === null) return { is: 'unknown' }
  switch (ask.is) {
    case 'summary':
      return summary(taking)
    case 'join': {
      const { name, role, apart, request } = ask
      const newcomer = { name, role, apart, ...(request === undefined ? {} : { request }) }
      return admitted(taking, (coming) => admit(tick.state, newcomer, coming))
    }
    case 'stop asking':
      tick.happened(...stopAsking(tick.state, ask.request))
      return { is: 'asks no more' }
    case 'redeem': {
      const { key, name } = ask
      return admitted(taking, (coming) => redeem(tick.state, hashOf(key), name, coming))
    }
    case 'known':
      return { is: personOf(tick, ask.token) === null ? 'unknown' : 'known' }
    case 'seat': {
      const person = personOf(tick, ask.token)
      if (person === null) return { is: 'unknown' }
      const seat = seatFor(tick, person)
      return seat === null
        ? { is: 'no', reason: 'too-many-seats' }
        : { is: 'seat', seat, at: tick.now }
    }
    case 'device': {
      const person = personOf(tick, ask.token)
      if (person === null) return { is: 'unknown' }
      const key = newSecret()
      const until = tick.now + DEVICE_KEY_LIFE
      tick.happened(...staleKeys(tick.state, tick.now))
      tick.happened({ is: 'key.made', hash: hashOf(key), key: { is: 'device', person, until } })
      return { is: 'device', key }
    }
    case 'test seat': {
      const person = personOf(tick, ask.token)
      if (person === null) return { is: 'unknown' }
      const refusal = refusalFor(
        must(tick.state.people[person], 'the person'),
        'lead',
        settingFor(tick.state),
      )
      if (refusal !== null) return { is: 'no', reason: refusal }
      const key = newSecret()
      const until = tick.now + DEVICE_KEY_LIFE
      tick.happened(...staleKeys(tick.state, tick.now))
      tick.happened({ is: 'key.made', hash: hashOf(key), key: { is: 'test', until } })
      return { is: 'device', key }
    }
    case 'command': {
      const person = personOf(tick, ask.token)
      if (person === null) return { is: 'unknown' }
      const answer = takeCommand(person, ask.body, taking)
      return answered(answer)
    }
    case 'history':
      return personOf(tick, ask.token) === null
        ? { is: 'unknown' }
        : { is: 'history', points: tick.state.points ?? [] }
    case 'past': {
      const person = personOf(tick, ask.token)
      if (person === null) return { is: 'unknown' }
      const point = tick.state.points?.find(({ id }) => id === ask.point)
      const past = memory.past.get(ask.point)
      if (point === undefined || past === undefined) return { is: 'no', reason: 'no-such-point' }
      const leads = tick.state.people[person]?.role === 'facilitator'
      const seen = seenPast(past.entries, { point, state: tick.state, board: memory.board, leads })
      return { is: 'past', point, entries: seen }
    }
    case 'expire':
      if (tick.count > 0 || restsSince(tick.state, memory.changedAt ?? -Infinity) >= ask.before)
        return { is: 'later' }
      tick.happened({ is: 'session.deleted' })
      return { is: 'none' }
    case 'board':
    case 'report':
      return personOf(tick, ask.token) === null ? { is: 'unknown' } : ask.is
  }
}

/** The answer to a command over HTTP, which needs no id; null: no honest client asks that. */
export function answered(answer: (AnswerBody & { id: string }) | null): Reply {
  if (answer === null)
    return { is: 'malformed', message: 'This is no command, or one of its fields is not.' }
  const { id: _id, ...body } = answer
  return { is: 'answer', answer: body }
}

/** A seat, or null when there is none left for this person. */
function seatFor(tick: Tick, person: string): Seat | null {
  const { memory, state } = tick
  const leads = state.people[person]?.role === 'facilitator'
  if (!hasRoom(memory, leads) || memory.seats.countOf(person) >= SEATS_EACH) return null
  const { seat, row } = memory.seats.issue(person, memory.epoch)
  tick.seated(row)
  return seat
}

/** Some seats are kept for whoever leads, so that a session that is full can still be led. */
function hasRoom({ doc, seats }: Memory, leads: boolean): boolean {
  const reserve = leads ? SEATS_RESERVED : 0
  return doc.store.clients.size < WRITING_SEATS_MAX + reserve && seats.size < SEATS_MAX + reserve
}

function admitted(
  { tick, dropped, meter }: Taking,
  admission: (coming: Coming) => Admission,
): Reply {
  const token = newSecret()
  const { now, limits } = tick
  const result = admission({ token: hashOf(token), dropped, now, dice, limits })
  switch (result.is) {
    case 'no':
      meter.refused(result.reason)
      tick.happened(...(result.events ?? []))
      return { is: 'no', reason: result.reason }
    case 'asked':
      tick.happened(...result.events)
      return { is: 'asked', request: result.request, back: result.back }
    case 'in': {
      // Before anything has happened: whoever gets no seat has not come in, and has used no link.
      if (!hasRoom(tick.memory, result.role === 'facilitator'))
        return { is: 'no', reason: 'too-many-seats' }
      tick.happened(...result.events)
      const seat = seatFor(tick, result.person)
      if (seat === null) return { is: 'no', reason: 'too-many-seats' }
      return { is: 'in', person: result.person, token, role: result.role, seat }
    }
  }
}

function make(ask: Extract<Ask, { is: 'make' }>, { sessionId, tick }: Taking): Reply {
  const [token, hostKey] = [newSecret(), newSecret()]
  const made = makeSession({
    ...ask,
    id: sessionId,
    token: hashOf(token),
    hostKey: hashOf(hostKey),
    now: tick.now,
    dice,
  })
  if (made === null) return { is: 'no', reason: 'empty-name' }
  tick.happened({ is: 'session.made', state: made.state })
  for (const section of ask.format.sections) {
    if (section.kind !== 'columns') continue
    const keys = keysAfter(null, section.lanes.length)
    section.lanes.forEach((text, index) =>
      makeEdit(tick.memory.doc, {
        do: 'put',
        id: dice.id(),
        kind: 'lane',
        text,
        place: placeAt(section.id, keys[index] ?? ''),
      }),
    )
  }
  const seat = seatFor(tick, made.person)
  if (seat === null) return { is: 'no', reason: 'too-many-seats' }
  return { is: 'made', person: made.person, token, hostKey, joinCode: ask.joinCode, seat }
}

/** What a join page may show, nothing more. */
function summary({ sessionId, tick, dropped }: Taking): Reply {
  const { state } = tick
  const people = Object.values(state.people)
  const leads = people.filter(
    (person) => refusalFor(person, 'lead', { ...settingFor(state), status: 'running' }) === null,
  )
  return {
    is: 'summary',
    summary: {
      sessionId,
      title: state.title,
      formatId: state.format.id,
      status: state.status,
      locked: state.locked,
      facilitator: (leads.find((person) => person.lead === true) ?? leads[0])?.name ?? '',
      here: people.filter((person) => isSeated(person) && !dropped.has(person.id)).length,
    },
  }
}
