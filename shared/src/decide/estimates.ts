/** Blind estimates: numbers by person, revealed together, settled by agreement. */
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { BoardReader, Entry } from '../entry.ts'
import { onScale } from '../estimate.ts'
import type { Event } from '../event.ts'
import type { Phase, Section } from '../format.ts'
import { sectionOf } from '../format.ts'
import { byOrder } from '../order.ts'
import { ROUNDS_MAX } from './rounds.ts'
import type { EstimateRound, SessionState } from '../session.ts'
import { own } from '../own.ts'

type Matrix = Extract<Section, { kind: 'matrix' }>

/** The lanes of a section as they stand, in their order. */
function lanesIn(board: BoardReader, section: string): Entry[] {
  const lanes: Entry[] = []
  for (const entry of board.entries())
    if (entry.kind === 'lane' && !entry.removed && entry.parent === section) lanes.push(entry)
  return lanes.sort(byOrder)
}

function lanesWithCards(board: BoardReader): ReadonlySet<string> {
  const lanes = new Set<string>()
  for (const entry of board.entries())
    if (entry.kind === 'card' && !entry.removed) lanes.add(entry.parent)
  return lanes
}

function opened(round: string, matrix: Matrix, at: number, board: BoardReader): Event[] {
  const lanes = lanesIn(board, matrix.of)
  if (lanes.length === 0) return []
  const full = lanesWithCards(board)
  const asked = lanes.map((lane) => lane.id).filter((lane) => full.has(lane))
  const as: EstimateRound = {
    is: 'open',
    kind: 'estimates',
    section: matrix.id,
    of: matrix.of,
    axes: matrix.axes.map((axis) => axis.id),
    scale: matrix.scale,
    answers: Object.fromEntries(lanes.map((lane) => [lane.id, {}])),
    ...(asked.length === 0 ? {} : { asked }),
    agreed: {},
    revealed: [],
    openedAt: at,
  }
  return [{ is: 'round.opened', round, as }]
}

function heldIn(state: SessionState, section: string): EstimateRound[] {
  return Object.values(state.rounds)
    .filter((round) => round.kind === 'estimates')
    .filter((round) => round.section === section)
}

/** Entering a phase that estimates opens its round, once. */
export function openFor(state: SessionState, phase: Phase, { dice, now, board }: Context): Event[] {
  const section = sectionOf(state.format, phase.section)
  if (section?.kind !== 'matrix' || !phase.opens.includes('estimates')) return []
  return heldIn(state, section.id).length === 0 ? opened(dice.id(), section, now, board) : []
}

export function open(
  state: SessionState,
  command: CommandOf<'estimate.open'>,
  { dice, now, board }: Context,
): Decided {
  const section = sectionOf(state.format, command.section)
  if (section?.kind !== 'matrix') return refuse('no-such-place')
  if (heldIn(state, section.id).some((held) => held.is === 'open')) return refuse('round-open')
  if (Object.keys(state.rounds).length >= ROUNDS_MAX) return refuse('too-many-rounds')
  const round = dice.id()
  const events = opened(round, section, now, board)
  return events.length === 0 ? refuse('nothing-to-estimate') : decided(events, [], { round })
}

function roundOf(state: SessionState, id: string): EstimateRound | null {
  const round = own(state.rounds, id)
  return round !== undefined && round.kind === 'estimates' ? round : null
}

/** A lane that still stands, whether it was there when the round opened or came later. */
function isTarget(round: EstimateRound, target: string, board: BoardReader): boolean {
  const lane = board.entry(target)
  return lane !== null && lane.kind === 'lane' && !lane.removed && lane.parent === round.of
}

/** A number of one person on one axis, or that they pass; the last one counts. */
export function answer(
  state: SessionState,
  command: CommandOf<'estimate.put'> | CommandOf<'estimate.pass'>,
  { person, board }: Context,
): Decided {
  const round = roundOf(state, command.round)
  if (round === null) return refuse('no-such-round')
  if (round.is === 'closed' || round.revealed.includes(command.target))
    return refuse('already-revealed')
  if (!isTarget(round, command.target, board)) return refuse('no-such-lane')
  const value = command.type === 'estimate.pass' ? 'pass' : command.value
  if (!round.axes.includes(command.axis) || (value !== 'pass' && !onScale(round.scale, value)))
    return refuse('not-on-scale')
  const before = own(round.answers, command.target)?.[person.id] ?? {}
  return decided([
    {
      is: 'estimate.put',
      round: command.round,
      target: command.target,
      person: person.id,
      answer: { ...before, [command.axis]: value },
    },
  ])
}

export function reveal(state: SessionState, command: CommandOf<'estimate.reveal'>): Decided {
  const round = roundOf(state, command.round)
  if (round === null) return refuse('no-such-round')
  if (round.is === 'closed') return refuse('already-revealed')
  return decided([
    { is: 'estimate.revealed', round: command.round, targets: Object.keys(round.answers) },
  ])
}

/** Hides the numbers of one target again, so that they can be changed; what was agreed goes. */
export function reopen(state: SessionState, command: CommandOf<'estimate.reopen'>): Decided {
  const round = roundOf(state, command.round)
  if (round === null) return refuse('no-such-round')
  if (!round.revealed.includes(command.target)) return decided([])
  return decided([{ is: 'estimate.reopened', round: command.round, target: command.target }])
}

/** An agreed number beside the kept average; null takes it back. */
export function settle(state: SessionState, command: CommandOf<'estimate.settle'>): Decided {
  const round = roundOf(state, command.round)
  if (round === null) return refuse('no-such-round')
  if (!round.revealed.includes(command.target)) return refuse('estimates-open')
  if (
    !round.axes.includes(command.axis) ||
    (command.value !== null && !onScale(round.scale, command.value))
  )
    return refuse('not-on-scale')
  const { round: id, target, axis, value } = command
  return decided([{ is: 'estimate.settled', round: id, target, axis, value }])
}
