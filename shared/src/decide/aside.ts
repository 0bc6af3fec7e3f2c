/**
 * One card on show, and cards set aside. A card that hurts goes face down for all: its words leave the document, so
 * that nobody who comes later receives them, and wait in the state for their author and for whoever leads.
 */
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { Entry } from '../entry.ts'
import type { Event } from '../event.ts'
import { CARD_TEXT_MAX } from '../kinds.ts'
import { own } from '../own.ts'
import { refusalFor } from '../permission.ts'
import type { SessionState } from '../session.ts'
import { settingFor } from '../setting.ts'
import { mergedText, spliced } from '../splice.ts'

function standingCard({ board }: Context, id: string): Entry | null {
  const entry = board.entry(id)
  return entry !== null && entry.kind === 'card' && !entry.removed ? entry : null
}

/** Puts one card on show for everybody, or none. */
export function show(
  state: SessionState,
  command: CommandOf<'card.show'>,
  context: Context,
): Decided {
  const { card } = command
  if (card !== null && (standingCard(context, card) === null || own(state.aside, card)))
    return refuse('no-such-card')
  return state.show === card ? decided([]) : decided([{ is: 'card.shown', card }])
}

export function aside(
  state: SessionState,
  command: CommandOf<'card.aside'>,
  context: Context,
): Decided {
  const card = standingCard(context, command.card)
  if (card === null) return refuse('no-such-card')
  if (own(state.aside, card.id) !== undefined) return decided([])
  const events: Event[] = [
    { is: 'card.aside', card: card.id, text: card.text, by: card.by ?? null, at: context.now },
  ]
  if (state.show === card.id) events.push({ is: 'card.shown', card: null })
  return decided(events, [{ do: 'splice', id: card.id, splices: [cut(card)] }])
}

/** Its words come back, as its author has left them. */
export function giveBack(
  state: SessionState,
  command: CommandOf<'card.return'>,
  { board }: Context,
): Decided {
  const kept = own(state.aside, command.card)
  const card = board.entry(command.card)
  if (kept === undefined || card === null) return refuse('no-such-card')
  return decided(
    [{ is: 'card.returned', card: card.id }],
    [{ do: 'splice', id: card.id, splices: [{ ...cut(card), insert: kept.text }] }],
  )
}

/** Its author alone may find other words for it meanwhile. */
export function rewordAside(
  state: SessionState,
  command: CommandOf<'card.reword'>,
  { person }: Context,
): Decided {
  const kept = own(state.aside, command.card)
  if (kept === undefined) return refuse('no-such-card')
  if ((kept.by ?? own(state.authors, command.card)) !== person.id) return refuse('set-aside')
  const refusal = refusalFor(person, 'edit own', settingFor(state))
  if (refusal !== null) return refuse(refusal)
  if (command.to.trim() === '') return refuse('empty-text')
  const splices = mergedText(command.from, command.to.toWellFormed(), kept.text)
  const text = splices.reduce(spliced, kept.text)
  if (text.length > CARD_TEXT_MAX) return refuse('too-long')
  return decided([{ is: 'aside.reworded', card: command.card, text }])
}

function cut(card: Entry): { at: number; remove: number; insert: string } {
  return { at: 0, remove: card.text.length, insert: '' }
}
