/** Dot rounds: open, change, close, and one dot at a time. */
import { dotRefusal, dotsUsed, promiseRefusal, tally } from '../ballot.ts'
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import type { BoardReader } from '../entry.ts'
import { sectionOfEntry } from '../entry.ts'
import type { Event } from '../event.ts'
import type { Phase } from '../format.ts'
import { sectionOf } from '../format.ts'
import { holdsCards } from '../holds-cards.ts'
import { cardsOfGroup, groupOf } from '../group.ts'
import { counts } from '../person.ts'
import type { Option } from '../poll.ts'
import { POLL_RULES, answerIn, optionsOf } from '../poll.ts'
import type { DotRound, SessionState } from '../session.ts'
import { setFor, started } from '../timer.ts'
import { own } from '../own.ts'

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
  const options = optionsOf(sectionOf(state.format, phase.section))
  return [opened(dice.id(), phase.section, phase.dots, options, now)]
}

function opened(
  round: string,
  section: string,
  rules: NonNullable<Phase['dots']>,
  options: Option[] | null,
  at: number,
): Event {
  const as: DotRound = { is: 'open', kind: 'dots', section, rules, ballots: {}, openedAt: at }
  if (options === null) return { is: 'round.opened', round, as }
  return { is: 'round.opened', round, as: { ...as, rules: POLL_RULES, options } }
}

export function open(
  state: SessionState,
  command: CommandOf<'round.open'>,
  { board, dice, now }: Context,
): Decided {
  if (!holdsCards(sectionOf(state.format, command.section))) return refuse('no-such-place')
  if (openIn(state, command.section)) return refuse('round-open')
  if (Object.keys(state.rounds).length >= ROUNDS_MAX) return refuse('too-many-rounds')
  const { section, rules, targets, minutes } = command
  if (targets?.some((target) => !votable(state, section, target, board)) === true)
    return refuse('no-such-card')
  const round = dice.id()
  const as: DotRound = {
    is: 'open',
    kind: 'dots',
    section,
    rules,
    ...(targets === undefined ? {} : { targets }),
    ...(minutes === undefined ? {} : { clock: state.timer }),
    ballots: {},
    openedAt: now,
  }
  const events: Event[] = [{ is: 'round.opened', round, as }]
  if (minutes !== undefined) events.push({ is: 'timer.set', timer: started(setFor(minutes), now) })
  return decided(events, [], { round })
}

export function change(state: SessionState, command: CommandOf<'round.change'>): Decided {
  const round = own(state.rounds, command.round)
  if (round === undefined || round.kind !== 'dots') return refuse('no-such-round')
  // A poll has no rules to change.
  if (round.options !== undefined) return refuse('no-such-round')
  if (round.is === 'closed') return refuse('round-closed')
  // Totals that were promised to stay hidden would show each dot of the moment.
  const voted = Object.values(round.ballots).some((ballot) => dotsUsed(ballot) > 0)
  const promised = promiseRefusal(voted)
  if (promised !== null && command.rules.live !== round.rules.live) return refuse(promised)
  return decided([{ is: 'round.changed', round: command.round, rules: command.rules }])
}

export function close(
  state: SessionState,
  command: CommandOf<'round.close'>,
  { now }: Context,
): Decided {
  const round = own(state.rounds, command.round)
  if (round === undefined || round.kind !== 'dots') return refuse('no-such-round')
  if (round.is === 'closed') return decided([])
  return decided(closing(state, command.round, round, now))
}

/** What closing a round of dots brings: its result, and the clock that it interrupted. */
export function closing(
  { phase, people }: Pick<SessionState, 'phase' | 'people'>,
  id: string,
  round: DotRound,
  now: number,
): Event[] {
  const of = Object.values(people).filter(counts).length
  const events: Event[] = [
    {
      is: 'round.closed',
      round: id,
      result: tally(round.ballots),
      ...(round.options === undefined ? {} : { of }),
    },
  ]
  const { clock, openedAt } = round
  // Another phase has its own clock by now.
  if (phase !== null && phase.since > openedAt) return events
  // The time of the vote was not time of what it interrupted.
  if (clock?.is === 'running')
    events.push({ is: 'timer.set', timer: { ...clock, endsAt: clock.endsAt + now - openedAt } })
  else if (clock !== undefined) events.push({ is: 'timer.set', timer: clock })
  return events
}

export function dot(
  state: SessionState,
  command: CommandOf<'dot.add'> | CommandOf<'dot.take'>,
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
  if (round.options !== undefined) return answer(command, person.id, round, round.options)
  if (!votable(state, round.section, command.target, board)) return refuse('no-such-card')
  if (round.targets?.includes(command.target) === false) return refuse('not-in-this-vote')
  const mine = isOwn(state, person.id, command.target, round.section, board)
  const refusal = dotRefusal(ballot, command.target, round.rules, mine)
  return refusal === null ? set(dots + 1) : refuse(refusal)
}

/** One's answer, in place of the one before. */
function answer(
  { round, target }: CommandOf<'dot.add'>,
  person: string,
  { ballots }: DotRound,
  options: readonly Option[],
): Decided {
  if (!options.some(({ id }) => id === target)) return refuse('no-such-option')
  const before = answerIn(ballots[person])
  if (before === target) return decided([])
  const one = { is: 'dots.set', round, person } as const
  return decided([
    ...(before === null ? [] : [{ ...one, target: before, dots: 0 }]),
    { ...one, target, dots: 1 },
  ])
}

/** Whether this person wrote it; a group is somebody's own where all of its cards are. */
function isOwn(
  state: SessionState,
  person: string,
  target: string,
  section: string,
  board: BoardReader,
): boolean {
  const card = board.entry(target)
  const cards = card?.kind === 'card' ? [card] : cardsOfGroup(board, target, section)
  return cards.length > 0 && cards.every((one) => (one.by ?? own(state.authors, one.id)) === person)
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
