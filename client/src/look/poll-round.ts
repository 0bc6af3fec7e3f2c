import type { Facts, RoundFact } from '@plenary/shared/facts'
import type { Found } from './rounds.ts'
import { latest } from './rounds.ts'

export type PollFact = RoundFact & { rules: Extract<RoundFact['rules'], { kind: 'poll' }> }

/** The poll of a section. */
export function pollOf(facts: Facts, section: string): Found<PollFact> | null {
  const isPoll = (round: RoundFact): round is PollFact => round.rules.kind === 'poll'
  return latest(facts, isPoll, section)
}
