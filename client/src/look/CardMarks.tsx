import { CloudUpload } from 'lucide-react'
import { states } from '../words/states.ts'
import styles from './CardMarks.module.css'

export interface CardMarksProps {
  /** Its words are not sent yet. */
  waits?: boolean
}

/** States of a card in an icon and a word. */
export function CardMarks({ waits = false }: CardMarksProps) {
  return (
    <span className={styles.marks}>
      {waits && (
        <span className={styles.mark}>
          <CloudUpload size={14} strokeWidth={2} aria-hidden="true" />
          {states.waits}
        </span>
      )}
    </span>
  )
}
