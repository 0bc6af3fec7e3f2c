/** Folds the rounds: dots and polls, blind numbers and what was agreed after them. */
import { tally, withDots } from '../ballot.ts'
import type { Given } from '../estimate.ts'
import type { EventOf } from '../event.ts'
import { must } from '../must.ts'
import type { DotRound, EstimateRound, Round, SessionState } from '../session.ts'
import { without } from '../without.ts'

export function opened(state: SessionState, event: EventOf<'round.opened'>): SessionState {
  return withRound(state, event.round, event.as)
}

export function changed(state: SessionState, event: EventOf<'round.changed'>): SessionState {
  return withRound(state, event.round, { ...dotRound(state, event.round), rules: event.rules })
}

export function closed(state: SessionState, event: EventOf<'round.closed'>): SessionState {
  return withRound(state, event.round, {
    ...dotRound(state, event.round),
    is: 'closed',
    result: event.result,
    ...(event.of === undefined ? {} : { of: event.of }),
  })
}

export function dotsSet(state: SessionState, event: EventOf<'dots.set'>): SessionState {
  const round = dotRound(state, event.round)
  const ballot = withDots(round.ballots[event.person] ?? {}, event.target, event.dots)
  return withRound(state, event.round, {
    ...round,
    ballots: { ...round.ballots, [event.person]: ballot },
  })
}

export function estimatePut(state: SessionState, event: EventOf<'estimate.put'>): SessionState {
  const round = estimateRound(state, event.round)
  const target = { ...round.answers[event.target], [event.person]: event.answer }
  return withRound(state, event.round, {
    ...round,
    answers: { ...round.answers, [event.target]: target },
  })
}

export function estimatesRevealed(
  state: SessionState,
  event: EventOf<'estimate.revealed'>,
): SessionState {
  const round = estimateRound(state, event.round)
  const revealed = [...new Set([...round.revealed, ...event.targets])]
  return withRound(state, event.round, { ...round, is: 'closed', revealed })
}

export function estimateReopened(
  state: SessionState,
  event: EventOf<'estimate.reopened'>,
): SessionState {
  const round = estimateRound(state, event.round)
  const { [event.target]: _agreed, ...agreed } = round.agreed
  const revealed = round.revealed.filter((target) => target !== event.target)
  // Numbers whose people a close has erased would stand beside the same people's new ones.
  const answers = {
    ...round.answers,
    [event.target]: without(
      round.answers[event.target] ?? {},
      (person) => state.people[person] === undefined,
    ),
  }
  const asked = round.asked && [...new Set([...round.asked, event.target])]
  return withRound(state, event.round, {
    ...round,
    is: 'open',
    revealed,
    agreed,
    answers,
    ...(asked === undefined ? {} : { asked }),
  })
}

export function estimateSettled(
  state: SessionState,
  event: EventOf<'estimate.settled'>,
): SessionState {
  const round = estimateRound(state, event.round)
  const { [event.axis]: _before, ...others } = round.agreed[event.target] ?? {}
  const settled = event.value === null ? others : { ...others, [event.axis]: event.value }
  return withRound(state, event.round, {
    ...round,
    agreed: { ...round.agreed, [event.target]: settled },
  })
}

/** What is gone is estimated no more where numbers are still hidden; what was revealed stays. */
export function targetGone(state: SessionState, { target }: EventOf<'target.gone'>): SessionState {
  const left: Record<string, Round> = {}
  for (const [id, round] of Object.entries(state.rounds)) {
    const hidden = round.kind === 'estimates' && !round.revealed.includes(target)
    left[id] = hidden
      ? {
          ...round,
          answers: without(round.answers, (one) => one === target),
          ...(round.asked === undefined
            ? {}
            : { asked: round.asked.filter((one) => one !== target) }),
        }
      : round
  }
  return { ...state, rounds: left }
}

/** A round with what it came to and without who gave what. */
export function nameless(round: Round): Round {
  switch (round.kind) {
    case 'dots':
      return { ...round, is: 'closed', ballots: {}, result: round.result ?? tally(round.ballots) }
    case 'estimates': {
      const answers: Record<string, Record<string, Given>> = {}
      for (const [target, given] of Object.entries(round.answers)) {
        // Sorted by what they say, so that their order says nothing.
        const sorted = Object.values(given).sort((a, b) =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
        )
        answers[target] = Object.fromEntries(sorted.map((answer, n) => [`somebody-${n}`, answer]))
      }
      return { ...round, is: 'closed', answers }
    }
  }
}

function withRound(state: SessionState, id: string, round: Round): SessionState {
  return { ...state, rounds: { ...state.rounds, [id]: round } }
}

function dotRound(state: SessionState, id: string): DotRound {
  const round = must(state.rounds[id], `round ${id}`)
  if (round.kind !== 'dots') throw new Error(`round ${id} has no dots`)
  return round
}

function estimateRound(state: SessionState, id: string): EstimateRound {
  const round = must(state.rounds[id], `round ${id}`)
  if (round.kind !== 'estimates') throw new Error(`round ${id} has no estimates`)
  return round
}
