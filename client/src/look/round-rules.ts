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
