/** Coming in: by code, by link, at a locked door, under the name of somebody who dropped out or was removed. */
import type { Dice, Limits } from './decision.ts'
import type { Event } from './event.ts'
import type { Format } from './format.ts'
import { freshSession, stepsOf } from './fresh-session.ts'
import { freeName, isNameTaken, nameKey } from './name-key.ts'
import { own } from './own.ts'
import type { Person, Role } from './person.ts'
import { COLOURS, tidyName } from './person.ts'
import type { Refusal } from './refusal.ts'
import { NO_PLAN } from './plan.ts'
import type { DoorRequest, SessionState } from './session.ts'

/** A device link works once and for this long. Milliseconds. */
export const DEVICE_KEY_LIFE = 10 * 60_000
/** Requests that may wait at a locked door, and how long one waits. Milliseconds. */
export const DOOR_MAX = 100
export const DOOR_WAIT = 10 * 60_000

export type Admission =
  | { is: 'in'; person: string; role: Role; events: Event[] }
  /** `back`: under the name of somebody who dropped out and may come back as themselves. */
  | { is: 'asked'; request: string; back: boolean; events: Event[] }
  | { is: 'no'; reason: Refusal; events?: Event[] }

export interface Newcomer {
  name: string
  role: 'participant' | 'observer'
  /** Rather asks for another name than being given a number behind one that somebody here has. */
  apart?: boolean
  /** Asked before, and asks again. */
  request?: string
}

interface Making {
  id: string
  title: string
  format: Format
  name: string
  joinCode: string
  /** Starts in set-up: only facilitators may enter until it is opened. */
  setup: { anonymous?: boolean | undefined; takesPart?: boolean | undefined } | null
  token: string
  hostKey: string
  now: number
  dice: Dice
}

/** A new session with its maker as facilitator; null when the name is empty. */
export function makeSession(making: Making): { state: SessionState; person: string } | null {
  const { id, format, now, dice } = making
  const name = tidyName(making.name)
  if (name === '') return null
  const maker: Person = {
    id: dice.id(),
    name,
    role: 'facilitator',
    colour: 1,
    takesPart: making.setup?.takesPart ?? !format.neutral,
    left: false,
    away: false,
    lead: true,
  }
  const state = freshSession(
    {
      id,
      title: tidyName(making.title) || format.title,
      format,
      status: making.setup === null ? 'lobby' : 'setup',
      joinCode: making.joinCode,
      anonymous: making.setup?.anonymous ?? format.anonymous,
      createdAt: now,
      people: { [maker.id]: maker },
      leads: [{ person: maker.id, at: now, how: 'began' }],
      tokens: { [making.token]: maker.id },
      keys: { [making.hostKey]: { is: 'host' } },
      plan: NO_PLAN,
    },
    stepsOf(format),
  )
  return { state, person: maker.id }
}

/** Whether the session takes people by its code at all. */
function takesNewcomers(state: SessionState): boolean {
  return state.status === 'lobby' || state.status === 'running'
}

export interface Coming {
  /** Hash of the token that is given when they get in. */
  token: string
  /** People who were connected and are no longer. */
  dropped: ReadonlySet<string>
  now: number
  dice: Dice
  limits: Limits
}

/** Lets a newcomer in, or has a facilitator asked, or says why not. */
export function admit(state: SessionState, newcomer: Newcomer, coming: Coming): Admission {
  if (newcomer.request !== undefined) return admitAgain(state, newcomer.request, coming)
  const name = tidyName(newcomer.name)
  if (name === '') return { is: 'no', reason: 'empty-name' }
  if (!takesNewcomers(state)) return { is: 'no', reason: 'not-open' }
  const key = nameKey(name)
  const namesakes = Object.values(state.people).filter((person) => nameKey(person.name) === key)
  const back = namesakes.find(({ id, left }) => !left && coming.dropped.has(id))
  if (back === undefined && newcomer.apart === true && isNameTaken(state, name, null))
    return { is: 'no', reason: 'name-taken' }
  // Who was removed does not come back through an open door under the same name.
  const asks = state.locked || back !== undefined || namesakes.some(({ left }) => left)
  if (!asks) return join(state, name, newcomer.role, coming)
  return knock(state, { name, role: newcomer.role, back: back?.id ?? null }, coming)
}

/** Asks at the door. Who has waited too long is forgotten, so that the door cannot be filled up for ever. */
function knock(
  state: SessionState,
  asking: Pick<DoorRequest, 'name' | 'role' | 'back'>,
  { now, dice }: Coming,
): Admission {
  const stale = Object.keys(state.door).filter(
    (request) => now - (state.door[request]?.at ?? 0) > DOOR_WAIT,
  )
  if (Object.keys(state.door).length - stale.length >= DOOR_MAX)
    return { is: 'no', reason: 'door-full' }
  const request = dice.id()
  return {
    is: 'asked',
    request,
    back: asking.back !== null,
    events: [
      ...stale.map((one): Event => ({ is: 'door.done', request: one })),
      { is: 'door.asked', request, ask: { ...asking, at: now, is: 'asked' } },
    ],
  }
}

function admitAgain(state: SessionState, request: string, coming: Coming): Admission {
  const ask = own(state.door, request)
  if (ask === undefined) return { is: 'no', reason: 'no-such-request' }
  const done: Event = { is: 'door.done', request }
  // Nobody is left who could open: better an end than a wait for ever.
  if (state.status === 'closed') return { is: 'no', reason: 'not-open', events: [done] }
  switch (ask.is) {
    case 'asked':
      return { is: 'asked', request, back: ask.back !== null, events: [] }
    case 'refused':
      return { is: 'no', reason: 'door-refused', events: [done] }
    case 'admitted': {
      const back = ask.back === null ? undefined : own(state.people, ask.back)
      if (back === undefined) return join(state, ask.name, ask.role, coming, { before: [done] })
      return {
        is: 'in',
        person: back.id,
        role: back.role,
        events: [done, { is: 'token.given', person: back.id, token: coming.token }],
      }
    }
  }
}

/** Whoever asked to come in does so no more: the request leaves the list of those who lead. */
export function stopAsking(state: SessionState, request: string): Event[] {
  return own(state.door, request) === undefined ? [] : [{ is: 'door.done', request }]
}

function join(
  state: SessionState,
  name: string,
  role: Role,
  { token, dice, limits }: Coming,
  { before = [], test = false }: { before?: Event[]; test?: boolean } = {},
): Admission {
  if (Object.values(state.people).filter((person) => !person.left).length >= limits.people)
    return { is: 'no', reason: 'too-many-people' }
  const person: Person = {
    id: dice.id(),
    name: freeName(state, name),
    role,
    colour: (Object.keys(state.people).length % COLOURS) + 1,
    takesPart: role === 'participant' || (role === 'facilitator' && !state.format.neutral),
    left: false,
    away: false,
    ...(test ? { test } : {}),
  }
  const events: Event[] = [...before, { is: 'person.joined', person, token }]
  if (!test && isStandin(state, name)) events.push({ is: 'standin.set', person: person.id })
  return { is: 'in', person: person.id, role, events }
}

/** Whether a newcomer of this name is the stand-in who was named at set-up, and nobody is it yet. */
function isStandin({ plan, people }: SessionState, name: string): boolean {
  return (
    plan.standin !== '' &&
    nameKey(plan.standin) === nameKey(name) &&
    Object.values(people).every((person) => person.left || person.standin !== true)
  )
}

/** Redeems the secret of a host link (again and again) or of a device link (once, and not for long). */
export function redeem(
  state: SessionState,
  key: string,
  name: string | undefined,
  coming: Coming,
): Admission {
  const link = own(state.keys, key)
  if (link === undefined) return { is: 'no', reason: 'key-used' }
  if (link.is === 'test') {
    if (link.until < coming.now) return { is: 'no', reason: 'key-used' }
    const before: Event[] = [{ is: 'key.used', hash: key }]
    const number = Object.values(state.people).filter(({ test }) => test === true).length + 1
    return join(state, `Test ${number}`, 'participant', coming, { before, test: true })
  }
  if (link.is === 'host') {
    // Whoever leads has come back, so a session that was paused because it was empty goes on.
    const before: Event[] =
      state.status === 'paused' ? [{ is: 'session.reopened', at: coming.now }] : []
    return join(state, tidyName(name ?? '') || 'Host', 'facilitator', coming, { before })
  }
  const person = own(state.people, link.person)
  if (link.until < coming.now || person === undefined || person.left)
    return { is: 'no', reason: 'key-used' }
  return {
    is: 'in',
    person: person.id,
    role: person.role,
    events: [
      { is: 'key.used', hash: key },
      { is: 'token.given', person: person.id, token: coming.token },
    ],
  }
}

/** Device links that are too old, to be forgotten when a new one is made. */
export function staleKeys(state: SessionState, now: number): Event[] {
  return Object.entries(state.keys)
    .filter(([, link]) => link.is !== 'host' && link.until < now)
    .map(([hash]) => ({ is: 'key.used', hash }))
}
