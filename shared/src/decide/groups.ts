/** Two groups become one: the only thing about groups that must hold between cards, so it is asked. */
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { Edit } from '../edit.ts'
import { laneOf, placeAt } from '../entry.ts'
import { cardsOfGroup } from '../group.ts'
import { byOrder, keysAfter } from '../order.ts'
import { graceFor, settingFor } from '../setting.ts'
import { refusalFor } from '../permission.ts'
import type { SessionState } from '../session.ts'

/** The cards of one group join another, behind its own and in its lane; the emptied one goes. */
export function merge(
  state: SessionState,
  command: CommandOf<'group.merge'>,
  context: Context,
): Decided {
  const { board, person, now } = context
  const grace = graceFor(state, now)
  const refusal = refusalFor(person, 'move', settingFor(state))
  if (refusal !== null && (grace === null || refusalFor(person, 'move', grace) !== null))
    return refuse(refusal)
  const [from, into] = [board.entry(command.group), board.entry(command.into)]
  if (from === null || from.kind !== 'group' || from.removed) return refuse('no-such-group')
  if (into === null || into.kind !== 'group' || into.removed || into.id === from.id)
    return refuse('no-such-group')
  if (into.parent !== from.parent) return refuse('no-such-group')
  const there = cardsOfGroup(board, into.id, into.parent).sort(byOrder)
  const coming = cardsOfGroup(board, from.id, from.parent).sort(byOrder)
  const first = there[0]
  const lane = first === undefined ? null : (laneOf(board, first)?.id ?? into.parent)
  const keys = lane === null ? [] : keysAfter(board.lastOrder(lane), coming.length)
  const elsewhere = coming.filter((card) => lane !== null && lane !== card.parent)
  return decided(
    state.anonymous || elsewhere.length === 0
      ? []
      : [{ is: 'cards.moved', cards: elsewhere.map(({ id }) => id), by: person.id, at: now }],
    [
      ...coming.flatMap((card, index): Edit[] => [
        { do: 'set', id: card.id, field: 'group', value: into.id },
        ...(lane === null || lane === card.parent
          ? []
          : [
              {
                do: 'set' as const,
                id: card.id,
                field: 'place',
                value: placeAt(lane, keys[index] ?? ''),
              },
            ]),
      ]),
      { do: 'set', id: from.id, field: 'removed', value: true },
    ],
  )
}
