import { ChevronLeft } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { Glyph } from '../look/Glyph.tsx'
import { paperColour } from '../look/paper.ts'
import { useEntry, useIds } from '../sync/hooks.ts'
import { estimate } from '../words/estimate.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import styles from './Estimate.module.css'
import list from '../look/List.module.css'

interface EstimateLaneProps {
  id: string
  /** Its place among the lanes, from 0. */
  index: number
  of: string
  onBack: (() => void) | undefined
}

/** The category being estimated, with its cards to have in mind. */
export function EstimateLane({ id, index, of, onBack }: EstimateLaneProps) {
  const name = useEntry(id)?.text ?? ''
  const cards = useIds(id, 'card')
  return (
    <section className={styles.lane}>
      <div className={styles.head}>
        {onBack !== undefined && (
          <Button kind="quiet" icon aria-label={phoneEstimate.before} onClick={onBack}>
            <ChevronLeft size={20} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        )}
        <Glyph index={index} size={17} />
        <h2 className={styles.name} aria-live="polite">
          {name}
        </h2>
        <span className={`figures ${styles.of}`}>{of}</span>
      </div>
      {cards.length === 0 ? (
        <p className={list.quiet}>{estimate.noCards}</p>
      ) : (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <Card key={card} id={card} lane={index} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Card({ id, lane }: { id: string; lane: number }) {
  const entry = useEntry(id)
  return (
    <li className={styles.card} style={{ backgroundColor: paperColour(lane) }}>
      {entry?.text}
    </li>
  )
}
