import { useStore } from 'zustand'
import type { StoreApi } from 'zustand'
import { sectionOfEntry } from '@plenary/shared/entry'
import { paperColour } from '../look/paper.ts'
import { useCameraPose } from '../surface/useCamera.ts'
import { useClient, useEntry, useIds } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import type { Carry } from './carry.ts'
import { selection } from './selection.ts'
import surface from '../surface/Surface.module.css'
import styles from './Card.module.css'

/** The card in one's own hand: as large as it is on the board, and at its own size within, so that it wraps alike. */
export function CarriedCard({ store }: { store: StoreApi<Carry> }) {
  const client = useClient()
  const id = useStore(store, (carry) => (carry.by === 'pointer' ? carry.id : null))
  const entry = useEntry(id ?? '')
  const lanes = useIds(entry === null ? '' : sectionOfEntry(client, entry), 'lane')
  const onto = useStore(store, (carry) => carry.onto)
  const count = useStore(selection, ({ ids }) => (ids.has(id ?? '') ? ids.size : 1))
  // Drawn anew by the camera only while there is something to draw.
  const k = useCameraPose((pose) => (id === null ? 1 : pose.k), 1)
  if (entry === null) return null
  return (
    <div
      data-in-hand=""
      className={`${styles.inHand} ${surface.type}`}
      style={{ width: `${100 / k}%`, height: `${100 / k}%`, transform: `scale(${k})` }}
    >
      <div
        className={`${styles.card} ${styles.lifted}`}
        style={{ backgroundColor: paperColour(lanes.indexOf(entry.parent)) }}
      >
        <p className={styles.words} dir="auto">
          {entry.text}
        </p>
        {onto && <span className={styles.onto}>{desk.drag.group}</span>}
        {count > 1 && <span className={`figures ${styles.many}`}>{count}</span>}
      </div>
    </div>
  )
}
