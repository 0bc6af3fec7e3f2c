import { ranked } from '@plenary/shared/estimate'
import { paperColour } from '../look/paper.ts'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import type { ShownTarget } from '../look/useTargets.ts'
import { useVoteTargets } from '../look/vote-target.ts'
import { TopicName } from '../discuss/TopicName.tsx'
import { useEntry, useIds } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { useCardsIn } from '../look/useCardsIn.ts'
import styles from './Vote.module.css'
import panel from './Panel.module.css'

const words = phoneVote

/** What a closed vote came to: equals share a rank, and what has no dot is still there. */
export function VoteResult({ found }: { found: Found<DotRoundFact> }) {
  const { section, result = {} } = found.round
  const targets = useVoteTargets(found, useCardsIn(section))
  const rows = ranked(targets, ({ id }) => result[id] ?? 0)
  const most = Math.max(1, ...rows.map(({ item }) => result[item.id] ?? 0))
  if (rows.every(({ item }) => (result[item.id] ?? 0) === 0))
    return <p className={panel.quiet}>{words.noDots}</p>
  return (
    <ol className={styles.results} aria-label={words.result}>
      {rows.map(({ item, rank, tied }) => (
        <ResultRow
          key={item.id}
          target={item}
          section={section}
          dots={result[item.id] ?? 0}
          most={most}
          rank={phoneEstimate.rank(rank, tied)}
        />
      ))}
    </ol>
  )
}

interface ResultRowProps {
  target: ShownTarget
  section: string
  dots: number
  most: number
  rank: string
}

function ResultRow({ target, section, dots, most, rank }: ResultRowProps) {
  const first = useEntry(target.cards[0] ?? '')
  const lanes = useIds(section, 'lane')
  return (
    <li className={styles.result}>
      <span className={`figures ${styles.rank}`}>{rank}</span>
      <span
        className={styles.strip}
        style={{ backgroundColor: paperColour(lanes.indexOf(first?.parent ?? '')) }}
      >
        <TopicName id={target.id} />
        {target.grouped && <span className={styles.by}>{common.cards(target.cards.length)}</span>}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.length} style={{ width: `${(dots / most) * 100}%` }} />
      </span>
      <span className={`figures ${styles.score}`}>{words.dots(dots)}</span>
    </li>
  )
}
