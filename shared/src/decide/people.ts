/** Commands about the session itself and the people in it. */
import type { CommandOf } from '../command.ts'
import { CHECK_INS_MAX, daysInOrder } from '../day.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { Event } from '../event.ts'
import { isNameTaken } from '../name-key.ts'
import { tidyName } from '../person.ts'
import { refusalFor } from '../permission.ts'
import { settingFor } from '../setting.ts'
import type { SessionState } from '../session.ts'
import { own } from '../own.ts'
import { passedOn } from './chair.ts'

export function setup(
  state: SessionState,
  command: CommandOf<'session.setup'>,
  { person }: Context,
): Decided {
  if (state.status !== 'setup') return refuse('not-now')
  const events: Event[] = [
    {
      is: 'session.set-up',
      anonymous: command.anonymous ?? state.anonymous,
      person: person.id,
      takesPart: command.takesPart ?? person.takesPart,
    },
  ]
  const title = tidyName(command.title ?? state.title)
  if (title !== '' && title !== state.title) events.push({ is: 'session.renamed', title })
  return decided(events)
}

export function open(state: SessionState): Decided {
  return state.status === 'setup' ? decided([{ is: 'session.opened' }]) : decided([])
}

export function renameSession(_state: SessionState, command: CommandOf<'session.rename'>): Decided {
  const title = tidyName(command.title)
  return title === '' ? refuse('empty-name') : decided([{ is: 'session.renamed', title }])
}

export function lock(
  state: SessionState,
  command: CommandOf<'session.lock'>,
  { now, person }: Context,
): Decided {
  const events: Event[] = []
  if (command.door !== undefined && command.door !== state.locked)
    events.push({ is: 'door.locked', locked: command.door })
  if (command.cards !== undefined && command.cards !== state.cardsLocked.on)
    events.push({ is: 'cards.locked', locked: command.cards, at: now, by: person.id })
  return decided(events)
}

export function rename(
  state: SessionState,
  command: CommandOf<'person.rename'>,
  { person }: Context,
): Decided {
  const name = tidyName(command.name)
  if (person.left) return refuse('no-such-person')
  if (state.status === 'closed') return refuse('closed')
  if (name === '') return refuse('empty-name')
  if (isNameTaken(state, name, person.id)) return refuse('name-taken')
  return decided([{ is: 'person.renamed', person: person.id, name }])
}

function facilitators(state: SessionState): string[] {
  return Object.values(state.people)
    .filter((person) => person.role === 'facilitator' && !person.left)
    .map((person) => person.id)
}

export function remove(
  state: SessionState,
  command: CommandOf<'person.remove'>,
  context: Context,
): Decided {
  const person = own(state.people, command.person)
  if (person === undefined || person.left) return refuse('no-such-person')
  if (facilitators(state).every((id) => id === person.id)) return refuse('last-facilitator')
  return decided([
    ...passedOn(state, person.id, context),
    { is: 'person.removed', person: person.id },
  ])
}

export function role(
  state: SessionState,
  command: CommandOf<'person.role'>,
  context: Context,
): Decided {
  const person = own(state.people, command.person)
  if (person === undefined || person.left) return refuse('no-such-person')
  if (command.role !== 'facilitator' && facilitators(state).every((id) => id === person.id))
    return refuse('last-facilitator')
  const takesPart =
    command.role === 'participant' || (command.role === 'facilitator' && !state.format.neutral)
  const passed = command.role === 'facilitator' ? [] : passedOn(state, person.id, context)
  return decided([
    ...passed,
    { is: 'person.role', person: person.id, role: command.role, takesPart },
  ])
}

export function admit(state: SessionState, command: CommandOf<'person.admit'>): Decided {
  if (own(state.door, command.request)?.is !== 'asked') return refuse('no-such-request')
  return decided([{ is: 'door.answered', request: command.request, admit: command.admit }])
}

export function hand(
  state: SessionState,
  command: CommandOf<'hand.raise'> | CommandOf<'hand.lower'>,
  { person }: Context,
): Decided {
  const up = command.type === 'hand.raise'
  const whose = command.type === 'hand.lower' ? (command.person ?? person.id) : person.id
  if (whose !== person.id) {
    const refusal = refusalFor(person, 'lead', settingFor(state))
    if (refusal !== null) return refuse(refusal)
  }
  return state.hands.includes(whose) === up
    ? decided([])
    : decided([{ is: 'hand.set', person: whose, up }])
}

export function notes(state: SessionState, command: CommandOf<'notes.by'>): Decided {
  const { person: by = state.notes.by } = command
  if (command.person && own(state.people, command.person) === undefined)
    return refuse('no-such-person')
  const checkIns = command.checkIns?.toWellFormed() ?? state.notes.checkIns
  const { checkInDates: days = [] } = state.notes
  const { day, on } = command.checkIn ?? {}
  const others = days.filter((one) => one !== day)
  const checkInDates = day !== undefined && on === true ? daysInOrder([...others, day]) : others
  if (checkInDates.length > CHECK_INS_MAX) return refuse('too-many-check-ins')
  return decided([{ is: 'notes.set', by, checkIns, checkInDates }])
}
