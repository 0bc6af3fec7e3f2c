/** Rounds of estimates as a screen looks for them, and the numbers they have shown. */
import type { AxisResult, EstimateResult } from '@plenary/shared/estimate'
import type { Facts, RoundFact } from '@plenary/shared/facts'
import type { Found } from './rounds.ts'
import { latest } from './rounds.ts'

export type EstimateRoundFact = RoundFact & {
  rules: Extract<RoundFact['rules'], { kind: 'estimates' }>
}

const isEstimates = (round: RoundFact): round is EstimateRoundFact =>
  round.rules.kind === 'estimates'

/** The last opened round of estimates, of one section or of any. */
export function estimateRoundOf(facts: Facts, section?: string): Found<EstimateRoundFact> | null {
  return latest(facts, isEstimates, section)
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
