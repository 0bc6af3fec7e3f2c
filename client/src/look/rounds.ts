/** Rounds as a screen looks for them: the one that counts now in a section. */
import type { Facts, RoundFact } from '@plenary/shared/facts'

export type DotRoundFact = RoundFact & { rules: Extract<RoundFact['rules'], { kind: 'dots' }> }
export type Found<R> = { id: string; round: R }

const isDots = (round: RoundFact): round is DotRoundFact => round.rules.kind === 'dots'

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

/** The last opened round of a kind, of one section or of any; an open one before any closed one. */
export function latest<R extends RoundFact>(
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
