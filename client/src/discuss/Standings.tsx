import type { Score, Standings as StandingsOf } from '../look/topics.ts'
import { common } from '../words/common.ts'
import { discuss } from '../words/discuss.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { Panel } from '../look/Panel.tsx'
import { TopicName } from './TopicName.tsx'
import list from '../look/List.module.css'
import styles from './Topics.module.css'

/** What everybody gave, highest first; equals share a rank, and what has nothing is there too. */
export function Standings({ standings }: { standings: StandingsOf }) {
  const { from, rows } = standings
  const dots = from === 'dots'
  const none = rows.every(({ item }) => (item.score ?? 0) === 0)
  return (
    <Panel title={dots ? discuss.dotsResult : discuss.numbersResult}>
      {none && <p className={list.quiet}>{dots ? discuss.allZero : discuss.allZeroNumbers}</p>}
      <ol className={styles.topics} aria-label={phoneVote.result}>
        {rows.map(({ item, rank, tied }) => (
          <Row
            key={item.target}
            item={item}
            rank={phoneEstimate.rank(rank, tied)}
            said={sayScore(item, dots)}
          />
        ))}
      </ol>
    </Panel>
  )
}

function sayScore({ score, again }: Score, dots: boolean): string {
  if (dots) return [common.dots(score ?? 0), ...again.map((n) => discuss.again(n))].join(', ')
  return score === null ? discuss.noNumber : discuss.product(score)
}

function Row({ item, rank, said }: { item: Score; rank: string; said: string }) {
  return (
    <li className={styles.topic}>
      <span className={`figures ${styles.rank}`}>{rank}</span>
      <TopicName id={item.target} />
      <span className={`figures ${styles.minutes}`}>{said}</span>
    </li>
  )
}
