import { useCardsIn } from './useCardsIn.ts'
import { Button } from './Button.tsx'
import type { DotRoundFact, Found } from './rounds.ts'
import { useVoteTargets } from './vote-target.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { phoneVote as words } from '../words/phone-vote.ts'
import styles from './GoneDots.module.css'

const NONE: readonly string[] = []

/** Own dots on what stands no more, or went into a group or out of one: they stay given until they are taken back. */
export function GoneDots({ found }: { found: Found<DotRoundFact> }) {
  const client = useClient()
  const { mine } = useView()
  const ballot = Object.entries(mine.dots[found.id] ?? {})
  const cards = useCardsIn(found.round.section)
  const standing = new Set(
    useVoteTargets(found, ballot.length === 0 ? NONE : cards).map(({ id }) => id),
  )
  const gone = ballot.filter(([target]) => !standing.has(target))
  const n = gone.reduce((sum, [, dots]) => sum + dots, 0)
  if (n === 0) return null
  const takeBack = () => {
    for (const [target, dots] of gone)
      for (let dot = 0; dot < dots; dot++)
        void client.ask({ type: 'dot.take', round: found.id, target })
  }
  return (
    <div className={styles.gone}>
      <p>{words.gone(n)}</p>
      <Button onClick={takeBack}>{words.goneTake(n)}</Button>
    </div>
  )
}
