import { useStore } from 'zustand'
import type { StoreApi } from 'zustand'
import { paperColour } from '../look/paper.ts'
import { useEntry, useIds } from '../sync/hooks.ts'
import type { Carry } from './carry.ts'
import styles from './Card.module.css'

/** The card in one's own hand. */
export function CarriedCard({ store, section }: { store: StoreApi<Carry>; section: string }) {
  const id = useStore(store, (carry) => carry.id)
  const entry = useEntry(id ?? '')
  const lanes = useIds(section, 'lane')
  if (entry === null) return null
  return (
    <div
      className={`${styles.card} ${styles.lifted}`}
      style={{ backgroundColor: paperColour(lanes.indexOf(entry.parent)) }}
    >
      <p className={styles.words} dir="auto">
        {entry.text}
      </p>
    </div>
  )
}
