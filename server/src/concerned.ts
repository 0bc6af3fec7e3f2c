/** Whose private view an event changes. */
import type { Event } from '@plenary/shared/event'

export interface Concerned {
  /** Everybody in the room. */
  everyone?: boolean
  facilitators?: boolean
  person?: string
}

export function concerned(event: Event): Concerned {
  switch (event.is) {
    case 'session.made':
    case 'session.cleared':
    case 'session.closed':
    case 'phase.entered':
    case 'drafts.poured':
    case 'drafts.asked':
    case 'person.role':
    case 'chair.given':
    case 'time.answered':
    case 'person.removed':
    case 'card.aside':
    case 'aside.reworded':
    case 'card.returned':
    // Thumbs go with the topic they were asked for.
    case 'queue.set':
      return { everyone: true }
    case 'door.asked':
    case 'door.answered':
    case 'door.done':
    // Whether few have written is theirs to know.
    case 'drafts.counted':
      return { facilitators: true }
    case 'draft.kept':
      return { person: event.draft.owner, facilitators: event.draft.late !== null }
    case 'dots.set':
    case 'estimate.put':
    case 'card.authored':
    case 'hand.set':
    case 'thumb.set':
      return { person: event.person }
    case 'time.asked':
    case 'ready.set':
      return { person: event.person, facilitators: true }
    case 'draft.removed':
      return { person: event.owner, facilitators: true }
    case 'target.gone':
      return { everyone: true }
    case 'session.deleted':
    case 'board.rebuilt':
    case 'session.set-up':
    case 'session.opened':
    case 'session.solo':
    case 'plan.set':
    case 'session.renamed':
    case 'session.paused':
    case 'session.empty':
    case 'session.reopened':
    case 'door.locked':
    case 'cards.locked':
    case 'person.joined':
    case 'person.renamed':
    case 'person.away':
    case 'token.given':
    case 'key.made':
    case 'key.used':
    case 'agenda.set':
    case 'chair.emptied':
    case 'chair.offered':
    case 'chair.filled':
    case 'standin.set':
    case 'gathered':
    case 'timer.set':
    case 'prompt.set':
    case 'drafts.due':
    case 'reveal.announced':
    case 'reveal.done':
    case 'card.shown':
    case 'card.taken':
    case 'cards.moved':
    case 'cards.taken':
    case 'point.taken':
    case 'board.brought-back':
    case 'drafts.limited':
    case 'round.opened':
    case 'round.changed':
    case 'round.closed':
    case 'estimate.revealed':
    case 'estimate.reopened':
    case 'estimate.settled':
    case 'decision.set':
    case 'scribe.set':
    case 'notes.set':
      return {}
  }
}
