/** What a dot goes to, for the screens of a vote: who wrote it, what it is called, and whether it is in this vote. */
import { dotRefusal } from '@plenary/shared/ballot'
import type { Refusal } from '@plenary/shared/refusal'
import { useClient, useView } from '../sync/hooks.ts'
import { groupName } from './group-name.ts'
import type { DotRoundFact, Found } from './rounds.ts'
import { rulesOf } from './round-rules.ts'
import type { ShownTarget } from './useTargets.ts'
import { useTargets } from './useTargets.ts'

interface VoteTarget {
  /** The words of the card, or the name of the group. */
  name: string
  /** Own dots on it. */
  own: number
  /** Everybody's, where they are live; the tally comes with the next frame, and one's own are in it at least. */
  all: number | null
  /** Why one more dot is not possible now: the same function that the server asks. */
  refusal: Refusal | null
  add: () => void
  take: () => void
}

export function useVoteTarget(
  target: ShownTarget,
  { id: round, round: fact }: Found<DotRoundFact>,
): VoteTarget {
  const client = useClient()
  const view = useView()
  const ballot = view.mine.dots[round] ?? {}
  const own = ballot[target.id] ?? 0
  const { rules } = fact
  const wrote = (card: string) =>
    client.entry(card)?.by === view.you.id || view.mine.cards.includes(card)
  const ask = (type: 'dot.add' | 'dot.take') => void client.ask({ type, round, target: target.id })
  return {
    name: target.grouped
      ? groupName(client, target.id)
      : (client.entry(target.cards[0] ?? '')?.text ?? ''),
    own,
    all: rules.live ? Math.max(own, view.facts.tallies[round]?.[target.id] ?? 0) : null,
    refusal: dotRefusal(ballot, target.id, rulesOf(rules), target.cards.every(wrote)),
    add: () => ask('dot.add'),
    take: () => ask('dot.take'),
  }
}

/** The targets among these cards that this vote is about; nothing that is set aside. */
export function useVoteTargets(
  { round }: Found<DotRoundFact>,
  ids: readonly string[],
): readonly ShownTarget[] {
  const { aside } = useView().facts
  const targets = useTargets(round.section, ids)
  return targets.filter(
    ({ id, cards }) =>
      (round.targets?.includes(id) ?? true) && cards.some((card) => !Object.hasOwn(aside, card)),
  )
}
