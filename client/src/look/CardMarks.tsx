import { CloudUpload, MessageCircle } from 'lucide-react'
import { states } from '../words/states.ts'
import styles from './CardMarks.module.css'

interface CardMarksProps {
  /** A change of it is not sent yet. */
  waits?: boolean
  /** It is to be talked about. */
  talk?: boolean
}

/** States of a card in an icon and a word; nothing where there is none. */
export function CardMarks({ waits = false, talk = false }: CardMarksProps) {
  if (!waits && !talk) return null
  return (
    <span className={styles.marks}>
      {talk && (
        <span className={styles.mark}>
          <MessageCircle size={14} strokeWidth={2} aria-hidden="true" />
          {states.talk}
        </span>
      )}
      {waits && (
        <span className={styles.mark}>
          <CloudUpload size={14} strokeWidth={2} aria-hidden="true" />
          {states.waits}
        </span>
      )}
    </span>
  )
}
