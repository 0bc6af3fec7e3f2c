/** Looking back: points of the history are taken at each change of phase and on demand, and the board goes back to one. */
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { Event } from '../event.ts'
import type { HistoryPoint } from '../history-point.ts'
import { POINT_SIZE_MAX, mayName, mayTakeOfPhase, sizeOf } from '../history-point.ts'
import { own } from '../own.ts'
import { keepsWordsOf, wayBack } from '../past.ts'
import { tidyName } from '../person.ts'
import type { SessionState } from '../session.ts'

/** A point of the phase that ends here; nothing where none does, where there are many, or the board is too large. */
export function pointOfPhase(
  state: SessionState,
  { dice, board, now }: Pick<Context, 'dice' | 'board' | 'now'>,
): Event[] {
  const { phase } = state
  if (phase === null || !mayTakeOfPhase(state.points ?? [], now)) return []
  const size = sizeOf(board)
  if (size > POINT_SIZE_MAX) return []
  const name = state.steps[phase.id]?.title ?? ''
  const point = {
    id: dice.id(),
    is: 'phase',
    name,
    at: now,
    phase: phase.id,
    by: null,
    size,
  } as const
  return [{ is: 'point.taken', point }]
}

export function mark(
  state: SessionState,
  command: CommandOf<'history.mark'>,
  { person, now, dice, board }: Context,
): Decided {
  const name = tidyName(command.name)
  if (name === '') return refuse('empty-name')
  const size = sizeOf(board)
  if (size > POINT_SIZE_MAX) return refuse('too-large-to-keep')
  if (!mayName(state.points ?? [], size)) return refuse('too-many-points')
  const phase = state.phase?.id ?? null
  const point: HistoryPoint = {
    id: dice.id(),
    is: 'named',
    name,
    at: now,
    phase,
    by: person.id,
    size,
  }
  return decided([{ is: 'point.taken', point }], [], { point: point.id })
}

/** The board as it was: content alone. Votes and facts stay, and a point is taken first. */
export function restore(
  state: SessionState,
  command: CommandOf<'history.restore'>,
  { person, now, dice, board, past }: Context,
): Decided {
  const to = state.points?.find(({ id }) => id === command.point)
  const then = to === undefined ? null : (past?.(to.id) ?? null)
  if (to === undefined || then === null) return refuse('no-such-point')
  const size = sizeOf(board)
  if (size > POINT_SIZE_MAX) return refuse('too-large-to-keep')
  const { edits, changed, gone, back } = wayBack(then.entries, board, keepsWordsOf(to, state))
  const counts = { changed: changed.length, gone: gone.length, back: back.length }
  if (edits.length === 0) return decided([], [], { before: null, ...counts })
  const before: HistoryPoint = {
    id: dice.id(),
    is: 'before',
    name: to.name,
    at: now,
    phase: state.phase?.id ?? null,
    by: person.id,
    size,
  }
  const events: Event[] = [
    { is: 'point.taken', point: before },
    {
      is: 'board.brought-back',
      by: person.id,
      at: now,
      to: { id: to.id, is: to.is, name: to.name, at: to.at },
      before: before.id,
    },
  ]
  if (state.show !== null && gone.includes(state.show))
    events.push({ is: 'card.shown', card: null })
  // Whatever else it removes, its author may bring back.
  const wereTaken = new Set(then.taken)
  const taken = gone.filter((id) => wereTaken.has(id))
  const given = back.filter((id) => own(state.taken ?? {}, id) === true)
  if (taken.length > 0) events.push({ is: 'cards.taken', cards: taken, taken: true })
  if (given.length > 0) events.push({ is: 'cards.taken', cards: given, taken: false })
  const cards = new Set(then.entries.flatMap(({ id, kind }) => (kind === 'card' ? [id] : [])))
  const moved = edits.flatMap((edit) =>
    edit.do === 'set' && edit.field === 'place' && cards.has(edit.id) ? [edit.id] : [],
  )
  if (!state.anonymous && moved.length > 0)
    events.push({ is: 'cards.moved', cards: moved, by: person.id, at: now })
  return decided(events, edits, { before: before.id, ...counts })
}
