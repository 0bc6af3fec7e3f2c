/** Drafts, the reveal, and what comes late. */
import { phasesAhead } from '../agenda.ts'
import type { CommandOf } from '../command.ts'
import type { Accepted, Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import { settingFor } from '../setting.ts'
import type { Draft } from '../draft.ts'
import {
  AUTHORS_MIN,
  DRAFTS_MAX,
  DRAFTS_TEXT_MAX,
  cardsEach,
  canGuess,
  cardsUsed,
  latePour,
  pourable,
} from '../draft.ts'
import type { Edit } from '../edit.ts'
import { placeAt, sectionOfEntry } from '../entry.ts'
import type { Event } from '../event.ts'
import type { Phase } from '../format.ts'
import { phaseOf, sectionOf } from '../format.ts'
import { holdsCards } from '../holds-cards.ts'
import { CARD_TEXT_MAX } from '../kinds.ts'
import { keysAfter } from '../order.ts'
import { refusalFor } from '../permission.ts'
import type { SessionState } from '../session.ts'
import { own } from '../own.ts'
import { spotsOn } from './spots.ts'

/** A reveal announces itself this long before it pours, so that clients can flush. Milliseconds. */
export const REVEAL_NOTICE = 2_000
/** The total of drafts is published in batches at least this far apart. Milliseconds. */
export const DRAFT_COUNT_EVERY = 3_000

export function put(
  state: SessionState,
  command: CommandOf<'draft.put'>,
  context: Context,
): Decided {
  const { person, now } = context
  const phase = phaseOf(state.format, state.phase?.id ?? null)
  const isPrivate =
    phase !== null && phase.section === command.section && phase.opens.includes('drafts')
  const late = state.poured.includes(command.section) && !isPrivate
  const known = own(state.drafts, command.draft)
  const mine = known !== undefined && known.owner === person.id
  const refusal = refusalFor(person, 'draft', {
    ...settingFor(state),
    // A late thought has somewhere to go: once a section has had its private phase, or for a draft one has.
    opens: mine || wasOpen(state, command.section) ? ['drafts'] : settingFor(state).opens,
  })
  if (refusal !== null) return refuse(refusal)
  if (own(state.pours, command.draft) !== undefined) return refuse('draft-poured')
  if (known !== undefined && !mine) return refuse('no-such-draft')
  if (!holdsCards(sectionOf(state.format, command.section))) return refuse('no-such-place')
  const text = command.text.toWellFormed()
  if (text.length > CARD_TEXT_MAX) return refuse('too-long')
  if (command.state === 'done' && text.trim() === '') return refuse('empty-text')
  const stale = mine && command.rev <= known.rev && text !== known.text
  if (mine && command.rev <= known.rev && !stale && command.state === known.state && !command.sure)
    return decided([], [], { draft: known.id, rev: known.rev })
  const id = stale ? context.dice.id() : command.draft
  const others = Object.values(state.drafts).filter((draft) => draft.id !== id)
  const ownOthers = others.filter((draft) => draft.owner === person.id)
  const size = ownOthers.reduce((sum, draft) => sum + draft.text.length, text.length)
  // Words that two devices wrote apart are both kept; beyond the limit the second ones stay unfinished.
  const isNew = known === undefined
  const finishes = command.state === 'done' && known?.state !== 'done'
  const full =
    text.trim() !== '' &&
    (isNew || stale || finishes) &&
    limitReached(state, command.section, ownOthers, context)
  if (full && !stale) return refuse('cards-used')
  if (ownOthers.length >= DRAFTS_MAX || size > DRAFTS_TEXT_MAX) return refuse('too-many-drafts')
  if (context.board.size + others.length >= context.limits.cards) return refuse('too-many-cards')
  const draft: Draft = {
    id,
    owner: person.id,
    section: command.section,
    text,
    rev: stale || !mine ? command.rev : Math.max(command.rev, known.rev),
    state: full ? 'open' : command.state,
    late: !late ? null : command.sure === true ? 'sure' : (known?.late ?? 'waiting'),
  }
  // With names there is nothing to guess, and alone there is nobody who could: what comes late goes to the board at once.
  if (late && !canGuess(state) && draft.state === 'done') {
    const pour = pourOf(state, draft.section, [draft], context)
    return decided([{ is: 'draft.kept', draft }, ...pour.events], pour.edits, { draft: id })
  }
  const events: Event[] = [{ is: 'draft.kept', draft }]
  if (state.draftCount.due === null) events.push({ is: 'drafts.due', due: now + DRAFT_COUNT_EVERY })
  return decided(events, [], { draft: id, rev: draft.rev, ...(stale ? { stale: true } : {}) })
}

/** The phases up to the present one, without the skipped ones. */
function phasesSoFar({ format, steps, phase }: SessionState): Phase[] {
  const phases = phasesAhead(format.phases, steps)
  return phases.slice(0, phases.findIndex(({ id }) => id === phase?.id) + 1)
}

function limitReached(
  state: SessionState,
  section: string,
  others: readonly Draft[],
  { person, board }: Context,
): boolean {
  const each = cardsEach(state)
  if (each === null) return false
  const poured = Object.keys(state.authors).filter((id) => {
    const card = state.authors[id] === person.id ? board.entry(id) : null
    return card !== null && !card.removed && sectionOfEntry(board, card) === section
  })
  return cardsUsed(others, poured, section) >= each
}

export function limit(state: SessionState, { each }: CommandOf<'draft.limit'>): Decided {
  return state.cardsEach?.each === each ? decided([]) : decided([{ is: 'drafts.limited', each }])
}

/** Whether an earlier phase, or the one that ended a moment ago, opened drafts for this section. */
function wasOpen(state: SessionState, section: string): boolean {
  return phasesSoFar(state).some(
    (phase) => phase.section === section && phase.opens.includes('drafts'),
  )
}

export function remove(
  state: SessionState,
  command: CommandOf<'draft.remove'>,
  context: Context,
): Decided {
  const draft = own(state.drafts, command.draft)
  if (state.status === 'closed') return refuse('closed')
  if (draft === undefined || draft.owner !== context.person.id) return refuse('no-such-draft')
  const events: Event[] = [{ is: 'draft.removed', draft: draft.id, owner: draft.owner }]
  if (state.draftCount.due === null)
    events.push({ is: 'drafts.due', due: context.now + DRAFT_COUNT_EVERY })
  return decided(events)
}

/**
 * The section a reveal would pour: the one this phase writes into, or the last one whose private phase went by
 * without a reveal.
 */
function revealable(state: SessionState): string | null {
  const before = phasesSoFar(state).toReversed()
  const current = before[0]
  const phase = before.find(
    (one) =>
      one.opens.includes('drafts') && (one === current || !state.poured.includes(one.section)),
  )
  return phase?.section ?? null
}

/** How many cards a reveal would pour now. */
export function draftTotal(state: SessionState): number {
  const section = revealable(state)
  return section === null ? 0 : pourable(Object.values(state.drafts), section).length
}

/** Whether a reveal would pour cards without names from so few people that somebody could guess whose one is. */
export function areByFew(state: SessionState): boolean {
  const section = revealable(state)
  if (section === null || !canGuess(state)) return false
  const done = pourable(Object.values(state.drafts), section)
  return done.length > 0 && new Set(done.map(({ owner }) => owner)).size < AUTHORS_MIN
}

/** Announces the reveal; {@link pourDue} does it. `then` is the phase that is entered with it. */
export function reveal(state: SessionState, then: string | null, { now }: Context): Decided {
  if (state.reveal !== null) return refuse('reveal-running')
  const section = revealable(state)
  if (section === null) return refuse('not-now')
  const at = now + REVEAL_NOTICE
  return decided([{ is: 'reveal.announced', at, section, then }], [], { at })
}

/** Drafts become cards: shuffled, with fresh ids, once. */
export function pourDue(state: SessionState, context: Context): Accepted {
  const section = state.reveal?.section ?? null
  if (section === null) return decided([])
  const done = pourable(Object.values(state.drafts), section)
  const late = latePourOf(state, context)
  const pour = pourOf(state, section, done, context)
  return decided(
    [...late.events, ...pour.events, { is: 'reveal.done' }],
    [...late.edits, ...pour.edits],
  )
}

function pourOf(
  state: SessionState,
  section: string,
  drafts: readonly Draft[],
  { dice, board }: Context,
): { events: Event[]; edits: Edit[] } {
  const shuffled = dice.shuffle(drafts)
  const keys = keysAfter(board.lastOrder(section), shuffled.length)
  const isWall = sectionOf(state.format, section)?.kind === 'wall'
  const spots = isWall ? spotsOn(board, section, shuffled.length) : []
  const edits: Edit[] = []
  const pours: { draft: string; card: string }[] = []
  shuffled.forEach((draft, index) => {
    const card = dice.id()
    pours.push({ draft: draft.id, card })
    edits.push({
      do: 'put',
      id: card,
      kind: 'card',
      text: draft.text,
      place: placeAt(section, keys[index] ?? '', spots[index]),
      ...(state.anonymous ? {} : { fields: { by: draft.owner } }),
    })
  })
  return { events: [{ is: 'drafts.poured', section, pours }], edits }
}

/** "Pour late cards": from fewer than three authors each owner is asked first. */
export function pourLate(state: SessionState, context: Context): Decided {
  const { events, edits } = latePourOf(state, context)
  const asked = events.some((event) => event.is === 'drafts.asked')
  return decided(events, edits, { poured: edits.length, asked })
}

export function lateAtPhaseChange(
  state: SessionState,
  context: Context,
): { events: Event[]; edits: Edit[] } {
  return latePourOf(state, context)
}

function latePourOf(state: SessionState, context: Context): { events: Event[]; edits: Edit[] } {
  const events: Event[] = []
  const edits: Edit[] = []
  for (const section of state.poured) {
    const late = Object.values(state.drafts).filter((draft) => draft.section === section)
    const { pour, ask } = latePour(late, canGuess(state))
    if (ask.length > 0) events.push({ is: 'drafts.asked', drafts: ask.map((draft) => draft.id) })
    if (pour.length === 0) continue
    const made = pourOf(state, section, pour, context)
    events.push(...made.events)
    edits.push(...made.edits)
  }
  return { events, edits }
}
