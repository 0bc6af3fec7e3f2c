/** Folds one event into the state. Total: an event that was journaled always applies. */
import type { Event } from './event.ts'
import { LEADS_KEPT } from './chair.ts'
import type { Lead } from './chair.ts'
import type { DotRound, EstimateRound, Round, SessionState } from './session.ts'

import { tally, withDots } from './ballot.ts'
import type { Answer } from './estimate.ts'
import { endOf, minutesOf, phasesAhead } from './agenda.ts'
import { cleared, upgraded } from './fresh-session.ts'
import { keptPoints } from './history-point.ts'
import { must } from './must.ts'
import { isSolo } from './solo.ts'

export function apply(state: SessionState, event: Event): SessionState {
  switch (event.is) {
    case 'session.made':
      return upgraded(event.state)
    case 'session.set-up':
      return {
        ...withPerson(state, event.person, { takesPart: event.takesPart }),
        anonymous: event.anonymous,
      }
    case 'session.opened':
      return { ...state, status: 'lobby' }
    case 'session.solo':
      return {
        ...withPerson(state, event.person, { takesPart: true }),
        solo: true,
        format: { ...state.format, phases: [...event.phases] },
        steps: event.steps,
      }
    case 'session.cleared':
      return cleared(state)
    case 'plan.set':
      return { ...state, plan: event.plan }
    case 'session.renamed':
      return { ...state, title: event.title }
    case 'door.locked':
      return { ...state, locked: event.locked }
    case 'cards.locked':
      return {
        ...state,
        cardsLocked: {
          on: event.locked,
          since: event.at,
          ...(event.locked && event.by !== undefined ? { by: event.by } : {}),
        },
      }
    case 'session.closed':
      return { ...closed(state, event.at), steps: event.steps }
    case 'session.paused':
      return { ...state, status: 'paused', steps: event.steps, emptySince: undefined }
    case 'session.reopened':
      return {
        ...state,
        status: state.phase === null ? 'lobby' : 'running',
        closedAt: null,
        phase: state.phase === null ? null : { ...state.phase, since: event.at, from: null },
        // It goes on at another time; what it has left is counted from the next phase on.
        endsBy: null,
      }
    case 'person.joined':
      return {
        ...state,
        people: { ...state.people, [event.person.id]: event.person },
        tokens: { ...state.tokens, [event.token]: event.person.id },
      }
    case 'token.given':
      return {
        ...withPerson(state, event.person, { left: false, away: false }),
        tokens: { ...state.tokens, [event.token]: event.person },
      }
    case 'person.renamed':
      return withPerson(state, event.person, { name: event.name })
    case 'person.removed':
      return {
        ...withPerson(state, event.person, { left: true }),
        tokens: without(state.tokens, (_token, person) => person === event.person),
        door: without(state.door, (_request, ask) => ask.back === event.person),
        keys: without(
          state.keys,
          (_hash, key) => key.is === 'device' && key.person === event.person,
        ),
        ready: without(state.ready, (person) => person === event.person),
        moreTime: (state.moreTime ?? []).filter((person) => person !== event.person),
        hands: state.hands.filter((person) => person !== event.person),
      }
    case 'person.role':
      return withPerson(state, event.person, { role: event.role, takesPart: event.takesPart })
    case 'person.away':
      return withPerson(state, event.person, { away: event.away })
    case 'chair.emptied':
      return { ...state, vacancy: { since: event.at, by: event.by, offered: 'nobody' } }
    case 'chair.offered':
      return { ...state, vacancy: { ...must(state.vacancy, 'a vacancy'), offered: event.to } }
    case 'chair.filled':
      return { ...state, vacancy: null }
    case 'chair.given': {
      const { is: _is, ...given } = event
      return led(state, given)
    }
    case 'standin.set':
      return { ...state, people: marked(state.people, 'standin', event.person) }
    case 'key.made':
      return { ...state, keys: { ...state.keys, [event.hash]: event.key } }
    case 'key.used':
      return { ...state, keys: without(state.keys, (hash) => hash === event.hash) }
    case 'door.asked':
      return { ...state, door: { ...state.door, [event.request]: event.ask } }
    case 'door.answered': {
      const ask = must(state.door[event.request], `door request ${event.request}`)
      const is = event.admit ? 'admitted' : 'refused'
      return { ...state, door: { ...state.door, [event.request]: { ...ask, is } } }
    }
    case 'door.done':
      return { ...state, door: without(state.door, (request) => request === event.request) }
    case 'phase.entered':
      return {
        ...state,
        status: 'running',
        phase: { id: event.phase, since: event.at, from: state.phase?.id ?? null },
        steps: event.steps,
        endsBy: state.endsBy ?? endsBy(state, event),
        prompt: null,
        show: null,
        gather: null,
        moreTime: [],
        ready: {},
      }
    case 'agenda.set':
      return {
        ...state,
        format: { ...state.format, phases: [...event.phases] },
        steps: event.steps,
      }
    case 'timer.set':
      return { ...state, timer: event.timer }
    case 'prompt.set':
      return { ...state, prompt: event.prompt }
    case 'gathered':
      return { ...state, gather: { at: event.at, by: event.by } }
    case 'time.asked':
      return { ...state, moreTime: [...(state.moreTime ?? []), event.person] }
    case 'time.answered':
      return { ...state, moreTime: [] }
    case 'ready.set':
      return {
        ...state,
        ready: event.on
          ? { ...state.ready, [event.person]: true }
          : without(state.ready, (person) => person === event.person),
      }
    case 'hand.set': {
      const others = state.hands.filter((person) => person !== event.person)
      return { ...state, hands: event.up ? [...others, event.person] : others }
    }
    case 'draft.kept':
      return { ...state, drafts: { ...state.drafts, [event.draft.id]: event.draft } }
    case 'draft.removed':
      return { ...state, drafts: without(state.drafts, (draft) => draft === event.draft) }
    case 'drafts.asked': {
      const drafts = { ...state.drafts }
      for (const id of event.drafts) {
        const draft = drafts[id]
        if (draft !== undefined) drafts[id] = { ...draft, late: 'asked' }
      }
      return { ...state, drafts }
    }
    case 'drafts.due':
      return { ...state, draftCount: { ...state.draftCount, due: event.due } }
    case 'session.deleted':
    case 'board.rebuilt':
      return state
    case 'drafts.counted':
      return { ...state, draftCount: { shown: event.shown, due: null, few: event.few } }
    case 'reveal.announced':
      return { ...state, reveal: { at: event.at, section: event.section, then: event.then } }
    case 'drafts.poured':
      return poured(state, event.section, event.pours)
    case 'reveal.done':
      return { ...state, reveal: null }
    case 'target.gone':
      return { ...state, rounds: withoutTarget(state.rounds, event.target) }
    case 'card.authored':
      return { ...state, authors: { ...state.authors, [event.card]: event.person } }
    case 'card.shown':
      return { ...state, show: event.card }
    case 'card.aside': {
      const { card, text, by, at } = event
      return {
        ...state,
        aside: { ...state.aside, [card]: { text, by, at, reworded: false } },
        // Not before any point there is, whatever the clock says: they all have the words.
        asideAt: {
          ...state.asideAt,
          [card]: Math.max(at, ...(state.points ?? []).map((point) => point.at)),
        },
      }
    }
    case 'aside.reworded': {
      const kept = must(state.aside[event.card], `card ${event.card} set aside`)
      const now = { ...kept, text: event.text, reworded: true }
      return { ...state, aside: { ...state.aside, [event.card]: now } }
    }
    case 'card.taken': {
      const { [event.card]: _, ...others } = state.taken ?? {}
      return { ...state, taken: event.taken ? { ...others, [event.card]: true } : others }
    }
    case 'cards.taken': {
      const cards = new Set(event.cards)
      const others = without(state.taken ?? {}, (card) => cards.has(card))
      const these = Object.fromEntries(event.cards.map((card) => [card, true as const]))
      return { ...state, taken: event.taken ? { ...others, ...these } : others }
    }
    case 'point.taken':
      return { ...state, points: keptPoints([...(state.points ?? []), event.point]) }
    case 'board.brought-back': {
      const { is: _is, ...broughtBack } = event
      return { ...state, broughtBack }
    }
    case 'cards.moved': {
      const { by, at } = event
      const moved = event.cards.map((card) => [card, { by, at }] as const)
      return { ...state, moved: { ...state.moved, ...Object.fromEntries(moved) } }
    }
    case 'card.returned':
      return { ...state, aside: without(state.aside, (card) => card === event.card) }
    case 'drafts.limited':
      return { ...state, cardsEach: { each: event.each } }
    case 'round.opened':
      return withRound(state, event.round, event.as)
    case 'round.changed':
      return withRound(state, event.round, { ...dotRound(state, event.round), rules: event.rules })
    case 'round.closed':
      return withRound(state, event.round, {
        ...dotRound(state, event.round),
        is: 'closed',
        result: event.result,
        ...(event.of === undefined ? {} : { of: event.of }),
      })
    case 'dots.set': {
      const round = dotRound(state, event.round)
      const ballot = withDots(round.ballots[event.person] ?? {}, event.target, event.dots)
      return withRound(state, event.round, {
        ...round,
        ballots: { ...round.ballots, [event.person]: ballot },
      })
    }
    case 'estimate.put': {
      const round = estimateRound(state, event.round)
      const target = { ...round.answers[event.target], [event.person]: event.answer }
      return withRound(state, event.round, {
        ...round,
        answers: { ...round.answers, [event.target]: target },
      })
    }
    case 'estimate.revealed': {
      const round = estimateRound(state, event.round)
      const revealed = [...new Set([...round.revealed, ...event.targets])]
      return withRound(state, event.round, { ...round, is: 'closed', revealed })
    }
    case 'estimate.reopened': {
      const round = estimateRound(state, event.round)
      const { [event.target]: _agreed, ...agreed } = round.agreed
      const revealed = round.revealed.filter((target) => target !== event.target)
      // Numbers whose people a close has erased would stand beside the same people's new ones.
      const answers = {
        ...round.answers,
        [event.target]: without(
          round.answers[event.target] ?? {},
          (person) => state.people[person] === undefined,
        ),
      }
      const asked = round.asked && [...new Set([...round.asked, event.target])]
      return withRound(state, event.round, {
        ...round,
        is: 'open',
        revealed,
        agreed,
        answers,
        ...(asked === undefined ? {} : { asked }),
      })
    }
    case 'estimate.settled': {
      const round = estimateRound(state, event.round)
      const { [event.axis]: _before, ...others } = round.agreed[event.target] ?? {}
      const settled = event.value === null ? others : { ...others, [event.axis]: event.value }
      return withRound(state, event.round, {
        ...round,
        agreed: { ...round.agreed, [event.target]: settled },
      })
    }
    case 'queue.set':
      // Another topic, or more time for this one, is another question.
      return { ...state, queue: event.queue, thumbs: {} }
    case 'thumb.set':
      return {
        ...state,
        thumbs:
          event.thumb === null
            ? without(state.thumbs, (person) => person === event.person)
            : { ...state.thumbs, [event.person]: event.thumb },
      }
    case 'decision.set':
      return { ...state, decisions: { ...state.decisions, [event.id]: event.decision } }
    case 'scribe.set':
      return { ...state, people: marked(state.people, 'scribe', event.person) }
    case 'notes.set': {
      const { by, checkIns, checkInDates = [] } = event
      return { ...state, notes: { by, checkIns, checkInDates } }
    }
    case 'session.empty':
      return { ...state, emptySince: event.since ?? undefined }
  }
}

/** The state after all of them. */
export function fold(state: SessionState, events: readonly Event[]): SessionState {
  return events.reduce(apply, state)
}

/** For one person alone nothing is kept free beside the phases. */
function formatOf(state: SessionState): SessionState['format'] {
  return isSolo(state) ? { ...state.format, spare: 0 } : state.format
}

function withPerson(
  state: SessionState,
  id: string,
  change: Partial<SessionState['people'][string]>,
): SessionState {
  const person = must(state.people[id], `person ${id}`)
  return { ...state, people: { ...state.people, [id]: { ...person, ...change } } }
}

/** The chair has another person; who had it stays facilitator. */
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
function marked(
  people: SessionState['people'],
  mark: 'lead' | 'standin' | 'scribe',
  id: string | null,
): SessionState['people'] {
  const next: Record<string, SessionState['people'][string]> = {}
  for (const person of Object.values(people))
    next[person.id] = { ...person, [mark]: person.id === id }
  return next
}

function withRound(state: SessionState, id: string, round: Round): SessionState {
  return { ...state, rounds: { ...state.rounds, [id]: round } }
}

function dotRound(state: SessionState, id: string): DotRound {
  const round = must(state.rounds[id], `round ${id}`)
  if (round.kind !== 'dots') throw new Error(`round ${id} has no dots`)
  return round
}

function estimateRound(state: SessionState, id: string): EstimateRound {
  const round = must(state.rounds[id], `round ${id}`)
  if (round.kind !== 'estimates') throw new Error(`round ${id} has no estimates`)
  return round
}

function poured(
  state: SessionState,
  section: string,
  pours: readonly { draft: string; card: string }[],
): SessionState {
  const taken = new Set(pours.map((pour) => pour.draft))
  const authors = { ...state.authors }
  const done = { ...state.pours }
  for (const { draft, card } of pours) {
    const owner = state.drafts[draft]?.owner
    if (owner !== undefined) authors[card] = owner
    done[draft] = card
  }
  const drafts: Record<string, SessionState['drafts'][string]> = {}
  for (const [id, draft] of Object.entries(state.drafts)) {
    if (taken.has(id)) continue
    // Whatever is still open in this section when it is poured has missed the reveal.
    drafts[id] =
      draft.section === section && draft.late === null ? { ...draft, late: 'waiting' } : draft
  }
  const sections = state.poured.includes(section) ? state.poured : [...state.poured, section]
  return { ...state, authors, pours: done, drafts, poured: sections }
}

/**
 * Closing erases what only served while the session ran: who wrote which card, drafts, ballots and single
 * estimates. What they came to is written down first.
 */
/** By the minutes it begins with; one that goes on has those from here on. */
function endsBy(
  state: SessionState,
  { at, phase: entered, steps }: Extract<Event, { is: 'phase.entered' }>,
): number {
  const { phase, plan } = state
  const format = formatOf(state)
  if (phase === null) return endOf(plan.startsAt, at, minutesOf(format, steps))
  const from = format.phases.findIndex(({ id }) => id === entered)
  const phases = phasesAhead(format.phases.slice(from), steps)
  return endOf(null, at, minutesOf({ phases, spare: format.spare }, steps))
}

function closed(state: SessionState, at: number): SessionState {
  const rounds: Record<string, Round> = {}
  for (const [id, round] of Object.entries(state.rounds)) rounds[id] = nameless(round)
  return {
    ...state,
    status: 'closed',
    closedAt: at,
    rounds,
    drafts: {},
    pours: {},
    authors: {},
    moved: {},
    moreTime: [],
    thumbs: {},
    reveal: null,
    show: null,
    draftCount: { shown: 0, due: null },
  }
}

/** What is gone is estimated no more where numbers are still hidden; what was revealed stays. */
function withoutTarget(rounds: SessionState['rounds'], target: string): Record<string, Round> {
  const left: Record<string, Round> = {}
  for (const [id, round] of Object.entries(rounds)) {
    const hidden = round.kind === 'estimates' && !round.revealed.includes(target)
    left[id] = hidden
      ? {
          ...round,
          answers: without(round.answers, (one) => one === target),
          ...(round.asked === undefined
            ? {}
            : { asked: round.asked.filter((one) => one !== target) }),
        }
      : round
  }
  return left
}

/** A round with what it came to and without who gave what. */
function nameless(round: Round): Round {
  switch (round.kind) {
    case 'dots':
      return { ...round, is: 'closed', ballots: {}, result: round.result ?? tally(round.ballots) }
    case 'estimates': {
      const answers: Record<string, Record<string, Answer>> = {}
      for (const [target, given] of Object.entries(round.answers)) {
        // Sorted by what they say, so that their order says nothing.
        const sorted = Object.values(given).sort((a, b) =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
        )
        answers[target] = Object.fromEntries(sorted.map((answer, n) => [`somebody-${n}`, answer]))
      }
      return { ...round, is: 'closed', answers }
    }
  }
}

function without<T>(
  record: Readonly<Record<string, T>>,
  gone: (key: string, value: T) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => !gone(key, value)))
}
