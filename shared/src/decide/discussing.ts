/** What comes of talking: thumbs, decisions, and who writes down. */
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import { CARD_TEXT_MAX } from '../kinds.ts'
import { own } from '../own.ts'
import type { SessionState } from '../session.ts'
import { mergedText, spliced } from '../splice.ts'
import { remaining } from '../timer.ts'
import { THUMB_EARLY, thumbsOpen } from '../thumb.ts'

/** Decisions one session keeps. */
const DECISIONS_MAX = 200

export function thumb(
  state: SessionState,
  command: CommandOf<'thumb'>,
  { person, now }: Context,
): Decided {
  if (!thumbsOpen(state.queue, remaining(state.timer, now), THUMB_EARLY))
    return refuse('no-thumbs-now')
  return (own(state.thumbs, person.id) ?? null) === command.thumb
    ? decided([])
    : decided([{ is: 'thumb.set', person: person.id, thumb: command.thumb }])
}

export function addDecision(
  state: SessionState,
  command: CommandOf<'decision.add'>,
  { board, dice, now }: Context,
): Decided {
  const text = command.text.toWellFormed().trim()
  const refusal = textRefusal(text)
  if (refusal !== null) return refuse(refusal)
  if (Object.keys(state.decisions).length >= DECISIONS_MAX) return refuse('too-many-decisions')
  const from = command.from ?? null
  if (from !== null && board.entry(from) === null) return refuse('no-such-card')
  const id = dice.id()
  const decision = { text, from, at: now, removed: false }
  return decided([{ is: 'decision.set', id, decision }], [], { decision: id })
}

/** Other words, or taken off the list and back. */
export function changeDecision(
  state: SessionState,
  command: CommandOf<'decision.change'>,
): Decided {
  const before = own(state.decisions, command.decision)
  if (before === undefined) return refuse('no-such-decision')
  // Words that come after it was removed go back to whoever wrote them.
  if (before.removed && command.text !== undefined && command.removed !== false)
    return refuse('no-such-decision')
  const text = changed(before.text, command)
  const refusal = textRefusal(text)
  if (refusal !== null) return refuse(refusal)
  const decision = { ...before, text, removed: command.removed ?? before.removed }
  return decided([{ is: 'decision.set', id: command.decision, decision }])
}

/** The words of others stay where the command says on which text its own were made. */
function changed(now: string, { from, text }: CommandOf<'decision.change'>): string {
  if (text === undefined) return now
  const to = text.toWellFormed().trim()
  // Nobody takes a decision off the list by emptying it.
  if (from === undefined || to === '') return to
  return mergedText(from, to, now).reduce(spliced, now).trim()
}

function textRefusal(text: string): 'empty-text' | 'too-long' | null {
  if (text === '') return 'empty-text'
  return text.length > CARD_TEXT_MAX ? 'too-long' : null
}

/** One person writes down what is said; naming another, or nobody, ends it. */
export function setScribe(state: SessionState, command: CommandOf<'scribe.set'>): Decided {
  if (command.person === null) return decided([{ is: 'scribe.set', person: null }])
  const person = own(state.people, command.person)
  if (person === undefined || person.left) return refuse('no-such-person')
  if (person.role === 'observer') return refuse('scribe-watches')
  return decided([{ is: 'scribe.set', person: person.id }])
}
