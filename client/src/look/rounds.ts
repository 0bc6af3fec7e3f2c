/** Rounds as a screen looks for them: the one that counts now in a section. */
import type { AxisResult, EstimateResult } from '@plenary/shared/estimate'
import type { Facts, RoundFact } from '@plenary/shared/facts'

export type DotRoundFact = RoundFact & { rules: Extract<RoundFact['rules'], { kind: 'dots' }> }
export type EstimateRoundFact = RoundFact & {
  rules: Extract<RoundFact['rules'], { kind: 'estimates' }>
}
export type Found<R> = { id: string; round: R }

const isDots = (round: RoundFact): round is DotRoundFact => round.rules.kind === 'dots'
const isEstimates = (round: RoundFact): round is EstimateRoundFact =>
  round.rules.kind === 'estimates'

/** The last opened round of dots, of one section or of any; an open one before any closed one. */
export function dotRoundOf(facts: Facts, section?: string): Found<DotRoundFact> | null {
  return latest(facts, isDots, section)
}

/** Whether a vote was opened in the present phase, which is about something else, and is closed by now. */
export function closedHere(
  { round }: Found<DotRoundFact>,
  { phase }: Facts,
  activity: string,
): boolean {
  const elsewhere = activity !== 'vote' && activity !== 'discuss'
  return elsewhere && round.is === 'closed' && round.openedAt >= (phase?.since ?? 0)
}

/** The last opened round of estimates, of one section or of any. */
export function estimateRoundOf(facts: Facts, section?: string): Found<EstimateRoundFact> | null {
  return latest(facts, isEstimates, section)
}

function latest<R extends RoundFact>(
  facts: Facts,
  wanted: (round: RoundFact) => round is R,
  section: string | undefined,
): Found<R> | null {
  let best: Found<R> | null = null
  for (const [id, round] of Object.entries(facts.rounds)) {
    if (!wanted(round) || (section !== undefined && round.section !== section)) continue
    const newer =
      best === null ||
      (round.is === best.round.is ? round.openedAt > best.round.openedAt : round.is === 'open')
    if (newer) best = { id, round }
  }
  return best
}

/** Shown numbers of one target of a round of estimates; null until they are revealed. */
export function estimateOf(facts: Facts, round: string, target: string): EstimateResult | null {
  const result = facts.estimates[`${round}:${target}`]?.result ?? null
  if (result === null) return null
  const axes: Record<string, AxisResult> = {}
  for (const [axis, { agreed, ...value }] of Object.entries(result.axes))
    axes[axis] = agreed === undefined ? value : { ...value, agreed }
  return { axes, product: result.product }
}
