import type { DotRoundFact } from './rounds.ts'

/** The rules of a round without what is only in the fact. */
export function rulesOf({
  budget,
  cap,
  live,
  own,
}: Pick<DotRoundFact['rules'], 'budget' | 'cap' | 'live' | 'own'>) {
  return { budget, cap, live, ...(own === undefined ? {} : { own }) }
}

/** More on one card are not offered. */
const CAPS_SHOWN = 10

/** Most dots on one card that can be chosen, the one that is set among them. */
export function capsFor({ budget, cap }: { budget: number; cap: number | null }): number[] {
  const most = Math.min(budget, CAPS_SHOWN)
  const caps = Array.from({ length: most }, (_, index) => index + 1)
  return cap === null || cap <= most ? caps : [...caps, cap]
}
