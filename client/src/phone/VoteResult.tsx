import { ranked } from '@plenary/shared/estimate'
import { Button } from '../look/Button.tsx'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import { useCardsIn } from '../look/useCardsIn.ts'
import { useVoteTargets } from '../look/vote-target.ts'
import { useView } from '../sync/hooks.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { TopicName } from '../discuss/TopicName.tsx'
import list from '../look/List.module.css'
import styles from './Vote.module.css'

const words = phoneVote

interface VoteResultProps {
  found: Found<DotRoundFact>
  onBack: (() => void) | undefined
}

/** What the closed vote came to; equals share a rank. */
export function VoteResult({ found, onBack }: VoteResultProps) {
  const { phase } = useView()
  const { section, result = {} } = found.round
  const targets = useVoteTargets(found, useCardsIn(section))
  const rows = ranked(targets, ({ id }) => result[id] ?? 0)
  const none = rows.every(({ item }) => (result[item.id] ?? 0) === 0)
  return (
    <Screen
      bar={
        onBack === undefined || phase === null ? null : (
          <Button large onClick={onBack}>
            {words.back(phase.title)}
          </Button>
        )
      }
    >
      <Question />
      <WhoSees hidden={false}>{words.closed}</WhoSees>
      {none ? (
        <p className={list.empty}>{words.noDots}</p>
      ) : (
        <ol className={list.list} aria-label={words.result}>
          {rows.map(({ item, rank, tied }) => (
            <li key={item.id} className={styles.result}>
              <span className={`figures ${styles.rank}`}>{phoneEstimate.rank(rank, tied)}</span>
              <span className={styles.words}>
                <TopicName id={item.id} />
              </span>
              <span className={`figures ${styles.score}`}>{words.dots(result[item.id] ?? 0)}</span>
            </li>
          ))}
        </ol>
      )}
    </Screen>
  )
}
