/** Cards that only the server may write: those without a name, captured ones, and the removal of a lane. */
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import { graceFor, settingFor } from '../setting.ts'
import type { Edit } from '../edit.ts'
import { isEntryId, placeAt, sectionOfEntry } from '../entry.ts'
import { sectionOf } from '../format.ts'
import { holdsCards } from '../holds-cards.ts'
import { CARD_TEXT_MAX, KINDS } from '../kinds.ts'
import { keyBetween, keysAfter } from '../order.ts'
import type { Deed } from '../permission.ts'
import { refusalFor } from '../permission.ts'
import type { Refusal } from '../refusal.ts'
import { rewordAside } from './aside.ts'
import type { SessionState } from '../session.ts'
import { mergedText, spliced } from '../splice.ts'
import { own } from '../own.ts'
import { spotOn } from './spots.ts'

/** The deed as it stands, or as it stood a moment ago: a card on its way when the phase ended is still taken. */
function withGrace(state: SessionState, deed: Deed, { person, now }: Context): Refusal | null {
  const refusal = refusalFor(person, deed, settingFor(state))
  const grace = refusal === null ? null : graceFor(state, now)
  return grace === null ? refusal : refusalFor(person, deed, grace)
}

export function add(
  state: SessionState,
  command: CommandOf<'card.add'>,
  context: Context,
): Decided {
  const { person, board, dice, limits } = context
  const capture = command.capture === true
  const refusal = withGrace(state, capture ? 'capture' : 'add card', context)
  if (refusal !== null) return refuse(refusal)
  const text = command.text.toWellFormed()
  if (text.trim() === '') return refuse('empty-text')
  if (text.length > CARD_TEXT_MAX) return refuse('too-long')
  if (board.size >= limits.cards) return refuse('too-many-cards')
  const lane = board.entry(command.to)
  const section = lane === null ? command.to : lane.parent
  if (lane !== null && (lane.kind !== 'lane' || lane.removed)) return refuse('no-such-lane')
  const home = sectionOf(state.format, section)
  if (!holdsCards(home)) return refuse('no-such-place')
  const point = home?.kind === 'wall' ? (command.at ?? spotOn(board, section)) : undefined
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
    place: placeAt(command.to, keyBetween(board.lastOrder(command.to), null), point),
    ...(named ? { fields: { by: person.id } } : {}),
  }
  return decided(
    capture || !state.anonymous ? [] : [{ is: 'card.authored', card: id, person: person.id }],
    [edit],
    { card: id },
  )
}

export function reword(
  state: SessionState,
  command: CommandOf<'card.reword'>,
  context: Context,
): Decided {
  const { person, board } = context
  const entry = board.entry(command.card)
  if (entry === null || entry.removed) return refuse('no-such-card')
  if (own(state.aside, entry.id) !== undefined) return rewordAside(state, command, context)
  const isOwn = (entry.by ?? own(state.authors, entry.id)) === person.id
  const refusal = withGrace(state, isOwn ? 'edit own' : 'edit others', context)
  if (refusal !== null) return refuse(refusal)
  if (command.to.trim() === '') return refuse('empty-text')
  const splices = mergedText(command.from, command.to.toWellFormed(), entry.text)
  if (splices.reduce(spliced, entry.text).length > KINDS[entry.kind].textMax)
    return refuse('too-long')
  return decided([], [{ do: 'splice', id: entry.id, splices }])
}

/** A card goes or comes back, under the server's id: nobody signs it, its author least of all. */
export function remove(
  state: SessionState,
  command: CommandOf<'card.remove'> | CommandOf<'card.restore'>,
  { person, board }: Context,
): Decided {
  const entry = board.entry(command.card)
  if (entry === null || entry.kind !== 'card') return refuse('no-such-card')
  const isOwn = (entry.by ?? own(state.authors, entry.id)) === person.id
  const deed = isOwn ? 'remove own' : 'remove others'
  const refusal = refusalFor(person, deed, settingFor(state))
  if (refusal !== null) return refuse(refusal)
  const removed = command.type === 'card.remove'
  if (entry.removed === removed) return decided([])
  const taken = own(state.taken ?? {}, entry.id) === true
  if (taken && person.role !== 'facilitator') return refuse('taken-away')
  // What is not one's own only a facilitator removes.
  const takes = removed && !isOwn
  return decided(taken === takes ? [] : [{ is: 'card.taken', card: entry.id, taken: takes }], [
    { do: 'set', id: entry.id, field: 'removed', value: removed },
  ])
}

/** Who moved a card last; of a card without a name nobody is told, and nobody knows. */
export function history(
  state: SessionState,
  { card }: CommandOf<'card.history'>,
  { person, board }: Context,
): Decided {
  if (person.left) return refuse('no-such-person')
  if (board.entry(card)?.kind !== 'card') return refuse('no-such-card')
  const moved = state.anonymous ? undefined : own(state.moved ?? {}, card)
  return decided([], [], { moved: moved === undefined ? null : { ...moved } })
}

/** A lane comes back, and with it the cards that still stand where its removal put them, in the order given. */
export function restoreLane(command: CommandOf<'lane.restore'>, { board }: Context): Decided {
  const lane = board.entry(command.lane)
  if (lane === null || lane.kind !== 'lane') return refuse('no-such-lane')
  if (!lane.removed) return decided([])
  const section = lane.parent
  const cards = [...new Set(command.cards)].flatMap((id) => {
    const card = board.entry(id)
    const waits = card?.kind === 'card' && !card.removed && card.parent === section
    return waits ? [card] : []
  })
  const keys = keysAfter(board.lastOrder(lane.id), cards.length)
  return decided(
    [],
    [
      { do: 'set', id: lane.id, field: 'removed', value: false },
      ...cards.map((card, index): Edit => ({
        do: 'set',
        id: card.id,
        field: 'place',
        value: placeAt(lane.id, keys[index] ?? ''),
      })),
    ],
  )
}

/** A lane goes; its cards are "still to place" again, in their order. */
export function removeLane(
  state: SessionState,
  command: CommandOf<'lane.remove'>,
  { board }: Context,
): Decided {
  const lane = board.entry(command.lane)
  if (lane === null || lane.kind !== 'lane' || lane.removed) return refuse('no-such-lane')
  const section = sectionOfEntry(board, lane)
  const cards = [...board.entries()]
    .filter((entry) => entry.parent === lane.id && !entry.removed)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  const keys = keysAfter(board.lastOrder(section), cards.length)
  const estimated = Object.values(state.rounds).some((round) => round.kind === 'estimates')
  return decided(estimated ? [{ is: 'target.gone', target: lane.id }] : [], [
    { do: 'set', id: lane.id, field: 'removed', value: true },
    ...cards.map((card, index): Edit => ({
      do: 'set',
      id: card.id,
      field: 'place',
      value: placeAt(section, keys[index] ?? ''),
    })),
  ])
}
