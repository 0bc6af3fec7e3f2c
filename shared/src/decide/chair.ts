/** Commands about the chair: handed over, shared, taken when it is empty; and who stands in. */
import { handRefusal, takeRefusal } from '../chair.ts'
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { Event } from '../event.ts'
import { own } from '../own.ts'
import type { SessionState } from '../session.ts'

/** The person of that id who has not left, or undefined. */
function present(state: SessionState, id: string) {
  const person = own(state.people, id)
  return person === undefined || person.left ? undefined : person
}

/** Another person leads from now on; whoever led stays facilitator beside them. */
export function hand(
  state: SessionState,
  command: CommandOf<'chair.hand'>,
  { person: giver, now }: Context,
): Decided {
  const person = present(state, command.person)
  if (person === undefined) return refuse('no-such-person')
  if (person.lead === true) return decided([])
  const isHere = Object.values(state.people).some(
    (one) => one.lead === true && !one.left && !one.away,
  )
  const refusal = handRefusal(giver, isHere)
  if (refusal !== null) return refuse(refusal)
  return decided([{ is: 'chair.given', person: person.id, at: now, how: 'handed' }])
}

/** One more facilitator, who keeps what they give and what they may vote. */
export function share(state: SessionState, command: CommandOf<'chair.share'>): Decided {
  const person = present(state, command.person)
  if (person === undefined) return refuse('no-such-person')
  if (person.role === 'facilitator') return decided([])
  const { id, takesPart } = person
  return decided([{ is: 'person.role', person: id, role: 'facilitator', takesPart }])
}

export function take(state: SessionState, { person, now }: Context): Decided {
  if (state.status === 'closed') return refuse('closed')
  const refusal = takeRefusal(person, state.vacancy ?? null)
  if (refusal !== null) return refuse(refusal)
  return decided([{ is: 'chair.given', person: person.id, at: now, how: 'took' }])
}

export function standin(state: SessionState, command: CommandOf<'chair.standin'>): Decided {
  if (command.person !== null && present(state, command.person) === undefined)
    return refuse('no-such-person')
  return decided([{ is: 'standin.set', person: command.person }])
}

/** When this person leads no more, the chair goes to the facilitator who sees to it. */
export function passedOn(
  state: SessionState,
  leaving: string,
  { person, now }: Pick<Context, 'person' | 'now'>,
): Event[] {
  if (own(state.people, leaving)?.lead !== true) return []
  const others = Object.values(state.people).filter(
    (one) => one.role === 'facilitator' && !one.left && one.id !== leaving,
  )
  const next = others.find((one) => one.id === person.id) ?? others[0]
  return next === undefined ? [] : [{ is: 'chair.given', person: next.id, at: now, how: 'handed' }]
}

/** The events of a facilitator's coming or going; `led`: one of them is connected, `here`: somebody is. */
export function chairSeen(
  state: SessionState,
  { led, here, now }: { led: boolean; here: boolean; now: number },
): Event[] {
  const vacant = !led && here && (state.status === 'running' || state.status === 'lobby')
  if (vacant === ((state.vacancy ?? null) !== null)) return []
  if (!vacant) return [{ is: 'chair.filled' }]
  const leads = Object.values(state.people).filter((one) => one.role === 'facilitator')
  const by = leads.find((one) => one.lead === true) ?? leads[0]
  return [{ is: 'chair.emptied', by: by?.id ?? '', at: now }]
}
