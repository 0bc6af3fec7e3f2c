import { Suspense, useState } from 'react'
import { CircleDot, EyeOff } from 'lucide-react'
import { sectionOf } from '@plenary/shared/format'
import { refusalFor } from '@plenary/shared/permission'
import { Button } from '../look/Button.tsx'
import { GoneDots } from '../look/GoneDots.tsx'
import { Glyph } from '../look/Glyph.tsx'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import { dotRoundOf } from '../look/rounds.ts'
import { useVoteTargets } from '../look/vote-target.ts'
import { useQuestionFocus } from '../look/useQuestionFocus.ts'
import { useEntry, useIds, useUnplaced, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { Chip } from './Chip.tsx'
import { Frame } from './Frame.tsx'
import { VoteCard } from './VoteCard.tsx'
import { VoteResult } from './VoteResult.tsx'
import { WallVote } from './wall-part.ts'
import styles from './Vote.module.css'
import panel from './Panel.module.css'

const words = phoneVote

export interface VoteProps {
  section: string
  /** Back to what the phase is about, where that is not the vote. */
  onBack?: () => void
}

/** A dot vote over the cards of a section, or its result. */
export default function Vote({ section, onBack }: VoteProps) {
  const { facts, phase } = useView()
  const found = dotRoundOf(facts, section)
  useQuestionFocus(found?.round.is)
  if (found === null)
    return (
      <Frame>
        <p className={panel.quiet}>{words.noRound}</p>
      </Frame>
    )
  return found.round.is === 'open' ? (
    <OpenVote found={found} />
  ) : (
    <Frame chip={<Chip icon={CircleDot}>{desk.board.votingClosed}</Chip>} sub={words.closed}>
      <VoteResult found={found} />
      {onBack !== undefined && phase !== null && (
        <Button className={styles.back} onClick={onBack}>
          {words.back(phase.title)}
        </Button>
      )}
    </Frame>
  )
}

function OpenVote({ found }: { found: Found<DotRoundFact> }) {
  const { facts, format, you, setting } = useView()
  const { section, rules } = found.round
  const unplaced = useUnplaced(section)
  const lanes = useIds(section, 'lane')
  const [why, setWhy] = useState<string | null>(null)
  // A round may be open in any phase; who may take part is still the table's.
  const refused = refusalFor(you, 'dot', { ...setting, opens: ['dots'] })
  const voted = facts.live.voted
  const cards = { found, votes: refused === null, onWhy: setWhy }
  return (
    <Frame
      chip={
        <Chip icon={rules.live ? CircleDot : EyeOff} tone="accent">
          {desk.board.voting}
        </Chip>
      }
      sub={
        <>
          {facts.solo !== true && <p>{rules.live ? words.live : words.hidden}</p>}
          {found.round.targets !== undefined && <p>{words.amongTied}</p>}
          {rules.own === false && <p>{words.notOwn}</p>}
          {voted !== undefined && facts.solo !== true && (
            <p className={panel.quiet}>{words.voted(voted.n, voted.of)}</p>
          )}
          {refused !== null && (
            <p className={panel.quiet}>{you.role === 'observer' ? words.watch : words.neutral}</p>
          )}
        </>
      }
    >
      <output>{why !== null && <span className={styles.why}>{why}</span>}</output>
      {refused === null && <GoneDots found={found} />}
      {sectionOf(format, section)?.kind === 'wall' ? (
        <Suspense>
          <WallVote {...cards} />
        </Suspense>
      ) : (
        <div className={lanes.length > 0 ? styles.lanes : ''}>
          <Unplaced ids={unplaced} alone={lanes.length === 0} cards={cards} />
          {lanes.map((lane, index) => (
            <LaneVotes key={lane} id={lane} index={index} cards={cards} />
          ))}
        </div>
      )}
    </Frame>
  )
}

type Cards = { found: Found<DotRoundFact>; votes: boolean; onWhy: (why: string | null) => void }

interface UnplacedProps {
  ids: readonly string[]
  /** There are no lanes beside. */
  alone: boolean
  cards: Cards
}

function Unplaced({ ids, alone, cards }: UnplacedProps) {
  const targets = useVoteTargets(cards.found, ids)
  if (targets.length === 0) return null
  return (
    <section className={alone ? '' : styles.lane}>
      {!alone && <h2 className={styles.heading}>{words.unsorted}</h2>}
      <ul className={alone ? styles.grid : styles.list}>
        {targets.map((target) => (
          <li key={target.id}>
            <VoteCard target={target} lane={-1} {...cards} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LaneVotesProps {
  id: string
  index: number
  cards: Cards
}

function LaneVotes({ id, index, cards }: LaneVotesProps) {
  const name = useEntry(id)?.text ?? ''
  const ids = useIds(id, 'card')
  const targets = useVoteTargets(cards.found, ids)
  if (targets.length === 0) return null
  return (
    <section className={styles.lane} aria-label={desk.board.laneCount(name, ids.length)}>
      <h2 className={styles.heading}>
        <Glyph index={index} />
        <span className={styles.laneName}>{name}</span>
        <span className={`figures ${styles.size}`}>{common.cards(ids.length)}</span>
      </h2>
      <ul className={styles.list}>
        {targets.map((target) => (
          <li key={target.id}>
            <VoteCard target={target} lane={index} {...cards} />
          </li>
        ))}
      </ul>
    </section>
  )
}
