/** What the rules of a phase propose to talk about, from its dots or estimates. A person decides. */
import type { Ranked } from '@plenary/shared/estimate'
import { ranked } from '@plenary/shared/estimate'
import type { Phase, QueueRules } from '@plenary/shared/format'
import type { Proposal } from '@plenary/shared/queue'
import { propose } from '@plenary/shared/queue'
import { targetsOf } from '@plenary/shared/group'
import { dotStandings } from '@plenary/shared/standing'
import type { SessionClient, View } from '../sync/session-client.ts'
import { estimateOf, estimateRoundOf } from './estimate-round.ts'
import { dotRoundOf } from './rounds.ts'

export type Board = Pick<SessionClient, 'entry' | 'ids' | 'unplaced'>

/** Cards of a section as they stand: still to place first, then lane by lane. */
export function cardsIn(board: Board, section: string): string[] {
  const lanes = board.ids(section, 'lane')
  return [...board.unplaced(section), ...lanes.flatMap((lane) => board.ids(lane, 'card'))]
}

/** The proposal for a phase with rules for a queue; null where there are none, or no numbers to read yet. */
export function proposalFor(view: View, phase: Phase | null, board: Board): Proposal | null {
  const rules = phase?.queue
  if (rules === undefined) return null
  const scores = scoresFor(view, rules, board)
  return scores === null
    ? null
    : propose(
        scores.map(({ target, level }) => ({ target, score: level ?? 0 })),
        rules,
      )
}

/** What everybody gave for one target. */
export interface Score {
  target: string
  /** Dots of the vote on everything, or the product of the numbers; null where nobody gave one. */
  score: number | null
  /** Dots of the votes held again among those that tie, in their order. */
  again: readonly number[]
  /** What it is ranked by; null or 0 where there is nothing to rank by. */
  level: number | null
}

/** Everything that could be talked about, highest first, those at zero last. */
export interface Standings {
  from: QueueRules['from']
  rows: Ranked<Score>[]
}

/** What the dots or numbers behind a phase's queue came to; null where there are none to read yet. */
export function standingsFor(view: View, phase: Phase | null, board: Board): Standings | null {
  const rules = phase?.queue
  if (rules === undefined) return null
  const scores = scoresFor(view, rules, board)
  return scores === null ? null : { from: rules.from, rows: ranked(scores, ({ level }) => level) }
}

/** Everything a phase could talk about: what was voted on or estimated, else the cards, else the lanes of its section. */
export function candidatesFor(view: View, phase: Phase, board: Board): string[] {
  const standings = standingsFor(view, phase, board)
  if (standings !== null) return standings.rows.map(({ item }) => item.target)
  const targets = votableIn(view, board, phase.section)
  return targets.length > 0 ? targets : [...board.ids(phase.section, 'lane')]
}

function scoresFor(view: View, rules: QueueRules, board: Board): Score[] | null {
  return rules.from === 'dots' ? dotScores(view, board) : estimateScores(view, board)
}

function dotScores(view: View, board: Board): Score[] | null {
  const section = dotRoundOf(view.facts)?.round.section
  if (section === undefined) return null
  const rounds = Object.values(view.facts.rounds).flatMap((round) =>
    round.section === section && round.rules.kind === 'dots' && round.result !== undefined
      ? [{ ...round, result: round.result }]
      : [],
  )
  const standings = dotStandings(rounds, votableIn(view, board, section))
  if (standings === null) return null
  return standings.map(({ target, dots, again, level }) => ({ target, score: dots, again, level }))
}

/** What dots go to in a section: groups, and cards in none that are not set aside. */
function votableIn(view: View, board: Board, section: string): string[] {
  const cards = cardsIn(board, section)
    .filter((card) => !Object.hasOwn(view.facts.aside, card))
    .flatMap((card) => board.entry(card) ?? [])
  return targetsOf(board, cards).map((target) => target.id)
}

function estimateScores(view: View, board: Board): Score[] | null {
  const found = estimateRoundOf(view.facts)
  if (found === null || found.round.is === 'open') return null
  return board.ids(found.round.rules.of, 'lane').map((target) => {
    const score = estimateOf(view.facts, found.id, target)?.product ?? null
    return { target, score, again: [], level: score }
  })
}
