/** A session in which nothing has happened yet: as it is made, and as it is again after a rehearsal. */
import type { Format } from './format.ts'
import { NO_PLAN } from './plan.ts'
import type { SessionState, Step } from './session.ts'
import { SCHEMA } from './session.ts'
import { setFor } from './timer.ts'

/** What came to the state after its first version, as it is where nothing was said of it. */
const ADDED: Pick<SessionState, 'show' | 'aside' | 'cardsEach' | 'thumbs' | 'decisions' | 'plan'> =
  {
    show: null,
    aside: {},
    cardsEach: null,
    thumbs: {},
    decisions: {},
    plan: NO_PLAN,
  }

/** A state that an earlier version of the product has written. */
export function upgraded(state: SessionState): SessionState {
  return { ...ADDED, ...state }
}

/** What a session is from its making on, whatever happens in it. */
export type Made = Pick<
  SessionState,
  | 'id'
  | 'title'
  | 'format'
  | 'status'
  | 'joinCode'
  | 'anonymous'
  | 'createdAt'
  | 'people'
  | 'leads'
  | 'tokens'
  | 'keys'
  | 'plan'
>

export function freshSession(made: Made, steps: SessionState['steps']): SessionState {
  const first = made.format.phases.find(({ id }) => steps[id]?.skipped !== true)
  return {
    ...ADDED,
    ...made,
    schema: SCHEMA,
    locked: false,
    closedAt: null,
    phase: null,
    steps,
    timer: setFor(first?.minutes ?? 1),
    prompt: null,
    door: {},
    ready: {},
    hands: [],
    cardsLocked: { on: false, since: 0 },
    reveal: null,
    poured: [],
    drafts: {},
    pours: {},
    draftCount: { shown: 0, due: null },
    authors: {},
    rounds: {},
    queue: [],
    notes: { by: null, checkIns: '' },
  }
}

/** The steps of a format as it stands. */
export function stepsOf(format: Format): Record<string, Step> {
  const steps: Record<string, Step> = {}
  format.phases.forEach(({ id, title, minutes }, order) => {
    steps[id] = { title, minutes, used: 0, skipped: false, order }
  })
  return steps
}

/** The session after its rehearsal: as it was set up, with its facilitators and nobody else, open to come in. */
export function cleared(state: SessionState): SessionState {
  const { id, title, format, joinCode, anonymous, createdAt, plan } = state
  const people = Object.fromEntries(
    Object.entries(state.people).filter(([, { role, left }]) => role === 'facilitator' && !left),
  )
  const stays = (person: string) => people[person] !== undefined
  const tokens = Object.fromEntries(
    Object.entries(state.tokens).filter(([, person]) => stays(person)),
  )
  const keys = Object.fromEntries(Object.entries(state.keys).filter(([, key]) => key.is === 'host'))
  const steps = Object.fromEntries(
    Object.entries(state.steps).map(([phase, step]) => [phase, { ...step, used: 0 }]),
  )
  const leads = state.leads?.filter(({ person }) => stays(person)) ?? []
  return freshSession(
    {
      id,
      title,
      format,
      status: 'lobby',
      joinCode,
      anonymous,
      createdAt,
      people,
      leads,
      tokens,
      keys,
      plan,
    },
    steps,
  )
}
