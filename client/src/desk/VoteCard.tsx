/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex -- plus and minus on the card are short cuts for its own buttons */
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { Minus, Plus } from 'lucide-react'
import { paperColour } from '../look/paper.ts'
import { someoneOf } from '../look/room.ts'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import type { ShownTarget } from '../look/useTargets.ts'
import { useVoteTarget } from '../look/vote-target.ts'
import { shorten } from '../look/shorten.ts'
import { useEntry, useView } from '../sync/hooks.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { refusals } from '../words/refusals.ts'
import styles from './Vote.module.css'

const words = phoneVote
/** Circles up to this many; above it the number says it alone. */
const DOTS = 14

interface VoteCardProps {
  target: ShownTarget
  /** Place of its lane, from 0; below 0 it is in none. */
  lane: number
  found: Found<DotRoundFact>
  /** Whether this person may vote. */
  votes: boolean
  /** Says why a press did nothing; null when it did. */
  onWhy: (why: string | null) => void
}

/** A card, or a group with its cards, and its dots: one's own filled, the others' outlined where they are live. */
export function VoteCard({ lane, ...box }: VoteCardProps) {
  const { target } = box
  return (
    <VoteBox {...box} className={styles.card}>
      <div className={styles.strips}>
        {target.cards.map((card) => (
          <Paper key={card} id={card} lane={lane} />
        ))}
      </div>
    </VoteBox>
  )
}

interface VoteBoxProps extends Omit<VoteCardProps, 'lane'> {
  className?: string | undefined
  style?: CSSProperties
  /** The cards themselves. */
  children: ReactNode
}

/** What takes dots, around its cards: the name of a group above them, the dots below. */
export function VoteBox({ target, found, votes, onWhy, className, style, children }: VoteBoxProps) {
  const { name, own, all, refusal, ...ask } = useVoteTarget(target, found)
  const text = shorten(name)
  const add = () => {
    onWhy(refusal === null ? null : refusals[refusal])
    if (refusal === null) ask.add()
  }
  const take = () => {
    onWhy(null)
    if (own > 0) ask.take()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!votes || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') add()
    else if (event.key === '-') take()
  }
  const shown = all ?? own
  return (
    <div
      className={className}
      style={style}
      role="group"
      aria-label={
        all === null && own > 0
          ? `${name}, ${words.yours(own)}`
          : all === null
            ? name
            : `${name}, ${words.dots(all)}`
      }
      tabIndex={votes ? 0 : undefined}
      onKeyDown={onKeyDown}
    >
      {target.grouped && (
        <h3 className={styles.group}>
          <bdi>{name}</bdi>
          <span className={`figures ${styles.size}`}>{target.cards.length}</span>
        </h3>
      )}
      {children}
      <div className={styles.row}>
        <span className={styles.dots} aria-hidden="true">
          {shown <= DOTS &&
            Array.from({ length: shown }, (_, index) => (
              <span key={index} className={`${styles.dot} ${index < own ? styles.own : ''}`} />
            ))}
        </span>
        <span className={`figures ${styles.number}`}>
          {all === null ? words.yours(own) : own > 0 ? words.yoursOf(own, all) : all}
        </span>
        <span className={styles.gap} />
        {votes && own > 0 && (
          <button
            type="button"
            className={styles.press}
            aria-label={words.take(text)}
            onClick={take}
          >
            <Minus size={18} strokeWidth={2} aria-hidden="true" />
          </button>
        )}
        {votes && (
          <button
            type="button"
            className={styles.press}
            aria-label={words.add(text)}
            aria-disabled={refusal !== null}
            onClick={add}
          >
            <Plus size={18} strokeWidth={2} aria-hidden="true" />
          </button>
        )}
      </div>
    </div>
  )
}

/** The words of a card; nothing where they are set aside. */
export function Paper({ id, lane }: { id: string; lane: number }) {
  const view = useView()
  const entry = useEntry(id)
  if (entry === null || entry.removed || Object.hasOwn(view.facts.aside, id)) return null
  const author = view.facts.anonymous ? null : someoneOf(view, entry.by)
  return (
    <p className={styles.strip} style={{ backgroundColor: paperColour(lane) }}>
      {entry.text}
      {author !== null && <span className={styles.by}>{author.name}</span>}
    </p>
  )
}
