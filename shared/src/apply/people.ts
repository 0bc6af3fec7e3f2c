/** Folds what happens to the people of a session: who they are, what they may do, and who has the chair. */
import type { Lead } from '../chair.ts'
import { LEADS_KEPT } from '../chair.ts'
import type { EventOf } from '../event.ts'
import { must } from '../must.ts'
import type { SessionState } from '../session.ts'
import { without } from '../without.ts'

export function joined(state: SessionState, event: EventOf<'person.joined'>): SessionState {
  return {
    ...state,
    people: { ...state.people, [event.person.id]: event.person },
    tokens: { ...state.tokens, [event.token]: event.person.id },
  }
}

export function tokenGiven(state: SessionState, event: EventOf<'token.given'>): SessionState {
  return {
    ...withPerson(state, event.person, { left: false, away: false }),
    tokens: { ...state.tokens, [event.token]: event.person },
  }
}

/** What somebody holds in their own name goes with them; what they gave stays. */
export function removed(state: SessionState, event: EventOf<'person.removed'>): SessionState {
  return {
    ...withPerson(state, event.person, { left: true }),
    tokens: without(state.tokens, (_token, person) => person === event.person),
    door: without(state.door, (_request, ask) => ask.back === event.person),
    keys: without(state.keys, (_hash, key) => key.is === 'device' && key.person === event.person),
    ready: without(state.ready, (person) => person === event.person),
    moreTime: (state.moreTime ?? []).filter((person) => person !== event.person),
    hands: state.hands.filter((person) => person !== event.person),
  }
}

/** The chair has another person; who had it stays facilitator. */
export function chairGiven(state: SessionState, event: EventOf<'chair.given'>): SessionState {
  const { is: _is, ...given } = event
  return led(state, given)
}

function led(state: SessionState, lead: Lead): SessionState {
  const facilitator = withPerson(state, lead.person, { role: 'facilitator' })
  return {
    ...facilitator,
    people: marked(facilitator.people, 'lead', lead.person),
    vacancy: null,
    leads: [...(state.leads ?? []), lead].slice(-LEADS_KEPT),
  }
}

/** The people with the mark on this one alone; null: on nobody. */
export function marked(
  people: SessionState['people'],
  mark: 'lead' | 'standin' | 'scribe',
  id: string | null,
): SessionState['people'] {
  const next: Record<string, SessionState['people'][string]> = {}
  for (const person of Object.values(people))
    next[person.id] = { ...person, [mark]: person.id === id }
  return next
}

/** The state with this much of one person changed. */
export function withPerson(
  state: SessionState,
  id: string,
  change: Partial<SessionState['people'][string]>,
): SessionState {
  const person = must(state.people[id], `person ${id}`)
  return { ...state, people: { ...state.people, [id]: { ...person, ...change } } }
}
