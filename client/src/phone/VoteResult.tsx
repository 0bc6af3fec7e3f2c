import { ranked } from '@plenary/shared/estimate'
import { cardsIn } from '../look/topics.ts'
import { useClient, useEntry, useUnplaced } from '../sync/hooks.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import list from './List.module.css'
import styles from './Vote.module.css'

const words = phoneVote

export interface VoteResultProps {
  section: string
  /** Dots by card. */
  result: Readonly<Record<string, number>>
}

/** What the closed vote came to; equals share a rank. */
export function VoteResult({ section, result }: VoteResultProps) {
  const client = useClient()
  // Redraws when cards come; those in lanes come with the view.
  useUnplaced(section)
  const rows = ranked(cardsIn(client, section), (card) => result[card] ?? 0)
  const none = rows.every(({ item }) => (result[item] ?? 0) === 0)
  return (
    <Screen>
      <Question />
      <WhoSees hidden={false}>{words.closed}</WhoSees>
      {none ? (
        <p className={list.empty}>{words.noDots}</p>
      ) : (
        <ol className={list.list} aria-label={words.result}>
          {rows.map(({ item, rank, tied }) => (
            <li key={item}>
              <ResultRow id={item} dots={result[item] ?? 0} rank={phoneEstimate.rank(rank, tied)} />
            </li>
          ))}
        </ol>
      )}
    </Screen>
  )
}

function ResultRow({ id, dots, rank }: { id: string; dots: number; rank: string }) {
  const entry = useEntry(id)
  if (entry === null) return null
  return (
    <div className={styles.result}>
      <span className={`figures ${styles.rank}`}>{rank}</span>
      <span className={styles.words}>{entry.text}</span>
      <span className={`figures ${styles.score}`}>{words.dots(dots)}</span>
    </div>
  )
}
