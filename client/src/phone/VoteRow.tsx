import { Minus, Plus } from 'lucide-react'
import { paperColour } from '../look/paper.ts'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import { someoneOf } from '../look/room.ts'
import type { ShownTarget } from '../look/useTargets.ts'
import { useVoteTarget } from '../look/vote-target.ts'
import { useEntry, useView } from '../sync/hooks.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { refusals } from '../words/refusals.ts'
import { shorten } from '../look/shorten.ts'
import styles from './Vote.module.css'

const words = phoneVote

interface VoteRowProps {
  target: ShownTarget
  /** Place of its lane, from 0; below 0 it is in none. */
  lane: number
  found: Found<DotRoundFact>
  /** Whether this person may vote. */
  votes: boolean
  /** Says why a press did nothing; null when it did. */
  onWhy: (why: string | null) => void
}

/** One card, or one group with its cards, and its dots. */
export function VoteRow({ target, lane, found, votes, onWhy }: VoteRowProps) {
  const view = useView()
  const { name, own, all, refusal, add, take } = useVoteTarget(target, found)
  const first = useEntry(target.cards[0] ?? '')
  const author = target.grouped ? null : someoneOf(view, first?.by)
  const text = shorten(name)
  return (
    <div className={styles.row}>
      <span className={styles.swatch} style={{ background: paperColour(lane) }} />
      <div className={styles.words} dir="auto">
        {target.grouped ? <b>{name}</b> : name}
        {target.grouped && (
          <ul className={styles.members}>
            {target.cards.map((card) => (
              <Member key={card} id={card} />
            ))}
          </ul>
        )}
        <div className={styles.dots}>
          {Array.from({ length: own }, (_, index) => (
            <span key={index} className={styles.dot} aria-hidden="true" />
          ))}
          {sayDots(own, all)}
          {own === 0 && all === null && author?.name}
        </div>
      </div>
      {votes && own > 0 && (
        <button
          type="button"
          className={`${styles.press} ${styles.take}`}
          aria-label={words.take(text)}
          onClick={() => {
            onWhy(null)
            take()
          }}
        >
          <Minus size={22} strokeWidth={2} aria-hidden="true" />
        </button>
      )}
      {votes && (
        <button
          type="button"
          className={styles.press}
          aria-label={words.add(text)}
          aria-disabled={refusal !== null}
          onClick={() => {
            onWhy(refusal === null ? null : refusals[refusal])
            if (refusal === null) add()
          }}
        >
          <Plus size={22} strokeWidth={2} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

function Member({ id }: { id: string }) {
  const entry = useEntry(id)
  const { aside } = useView().facts
  return entry === null || Object.hasOwn(aside, id) ? null : <li>{entry.text}</li>
}

function sayDots(own: number, all: number | null): string {
  if (all === null) return words.yours(own)
  if (own > 0) return words.yoursOf(own, all)
  return all === 0 ? '' : words.dots(all)
}
