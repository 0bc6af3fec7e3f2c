import { NOTE_GAP } from '@plenary/shared/wall'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import type { ShownTarget } from '../look/useTargets.ts'
import { useVoteTargets } from '../look/vote-target.ts'
import { sectionOf } from '@plenary/shared/format'
import { useUnplaced, useView } from '../sync/hooks.ts'
import { Paper, VoteBox } from './VoteCard.tsx'
import { WallLinks } from './WallLinks.tsx'
import type { Spots } from './useSpots.ts'
import { useSpots } from './useSpots.ts'
import { extentOf, hullOf } from './wall-geometry.ts'
import wall from './Wall.module.css'
import styles from './WallVote.module.css'

// A wall to look at comes in one file with a wall to vote on.
export { WallView } from '../report/WallView.tsx'

/** Above the cards of a group: its name, and its dots. */
const HEAD = 88

export interface WallVoteProps {
  found: Found<DotRoundFact>
  votes: boolean
  onWhy: (why: string | null) => void
}

/** A vote on a wall: each note has its dots where it stands. */
export default function WallVote(props: WallVoteProps) {
  const { section } = props.found.round
  const { format } = useView()
  const ids = useUnplaced(section)
  const spots = useSpots(section)
  const targets = useVoteTargets(props.found, ids)
  const { width, height } = extentOf(spots.values(), NOTE_GAP)
  return (
    <div className={`${wall.frame} ${wall.voting}`}>
      <h2 className="unseen">{sectionOf(format, section)?.title}</h2>
      <div className={wall.wall} style={{ width, height }}>
        <WallLinks section={section} spots={spots} />
        <ul className={wall.notes}>
          {targets.map((target) => (
            <li key={target.id} className={styles.target}>
              {target.grouped ? (
                <GroupVote target={target} spots={spots} {...props} />
              ) : (
                <NoteVote target={target} spots={spots} {...props} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

interface OneVoteProps extends WallVoteProps {
  target: ShownTarget
  spots: Spots
}

function NoteVote({ spots, ...box }: OneVoteProps) {
  const { x, y } = spots.get(box.target.id) ?? { x: 0, y: 0 }
  return (
    <VoteBox {...box} className={styles.voted} style={{ left: x, top: y }}>
      <Paper id={box.target.id} lane={-1} />
    </VoteBox>
  )
}

function GroupVote({ spots, ...box }: OneVoteProps) {
  const { cards } = box.target
  const hull = hullOf(
    cards.flatMap((card) => spots.get(card) ?? []),
    HEAD,
  )
  return (
    <VoteBox {...box} className={`${wall.hull} ${styles.votedGroup}`} style={hull}>
      {cards.map((card) => {
        const { x, y } = spots.get(card) ?? { x: 0, y: 0 }
        return (
          <div
            key={card}
            className={styles.member}
            style={{ left: x - hull.left, top: y - hull.top }}
          >
            <Paper id={card} lane={-1} />
          </div>
        )
      })}
    </VoteBox>
  )
}
