/** Cards that only the server may write: those without a name, captured ones, and the removal of a lane. */
import type { Command } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import { settingFor } from '../setting.ts'
import type { Edit } from '../edit.ts'
import type { BoardReader } from '../entry.ts'
import { isEntryId, placeAt, sectionOfEntry } from '../entry.ts'
import { sectionOf } from '../format.ts'
import { CARD_TEXT_MAX } from '../kinds.ts'
import { keyBetween, keysAfter } from '../order.ts'
import { refusalFor } from '../permission.ts'
import type { SessionState } from '../session.ts'
import { mergedText, spliced } from '../splice.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** The last order key under a parent, or null when it is empty. */
export function lastOrder(board: BoardReader, parent: string): string | null {
  let last: string | null = null
  for (const entry of board.entries())
    if (entry.parent === parent && (last === null || entry.order > last)) last = entry.order
  return last
}

export function add(state: SessionState, command: Of<'card.add'>, context: Context): Decided {
  const { person, board, dice, limits } = context
  const capture = command.capture === true
  const refusal = refusalFor(person, capture ? 'capture' : 'add card', settingFor(state))
  if (refusal !== null) return refuse(refusal)
  const text = command.text.toWellFormed()
  if (text.trim() === '') return refuse('empty-text')
  if (text.length > CARD_TEXT_MAX) return refuse('too-long')
  if (board.size >= limits.cards) return refuse('too-many-cards')
  const lane = board.entry(command.to)
  const section = lane === null ? command.to : lane.parent
  if (lane !== null && (lane.kind !== 'lane' || lane.removed)) return refuse('no-such-lane')
  if (sectionOf(state.format, section)?.kind !== 'columns') return refuse('no-such-place')
  // A card id of the sender would tie the card to the frame that asked for it; with a name it may stay.
  const named = !capture && !state.anonymous
  const wanted = command.card
  const id =
    named && wanted !== undefined && isEntryId(wanted) && board.entry(wanted) === null
      ? wanted
      : dice.id()
  const edit: Edit = {
    do: 'put',
    id,
    kind: 'card',
    text,
    place: placeAt(command.to, keyBetween(lastOrder(board, command.to), null)),
    ...(named ? { fields: { by: person.id } } : {}),
  }
  return decided(
    capture || !state.anonymous ? [] : [{ is: 'card.authored', card: id, person: person.id }],
    [edit],
    { card: id },
  )
}

export function reword(state: SessionState, command: Of<'card.reword'>, context: Context): Decided {
  const { person, board } = context
  const entry = board.entry(command.card)
  if (entry === null || entry.removed) return refuse('no-such-card')
  const own = (entry.by ?? state.authors[entry.id]) === person.id
  const refusal = refusalFor(person, own ? 'edit own' : 'edit others', settingFor(state))
  if (refusal !== null) return refuse(refusal)
  if (command.to.trim() === '') return refuse('empty-text')
  const splices = mergedText(command.from, command.to.toWellFormed(), entry.text)
  if (splices.reduce(spliced, entry.text).length > CARD_TEXT_MAX) return refuse('too-long')
  return decided([], [{ do: 'splice', id: entry.id, splices }])
}

/** A lane goes; its cards are "still to place" again, in their order. */
export function removeLane(command: Of<'lane.remove'>, { board }: Context): Decided {
  const lane = board.entry(command.lane)
  if (lane === null || lane.kind !== 'lane' || lane.removed) return refuse('no-such-lane')
  const section = sectionOfEntry(board, lane)
  const cards = [...board.entries()]
    .filter((entry) => entry.parent === lane.id && !entry.removed)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  const keys = keysAfter(lastOrder(board, section), cards.length)
  return decided(
    [],
    [
      { do: 'set', id: lane.id, field: 'removed', value: true },
      ...cards.map((card, index): Edit => ({
        do: 'set',
        id: card.id,
        field: 'place',
        value: placeAt(section, keys[index] ?? ''),
      })),
    ],
  )
}
