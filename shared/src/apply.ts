/** Folds one event into the state. Total: an event that was journaled always applies. */
import * as cards from './apply/cards.ts'
import * as closing from './apply/closing.ts'
import * as drafts from './apply/drafts.ts'
import * as people from './apply/people.ts'
import * as phases from './apply/phases.ts'
import * as rounds from './apply/rounds.ts'
import type { Event } from './event.ts'
import { cleared, upgraded } from './fresh-session.ts'
import { keptPoints } from './history-point.ts'
import { must } from './must.ts'
import type { SessionState } from './session.ts'
import { without } from './without.ts'

/** The state after one more event. */
export function apply(state: SessionState, event: Event): SessionState {
  switch (event.is) {
    case 'session.made':
      return upgraded(event.state)
    case 'session.set-up':
      return {
        ...people.withPerson(state, event.person, { takesPart: event.takesPart }),
        anonymous: event.anonymous,
      }
    case 'session.opened':
      return { ...state, status: 'lobby' }
    case 'session.solo':
      return {
        ...people.withPerson(state, event.person, { takesPart: true }),
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
      return closing.closed(state, event)
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
      return people.joined(state, event)
    case 'token.given':
      return people.tokenGiven(state, event)
    case 'person.renamed':
      return people.withPerson(state, event.person, { name: event.name })
    case 'person.removed':
      return people.removed(state, event)
    case 'person.role':
      return people.withPerson(state, event.person, {
        role: event.role,
        takesPart: event.takesPart,
      })
    case 'person.away':
      return people.withPerson(state, event.person, { away: event.away })
    case 'chair.emptied':
      return { ...state, vacancy: { since: event.at, by: event.by, offered: 'nobody' } }
    case 'chair.offered':
      return { ...state, vacancy: { ...must(state.vacancy, 'a vacancy'), offered: event.to } }
    case 'chair.filled':
      return { ...state, vacancy: null }
    case 'chair.given':
      return people.chairGiven(state, event)
    case 'standin.set':
      return { ...state, people: people.marked(state.people, 'standin', event.person) }
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
      return phases.entered(state, event)
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
    case 'drafts.asked':
      return drafts.asked(state, event)
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
      return drafts.poured(state, event)
    case 'reveal.done':
      return { ...state, reveal: null }
    case 'target.gone':
      return rounds.targetGone(state, event)
    case 'card.authored':
      return { ...state, authors: { ...state.authors, [event.card]: event.person } }
    case 'card.shown':
      return { ...state, show: event.card }
    case 'card.aside':
      return cards.setAside(state, event)
    case 'aside.reworded':
      return cards.reworded(state, event)
    case 'card.returned':
      return cards.returned(state, event)
    case 'card.taken':
      return cards.taken(state, event)
    case 'cards.taken':
      return cards.manyTaken(state, event)
    case 'cards.moved':
      return cards.moved(state, event)
    case 'point.taken':
      return { ...state, points: keptPoints([...(state.points ?? []), event.point]) }
    case 'board.brought-back': {
      const { is: _is, ...broughtBack } = event
      return { ...state, broughtBack }
    }
    case 'drafts.limited':
      return { ...state, cardsEach: { each: event.each } }
    case 'round.opened':
      return rounds.opened(state, event)
    case 'round.changed':
      return rounds.changed(state, event)
    case 'round.closed':
      return rounds.closed(state, event)
    case 'dots.set':
      return rounds.dotsSet(state, event)
    case 'estimate.put':
      return rounds.estimatePut(state, event)
    case 'estimate.revealed':
      return rounds.estimatesRevealed(state, event)
    case 'estimate.reopened':
      return rounds.estimateReopened(state, event)
    case 'estimate.settled':
      return rounds.estimateSettled(state, event)
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
      return { ...state, people: people.marked(state.people, 'scribe', event.person) }
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
