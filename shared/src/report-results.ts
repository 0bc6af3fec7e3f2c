/** What a report says of rounds and of the queue: estimates with ranks, dots with ranks, topics. */
import { ranked, splitOpinion } from './estimate.ts'
import type { RoundFact } from './facts.ts'
import type { DotRules } from './format.ts'
import { sectionOf } from './format.ts'
import type { SeenDots, Source } from './report-board.ts'
import { columnsOf, standingText } from './report-board.ts'
import { laneOf } from './entry.ts'
import { groupOf, targetsOf } from './group.ts'

export interface ReportAxis {
  id: string
  title: string
  /** The agreed number, else the average; null when nobody answered or nobody may see it yet. */
  shown: number | null
  mean: number | null
  /** People who gave a number; null while that is hidden. */
  n: number | null
  agreed: number | null
  /** How many people gave each number. */
  spread: Record<string, number>
}

/**
 * `agreed`: everybody gave the same numbers, or one was agreed on; `split`: on these axes people stand two apart, at
 * least two at each end; `mostly`: anything between.
 */
export type Agreement = { is: 'agreed' } | { is: 'mostly' } | { is: 'split'; on: string[] }

export interface ReportEstimateRow {
  lane: string
  laneId: string
  axes: ReportAxis[]
  product: number | null
  /** How far people agreed; null while numbers are hidden or nobody gave one. */
  agreement: Agreement | null
  /** 1 is highest; equals share it and the next one counts on. */
  rank: number | null
  tied: boolean
}

/** One round of estimates; highest product first. */
export interface ReportEstimates {
  round: string
  section: string
  title: string
  is: 'open' | 'closed'
  rows: ReportEstimateRow[]
}

export interface ReportVoteRow {
  id: string
  text: string
  lane: string | null
  /** Null while the dots of an open round are hidden. */
  dots: number | null
  rank: number | null
  tied: boolean
}

/** One round of dots; most dots first. */
export interface ReportVotes {
  round: string
  section: string
  title: string
  is: 'open' | 'closed'
  rules: DotRules
  rows: ReportVoteRow[]
  /** Dots on cards that were removed since. */
  removed: number
}

/** A question that everybody answered once, and how many gave each answer. */
export interface ReportPoll {
  round: string
  title: string
  is: 'open' | 'closed'
  /** Null while the answers are hidden. */
  answered: number | null
  /** How many could have answered; null while it is open. */
  of: number | null
  rows: { id: string; text: string; answers: number | null }[]
}

export interface ReportTopic {
  id: string
  /** Null when the card or lane was removed since. */
  text: string | null
  /** Planned. */
  minutes: number
  /** Minutes talked about, to a tenth; null where it was never the topic. */
  used: number | null
  is: 'waiting' | 'now' | 'done'
}

export interface ReportDecision {
  id: string
  text: string
  /** The topic it was agreed on; null where there was none, or it was removed since. */
  topic: string | null
}

/** Rounds as they were opened. */
function roundsOf({ facts }: Source): [string, RoundFact][] {
  return Object.entries(facts.rounds).sort(
    ([a, one], [b, other]) => one.openedAt - other.openedAt || (a < b ? -1 : 1),
  )
}

/** Dots that may be seen: written at close, or live. */
export function seenDots(source: Source): SeenDots {
  return roundsOf(source).flatMap(([round, fact]) => {
    if (fact.rules.kind !== 'dots') return []
    const live = fact.rules.live ? (source.facts.tallies[round] ?? {}) : undefined
    const dots = fact.result ?? live
    return dots === undefined
      ? []
      : [{ round, section: fact.section, dots: new Map(Object.entries(dots)) }]
  })
}

export function estimatesOf(source: Source): ReportEstimates[] {
  const { facts, format, standing } = source
  return roundsOf(source).flatMap(([round, { section, is, rules }]) => {
    if (rules.kind !== 'estimates') return []
    const matrix = sectionOf(format, section)
    const titles = new Map(
      matrix?.kind === 'matrix' ? matrix.axes.map((axis) => [axis.id, axis.title]) : [],
    )
    const lanes = standing.filter((entry) => entry.kind === 'lane' && entry.parent === rules.of)
    const rows = lanes.map((lane) => {
      const result = facts.estimates[`${round}:${lane.id}`]?.result ?? null
      const axes = rules.axes.map((id): ReportAxis => {
        const axis = result !== null && Object.hasOwn(result.axes, id) ? result.axes[id] : undefined
        return {
          id,
          title: titles.get(id) ?? id,
          shown: axis?.shown ?? null,
          mean: axis?.mean ?? null,
          n: axis?.n ?? null,
          agreed: axis?.agreed ?? null,
          spread: { ...axis?.spread },
        }
      })
      const agreement = agreementOn(axes)
      return { lane: lane.text, laneId: lane.id, axes, product: result?.product ?? null, agreement }
    })
    return [
      {
        round,
        section,
        title: matrix?.title ?? section,
        is,
        rows: ranked(rows, (row) => row.product).map(({ item, rank, tied }) => ({
          ...item,
          rank,
          tied,
        })),
      },
    ]
  })
}

function agreementOn(axes: readonly ReportAxis[]): Agreement | null {
  if (axes.every((axis) => axis.shown === null)) return null
  // What was settled after talking is no longer in dispute.
  const open = axes.filter((axis) => axis.agreed === null)
  const split = open.filter(({ spread }) => splitOpinion({ spread }))
  if (split.length > 0) return { is: 'split', on: split.map((axis) => axis.title) }
  const same = open.every(({ spread }) => Object.keys(spread).length <= 1)
  return { is: same ? 'agreed' : 'mostly' }
}

export function votesOf(source: Source, seen: SeenDots): ReportVotes[] {
  const { format, standing, board } = source
  const cards = standing.filter((entry) => entry.kind === 'card')
  return roundsOf(source).flatMap(([round, { section, is, rules }]) => {
    if (rules.kind !== 'dots') return []
    const dots = seen.find((one) => one.round === round)?.dots ?? null
    // A card that was voted on and moved to another section, or into a group, keeps the dots it had.
    const here = cards.filter(
      (card) => columnsOf(source, card) === section || dots?.has(card.id) === true,
    )
    const alone = here.filter(
      (card) => groupOf(board, card) !== null && (dots?.get(card.id) ?? 0) > 0,
    )
    const targets = [
      ...targetsOf(board, here),
      ...alone.map((card) => ({ id: card.id, grouped: false, cards: [card] })),
    ]
    const rows = targets.map(({ id, grouped, cards: [first] }) => ({
      id,
      text: grouped ? (standingText(board, id) ?? '') : (first?.text ?? ''),
      lane: (first === undefined ? null : laneOf(board, first)?.text) ?? null,
      dots: dots === null ? null : (dots.get(id) ?? 0),
    }))
    const sum = [...(dots?.values() ?? [])].reduce((total, n) => total + n, 0)
    const { budget, cap, live } = rules
    return [
      {
        round,
        section,
        title: sectionOf(format, section)?.title ?? section,
        is,
        rules: { budget, cap, live },
        rows: ranked(rows, (row) => row.dots).map(({ item, rank, tied }) => ({
          ...item,
          rank,
          tied,
        })),
        removed: sum - rows.reduce((total, row) => total + (row.dots ?? 0), 0),
      },
    ]
  })
}

/** Questions as they were asked; the answers once they are shown. */
export function pollsOf(source: Source): ReportPoll[] {
  return roundsOf(source).flatMap(([round, { section, is, rules, result, of }]) => {
    if (rules.kind !== 'poll') return []
    const phase = source.format.phases.find((one) => one.section === section)
    const rows = rules.options.map(({ id, text }) => ({
      id,
      text,
      answers: result === undefined ? null : (result[id] ?? 0),
    }))
    const answered =
      result === undefined ? null : rows.reduce((sum, { answers }) => sum + (answers ?? 0), 0)
    const title = phase?.question ?? sectionOf(source.format, section)?.title ?? section
    return [{ round, title, is, answered, of: of ?? null, rows }]
  })
}

export function topicsOf({ facts, board }: Source): ReportTopic[] {
  return facts.queue.map(({ target, minutes, used, is }) => ({
    id: target,
    text: standingText(board, target),
    minutes,
    used: used ?? null,
    is,
  }))
}

/** In the order they were made. */
export function decisionsOf({ facts, board }: Source): ReportDecision[] {
  return Object.entries(facts.decisions)
    .sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1))
    .map(([id, { text, from }]) => ({ id, text, topic: standingText(board, from ?? undefined) }))
}
