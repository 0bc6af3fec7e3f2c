import { Minus, Plus } from 'lucide-react'
import { dotRefusal } from '@plenary/shared/ballot'
import { paperColour } from '../look/paper.ts'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import { someoneOf } from '../look/room.ts'
import { useClient, useEntry, useView } from '../sync/hooks.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { refusals } from '../words/refusals.ts'
import { shorten } from './shorten.ts'
import styles from './Vote.module.css'

const words = phoneVote

export interface VoteRowProps {
  id: string
  /** Place of its lane, from 0; below 0 it is in none. */
  lane: number
  found: Found<DotRoundFact>
  /** Whether this person may vote. */
  votes: boolean
  /** Says why a press did nothing; null when it did. */
  onWhy: (why: string | null) => void
}

/** One card with its dots. */
export function VoteRow({ id, lane, found, votes, onWhy }: VoteRowProps) {
  const client = useClient()
  const view = useView()
  const entry = useEntry(id)
  if (entry === null || entry.removed || entry.group !== undefined) return null
  const ballot = view.mine.dots[found.id] ?? {}
  const own = ballot[id] ?? 0
  const { rules } = found.round
  const all = rules.live ? (view.facts.tallies[found.id]?.[id] ?? 0) : null
  const refusal = dotRefusal(ballot, id, rules)
  const author = someoneOf(view, entry.by)
  const text = shorten(entry.text)
  return (
    <div className={styles.row}>
      <span className={styles.swatch} style={{ background: paperColour(lane) }} />
      <div className={styles.words}>
        {entry.text}
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
            void client.ask({ type: 'dot.take', round: found.id, target: id })
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
            if (refusal === null) void client.ask({ type: 'dot.add', round: found.id, target: id })
          }}
        >
          <Plus size={22} strokeWidth={2} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

function sayDots(own: number, all: number | null): string {
  if (all === null) return words.yours(own)
  if (own > 0) return words.yoursOf(own, all)
  return all === 0 ? '' : words.dots(all)
}
