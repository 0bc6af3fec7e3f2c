import type { ReactNode } from 'react'
import { Ellipsis } from 'lucide-react'
import { paperColour } from './paper.ts'
import styles from './Note.module.css'

interface NoteProps {
  /** Words, or the field that edits them. */
  children: ReactNode
  /** Place of the lane whose paper it has, from 0; absent: unsorted. */
  lane?: number
  meta?: string | undefined
  /** States beside its words. */
  marks?: ReactNode
  /** `raised`: it is being written, or read out; `faceDown`: set aside. */
  look?: 'paper' | 'raised' | 'faceDown'
  /** Opens what can be done with it, and the name of that button. */
  more?: { label: string; open: () => void } | undefined
}

/** A card as paper. */
export function Note({ children, lane = -1, meta, marks, look = 'paper', more }: NoteProps) {
  return (
    <div
      className={`${styles.note} ${styles[look] ?? ''}`}
      style={{ backgroundColor: paperColour(lane) }}
    >
      <div className={styles.words} dir="auto">
        {children}
        {meta !== undefined && <span className={styles.meta}>{meta}</span>}
        {marks}
      </div>
      {more !== undefined && (
        <button
          type="button"
          className={styles.more}
          aria-haspopup="dialog"
          aria-label={more.label}
          onClick={more.open}
        >
          <Ellipsis size={20} strokeWidth={2} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
