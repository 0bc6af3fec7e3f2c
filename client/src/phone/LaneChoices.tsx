import { MessageCircle, Plus } from 'lucide-react'
import { Glyph } from '../look/Glyph.tsx'
import { useEntry, useIds } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { states } from '../words/states.ts'
import styles from './LaneChoices.module.css'

interface LaneChoicesProps {
  section: string
  label: string
  /** Lane or section the card stands in. */
  chosen?: string
  /** Also offers "still to place". */
  unplaced?: boolean
  onChoose: (parent: string) => void
  onNew?: (() => void) | undefined
  /** It belongs in none of them: to be talked about. */
  onNotHere?: () => void
}

/** The lanes of a section as large buttons, in their order, with glyphs and counts. */
export function LaneChoices({
  section,
  label,
  chosen,
  unplaced = false,
  onChoose,
  onNew,
  onNotHere,
}: LaneChoicesProps) {
  const lanes = useIds(section, 'lane')
  return (
    <fieldset className={styles.choices} aria-label={label}>
      {lanes.map((lane, index) => (
        <Choice
          key={lane}
          lane={lane}
          index={index}
          chosen={lane === chosen}
          onChoose={() => onChoose(lane)}
        />
      ))}
      {unplaced && (
        <button
          type="button"
          className={`${styles.choice} ${chosen === section ? styles.chosen : ''}`}
          aria-current={chosen === section}
          onClick={() => onChoose(section)}
        >
          <span className={styles.name}>{phoneSort.unplaced}</span>
        </button>
      )}
      {onNew !== undefined && (
        <button
          type="button"
          className={`${styles.choice} ${styles.new}`}
          aria-label={phoneSort.newLaneTitle}
          onClick={onNew}
        >
          <Plus size={19} strokeWidth={1.75} aria-hidden="true" />
          {phoneSort.newLane}
        </button>
      )}
      {onNotHere !== undefined && (
        <button type="button" className={`${styles.choice} ${styles.new}`} onClick={onNotHere}>
          <MessageCircle size={19} strokeWidth={1.75} aria-hidden="true" />
          {states.notHere}
        </button>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  lane: string
  index: number
  chosen: boolean
  onChoose: () => void
}

function Choice({ lane, index, chosen, onChoose }: ChoiceProps) {
  const name = useEntry(lane)?.text ?? ''
  const count = useIds(lane, 'card').length
  return (
    <button
      type="button"
      className={`${styles.choice} ${chosen ? styles.chosen : ''}`}
      aria-current={chosen}
      onClick={onChoose}
    >
      <Glyph index={index} size={17} />
      <span className={styles.name} dir="auto">
        {name}
      </span>
      <span className={`figures ${styles.count}`} aria-hidden="true">
        {count}
      </span>
      <span className="unseen">{common.cards(count)}</span>
    </button>
  )
}
