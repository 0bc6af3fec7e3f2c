/** What the rules of a phase propose to talk about, from its dots or estimates. A person decides. */
import type { Phase } from '@plenary/shared/format'
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
  const scores = rules.from === 'dots' ? dotScores(view, board) : estimateScores(view, board)
  return scores === null ? null : propose(scores, rules)
}

interface Score {
  target: string
  score: number
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
    score: estimateOf(view.facts, found.id, target)?.product ?? 0,
  }))
}
