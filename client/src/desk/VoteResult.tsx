import { ranked } from '@plenary/shared/estimate'
import { paperColour } from '../look/paper.ts'
import { useEntry, useIds } from '../sync/hooks.ts'
import { phone } from '../words/phone.ts'
import { useCardsIn } from './useCardsIn.ts'
import styles from './Vote.module.css'
import panel from './Panel.module.css'

const words = phone.vote

export interface VoteResultProps {
  section: string
  /** Dots by card. */
  result: Readonly<Record<string, number>>
}

/** What a closed vote came to: equals share a rank, and cards without a dot are still there. */
export function VoteResult({ section, result }: VoteResultProps) {
  const cards = useCardsIn(section)
  const rows = ranked(cards, (card) => result[card] ?? 0)
  const most = Math.max(1, ...rows.map(({ item }) => result[item] ?? 0))
  if (rows.every(({ item }) => (result[item] ?? 0) === 0))
    return <p className={panel.quiet}>{words.noDots}</p>
  return (
    <ol className={styles.results} aria-label={words.result}>
      {rows.map(({ item, rank, tied }) => (
        <ResultRow
          key={item}
          id={item}
          section={section}
          dots={result[item] ?? 0}
          most={most}
          rank={phone.estimate.rank(rank, tied)}
        />
      ))}
    </ol>
  )
}

interface ResultRowProps {
  id: string
  section: string
  dots: number
  most: number
  rank: string
}

function ResultRow({ id, section, dots, most, rank }: ResultRowProps) {
  const entry = useEntry(id)
  const lanes = useIds(section, 'lane')
  if (entry === null) return null
  return (
    <li className={styles.result}>
      <span className={`figures ${styles.rank}`}>{rank}</span>
      <span
        className={styles.strip}
        style={{ backgroundColor: paperColour(lanes.indexOf(entry.parent)) }}
      >
        {entry.text}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.length} style={{ width: `${(dots / most) * 100}%` }} />
      </span>
      <span className={`figures ${styles.score}`}>{words.dots(dots)}</span>
    </li>
  )
}
