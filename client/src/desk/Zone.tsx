/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- a double-click is a short cut for its buttons */
import type { ReactNode } from 'react'
import { memo, useCallback } from 'react'
import { Unsent } from '../look/Unsent.tsx'
import { useTargets } from '../look/useTargets.ts'
import { useLink } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import type { CardProps } from './Card.tsx'
import { Card } from './Card.tsx'
import { GroupBlock } from './GroupBlock.tsx'
import { useCarrying } from './carry.ts'
import styles from './Columns.module.css'

const CONTROLS = 'button, a, input, textarea, select'

interface ZoneProps {
  /** A lane, or a section for its cards in no lane. */
  parent: string
  section: string
  ids: readonly string[]
  /** Place of the lane, from 0; below 0: none. */
  lane: number
  name: string
  flow: 'list' | 'rows'
  /** Above and below the cards. */
  head?: ReactNode
  foot?: ReactNode
  className?: string | undefined
  /** Somebody wants to write here: a double-click beside the cards. */
  onWrite?: (() => void) | undefined
}

/** Drawn once, whatever comes and goes beside it. */
const Item = memo(function Item(card: CardProps) {
  return (
    <li>
      <Card {...card} />
    </li>
  )
})

/** A place that takes cards. */
export function Zone({
  parent,
  section,
  ids,
  lane,
  name,
  flow,
  head,
  foot,
  className,
  onWrite,
}: ZoneProps) {
  const addZone = useCarrying()?.addZone
  const place = useCallback(
    (element: HTMLElement) => addZone?.(parent, element, flow),
    [addZone, parent, flow],
  )
  const lost = useLink().is === 'lost'
  const targets = useTargets(section, ids)
  const one = (id: string) => <Item key={id} id={id} section={section} lane={lane} place={name} />
  return (
    <section
      ref={place}
      className={`${styles.zone} ${className ?? ''}`}
      aria-label={desk.board.laneCount(name, ids.length)}
      onDoubleClick={({ target }) => {
        if (!(target instanceof Element) || target.closest(`[data-card], ${CONTROLS}`) !== null)
          return
        onWrite?.()
      }}
    >
      {head}
      <ul className={flow === 'rows' ? styles.rows : styles.list} data-cards="">
        {targets.map(({ id, grouped, cards }) =>
          grouped ? (
            <li key={id} className={styles.wide}>
              <GroupBlock id={id} section={section} cards={cards}>
                {cards.map(one)}
              </GroupBlock>
            </li>
          ) : (
            one(id)
          ),
        )}
      </ul>
      {lost && <Unsent parent={parent} />}
      {foot}
    </section>
  )
}
