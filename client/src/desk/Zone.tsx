import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useDroppable } from '@dnd-kit/core'
import { Unsent } from '../look/Unsent.tsx'
import { useTargets } from '../look/useTargets.ts'
import { useLink } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { Card } from './Card.tsx'
import { GroupBlock } from './GroupBlock.tsx'
import { useSlotIn } from './carry.ts'
import styles from './Columns.module.css'

export interface ZoneProps {
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
}

/** A place that takes cards, with the slot where the carried one would land. */
export function Zone({ parent, section, ids, lane, name, flow, head, foot, className }: ZoneProps) {
  const { setNodeRef } = useDroppable({ id: parent, data: { flow } })
  const slot = useSlotIn(parent)
  const lost = useLink().is === 'lost'
  const targets = useTargets(section, ids)
  const mark = (
    <li className={styles.slot} aria-hidden="true">
      {desk.board.slot}
    </li>
  )
  const one = (id: string) => (
    <Fragment key={id}>
      {slot === id && mark}
      <li>
        <Card id={id} section={section} lane={lane} place={name} />
      </li>
    </Fragment>
  )
  return (
    <section
      ref={setNodeRef}
      className={`${className ?? ''} ${slot === null ? '' : styles.target}`}
      aria-label={desk.board.laneCount(name, ids.length)}
    >
      {head}
      <ul className={flow === 'rows' ? styles.rows : styles.list}>
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
        {slot === '' && mark}
      </ul>
      {lost && <Unsent parent={parent} />}
      {foot}
    </section>
  )
}
