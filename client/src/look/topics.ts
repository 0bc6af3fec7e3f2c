/** What the rules of a phase propose to talk about, from its dots or estimates. A person decides. */
import type { Ranked } from '@plenary/shared/estimate'
import { ranked } from '@plenary/shared/estimate'
import type { Phase, QueueRules } from '@plenary/shared/format'
import type { Proposal } from '@plenary/shared/queue'
import { propose } from '@plenary/shared/queue'
import type { SessionClient, View } from '../sync/session-client.ts'
import { dotRoundOf, estimateOf, estimateRoundOf } from './rounds.ts'

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
        scores.map(({ target, score }) => ({ target, score: score ?? 0 })),
        rules,
      )
}

/** What everybody gave, by target: everything that could be talked about, those at zero last. */
export interface Standings {
  from: QueueRules['from']
  /** `score`: dots, or the product of the averages; null where nobody gave a number. */
  rows: Ranked<Score>[]
}

/** What the dots or numbers behind a phase's queue came to; null where there are none to read yet. */
export function standingsFor(view: View, phase: Phase | null, board: Board): Standings | null {
  const rules = phase?.queue
  if (rules === undefined) return null
  const scores = scoresFor(view, rules, board)
  return scores === null ? null : { from: rules.from, rows: ranked(scores, ({ score }) => score) }
}

/** Everything a phase could talk about: what was voted on or estimated, else the cards, else the lanes of its section. */
export function candidatesFor(view: View, phase: Phase, board: Board): string[] {
  const standings = standingsFor(view, phase, board)
  if (standings !== null) return standings.rows.map(({ item }) => item.target)
  const cards = cardsIn(board, phase.section)
  return cards.length > 0 ? cards : [...board.ids(phase.section, 'lane')]
}

function scoresFor(view: View, rules: QueueRules, board: Board): Score[] | null {
  return rules.from === 'dots' ? dotScores(view, board) : estimateScores(view, board)
}

export interface Score {
  target: string
  score: number | null
}

function dotScores(view: View, board: Board): Score[] | null {
  const found = dotRoundOf(view.facts)
  const result = found?.round.result
  if (found === null || result === undefined) return null
  return cardsIn(board, found.round.section).map((target) => ({
    target,
    score: result[target] ?? 0,
  }))
}

function estimateScores(view: View, board: Board): Score[] | null {
  const found = estimateRoundOf(view.facts)
  if (found === null || found.round.is === 'open') return null
  return board.ids(found.round.rules.of, 'lane').map((target) => ({
    target,
    score: estimateOf(view.facts, found.id, target)?.product ?? null,
  }))
}
