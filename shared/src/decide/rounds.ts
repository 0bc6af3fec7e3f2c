/** Dot rounds: open, change, close, and one dot at a time. */
import { dotRefusal, dotsUsed, tally } from '../ballot.ts'
import type { Command } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { BoardReader } from '../entry.ts'
import { sectionOfEntry } from '../entry.ts'
import type { Event } from '../event.ts'
import type { Phase } from '../format.ts'
import { sectionOf } from '../format.ts'
import { cardsOfGroup, groupOf } from '../group.ts'
import type { SessionState } from '../session.ts'
import { own } from '../own.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** Rounds a session may have, open and closed. */
export const ROUNDS_MAX = 20

function openIn(state: SessionState, section: string): boolean {
  return Object.values(state.rounds).some(
    (round) => round.is === 'open' && round.kind === 'dots' && round.section === section,
  )
}

/** Entering a phase that votes opens its round, once: going back does not ask for the dots again. */
export function openFor(state: SessionState, phase: Phase, { dice, now }: Context): Event[] {
  if (phase.dots === undefined) return []
  const held = Object.values(state.rounds).some(
    (round) => round.kind === 'dots' && round.section === phase.section,
  )
  if (held) return []
  return [opened(dice.id(), phase.section, phase.dots, now)]
}

function opened(
  round: string,
  section: string,
  rules: NonNullable<Phase['dots']>,
  at: number,
): Event {
  return {
    is: 'round.opened',
    round,
    as: { is: 'open', kind: 'dots', section, rules, ballots: {}, openedAt: at },
  }
}

export function open(
  state: SessionState,
  command: Of<'round.open'>,
  { dice, now }: Context,
): Decided {
  if (sectionOf(state.format, command.section)?.kind !== 'columns') return refuse('no-such-place')
  if (openIn(state, command.section)) return refuse('round-open')
  if (Object.keys(state.rounds).length >= ROUNDS_MAX) return refuse('too-many-rounds')
  const round = dice.id()
  return decided([opened(round, command.section, command.rules, now)], [], { round })
}

export function change(state: SessionState, command: Of<'round.change'>): Decided {
  const round = own(state.rounds, command.round)
  if (round === undefined || round.kind !== 'dots') return refuse('no-such-round')
  if (round.is === 'closed') return refuse('round-closed')
  // Totals that were promised to stay hidden would show each dot of the moment.
  const voted = Object.values(round.ballots).some((ballot) => dotsUsed(ballot) > 0)
  if (voted && command.rules.live !== round.rules.live) return refuse('totals-promised')
  return decided([{ is: 'round.changed', round: command.round, rules: command.rules }])
}

export function close(state: SessionState, command: Of<'round.close'>): Decided {
  const round = own(state.rounds, command.round)
  if (round === undefined || round.kind !== 'dots') return refuse('no-such-round')
  if (round.is === 'closed') return decided([])
  const result = tally(round.ballots)
  return decided([{ is: 'round.closed', round: command.round, result }])
}

export function dot(
  state: SessionState,
  command: Of<'dot.add'> | Of<'dot.take'>,
  { person, board }: Context,
): Decided {
  const round = own(state.rounds, command.round)
  if (round === undefined || round.kind !== 'dots') return refuse('no-such-round')
  if (round.is === 'closed') return refuse('round-closed')
  const ballot = round.ballots[person.id] ?? {}
  const dots = own(ballot, command.target) ?? 0
  const set = (to: number): Decided =>
    decided([
      { is: 'dots.set', round: command.round, person: person.id, target: command.target, dots: to },
    ])
  // A dot may be taken back also from a card that has gone.
  if (command.type === 'dot.take') return dots === 0 ? refuse('no-dot-here') : set(dots - 1)
  if (!votable(state, round.section, command.target, board)) return refuse('no-such-card')
  const refusal = dotRefusal(ballot, command.target, round.rules)
  return refusal === null ? set(dots + 1) : refuse(refusal)
}

/** A card that is in no group, or a group that has cards; nothing that is set aside. */
function votable(
  state: SessionState,
  section: string,
  target: string,
  board: BoardReader,
): boolean {
  const entry = board.entry(target)
  if (entry?.kind === 'card')
    return (
      !entry.removed &&
      groupOf(board, entry) === null &&
      own(state.aside, entry.id) === undefined &&
      sectionOfEntry(board, entry) === section
    )
  return cardsOfGroup(board, target, section).some(
    (card) => groupOf(board, card) === target && own(state.aside, card.id) === undefined,
  )
}
