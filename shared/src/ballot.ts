/** Dots: what a person may place, and what everybody's dots come to. */
import type { DotRules } from './format.ts'
import type { Refusal } from './refusal.ts'
import { own } from './own.ts'

/** Dots of one person in one round, by target. Counts are whole and above zero. */
export type Ballot = Readonly<Record<string, number>>
/** By person. */
export type Ballots = Readonly<Record<string, Ballot>>

export function dotsUsed(ballot: Ballot): number {
  return Object.values(ballot).reduce((sum, dots) => sum + dots, 0)
}

/** Dots a person has left; below zero when the budget was lowered under them. */
export function dotsLeft(ballot: Ballot, rules: DotRules): number {
  return rules.budget - dotsUsed(ballot)
}

/** Why this person may not place one more dot here, or null. `mine`: the target is this person's own. */
export function dotRefusal(
  ballot: Ballot,
  target: string,
  rules: DotRules,
  mine = false,
): Refusal | null {
  if (mine && rules.own === false) return 'own-card'
  if (dotsLeft(ballot, rules) <= 0) return 'no-dots-left'
  if (rules.cap !== null && (own(ballot, target) ?? 0) >= rules.cap) return 'card-full'
  return null
}

/** Why totals can be neither shown nor hidden any more, once somebody has voted on that promise; or null. */
export function promiseRefusal(voted: boolean): Refusal | null {
  return voted ? 'totals-promised' : null
}

/** A ballot with `dots` on a target; zero takes the target off. */
export function withDots(ballot: Ballot, target: string, dots: number): Ballot {
  const { [target]: _before, ...others } = ballot
  return dots > 0 ? { ...others, [target]: dots } : others
}

/** Dots by target over all ballots; targets without a dot are left out. */
export function tally(ballots: Ballots): Record<string, number> {
  const sums = new Map<string, number>()
  for (const ballot of Object.values(ballots))
    for (const [target, dots] of Object.entries(ballot))
      sums.set(target, (sums.get(target) ?? 0) + dots)
  return Object.fromEntries(sums)
}
