import { useState } from 'react'
import { dotsLeft } from '@plenary/shared/ballot'
import { refusalFor } from '@plenary/shared/permission'
import { GoneDots } from '../look/GoneDots.tsx'
import { Glyph } from '../look/Glyph.tsx'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import { dotRoundOf } from '../look/rounds.ts'
import { useVoteTargets } from '../look/vote-target.ts'
import { useQuestionFocus } from '../look/useQuestionFocus.ts'
import { useEntry, useIds, useUnplaced, useView } from '../sync/hooks.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { VoteResult } from './VoteResult.tsx'
import { VoteRow } from './VoteRow.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import list from '../look/List.module.css'
import styles from './Vote.module.css'

const words = phoneVote

export interface VoteProps {
  section: string
  /** Back to what the phase is about, where that is not the vote. */
  onBack?: () => void
}

/** A dot vote over the cards of a section, or its result. */
export default function Vote({ section, onBack }: VoteProps) {
  const { facts } = useView()
  const found = dotRoundOf(facts, section)
  useQuestionFocus(found?.round.is)
  if (found === null)
    return (
      <Screen>
        <Question />
        <p className={list.empty}>{words.noRound}</p>
      </Screen>
    )
  return found.round.is === 'open' ? (
    <OpenVote found={found} />
  ) : (
    <VoteResult found={found} onBack={onBack} />
  )
}

function OpenVote({ found }: { found: Found<DotRoundFact> }) {
  const { facts, you, setting } = useView()
  const { round } = found
  const unplaced = useUnplaced(round.section)
  const lanes = useIds(round.section, 'lane')
  const [why, setWhy] = useState<string | null>(null)
  // A round may be open in any phase; who may take part is still the table's.
  const refused = refusalFor(you, 'dot', { ...setting, opens: ['dots'] })
  const voted = facts.live.voted
  return (
    <Screen
      bar={
        <>
          {why !== null && <output className={styles.why}>{why}</output>}
          {refused === null ? (
            <OwnDots found={found} />
          ) : (
            <p className={list.status}>{you.role === 'observer' ? words.watch : words.neutral}</p>
          )}
          <ReadyButton />
        </>
      }
    >
      <Question />
      <WhoSees hidden={!round.rules.live}>{round.rules.live ? words.live : words.hidden}</WhoSees>
      {round.targets !== undefined && <p className={list.quiet}>{words.amongTied}</p>}
      {round.rules.own === false && <p className={list.quiet}>{words.notOwn}</p>}
      {voted !== undefined && facts.solo !== true && (
        <p className={list.quiet}>{words.voted(voted.n, voted.of)}</p>
      )}
      {refused === null && <GoneDots found={found} />}
      {unplaced.length > 0 && lanes.length > 0 && (
        <h2 className={list.heading}>{words.unsorted}</h2>
      )}
      <Rows ids={unplaced} lane={-1} found={found} votes={refused === null} onWhy={setWhy} />
      {lanes.map((lane, index) => (
        <LaneRows
          key={lane}
          id={lane}
          index={index}
          rows={{ found, votes: refused === null, onWhy: setWhy }}
        />
      ))}
    </Screen>
  )
}

interface RowsProps {
  ids: readonly string[]
  lane: number
  found: Found<DotRoundFact>
  votes: boolean
  onWhy: (why: string | null) => void
}

function Rows({ ids, lane, ...rest }: RowsProps) {
  const targets = useVoteTargets(rest.found, ids)
  if (targets.length === 0) return null
  return (
    <ul className={list.list}>
      {targets.map((target) => (
        <li key={target.id}>
          <VoteRow target={target} lane={lane} {...rest} />
        </li>
      ))}
    </ul>
  )
}

interface LaneRowsProps {
  id: string
  index: number
  rows: Omit<RowsProps, 'ids' | 'lane'>
}

function LaneRows({ id, index, rows }: LaneRowsProps) {
  const name = useEntry(id)?.text ?? ''
  const cards = useIds(id, 'card')
  if (useVoteTargets(rows.found, cards).length === 0) return null
  return (
    <section>
      <h2 className={list.heading}>
        <Glyph index={index} size={16} />
        {name}
      </h2>
      <Rows ids={cards} lane={index} {...rows} />
    </section>
  )
}

/** Pips up to this many; above it the number says it alone. */
const PIPS = 12

function OwnDots({ found }: { found: Found<DotRoundFact> }) {
  const { mine } = useView()
  const { rules } = found.round
  const left = dotsLeft(mine.dots[found.id] ?? {}, rules)
  const hint =
    left <= 0
      ? ''
      : rules.cap === null
        ? words.stack
        : rules.cap < rules.budget
          ? words.cap(rules.cap)
          : ''
  return (
    <div className={styles.hand}>
      {rules.budget <= PIPS && (
        <div className={styles.pips} aria-hidden="true">
          {Array.from({ length: rules.budget }, (_, index) => (
            <span key={index} className={`${styles.pip} ${index < left ? styles.full : ''}`} />
          ))}
        </div>
      )}
      <output className={styles.left}>
        <b>{left < 0 ? words.tooMany(-left) : words.left(left)}</b>
        {hint !== '' && <span className={list.quiet}>, {hint}</span>}
      </output>
    </div>
  )
}
