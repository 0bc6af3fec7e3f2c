import { Glyph } from '../look/Glyph.tsx'
import { useEntry, useIds } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import styles from './Menu.module.css'

interface LaneItemProps {
  id: string
  index: number
  here: boolean
  onChoose: () => void
}

/** A category in a menu, with its number and how many cards it has. */
export function LaneItem({ id, index, here, onChoose }: LaneItemProps) {
  const name = useEntry(id)?.text ?? ''
  const count = useIds(id, 'card').length
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={here}
      aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
      onClick={onChoose}
    >
      <span className={styles.glyph}>
        <Glyph index={index} size={13} />
      </span>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      <span className={`figures ${styles.count}`}>
        <span aria-hidden="true">{count}</span>
        <span className="unseen">{common.cards(count)}</span>
      </span>
      {index < 9 && (
        <kbd className={styles.key} aria-hidden="true">
          {index + 1}
        </kbd>
      )}
    </button>
  )
}
