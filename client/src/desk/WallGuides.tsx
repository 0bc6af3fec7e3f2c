import { useSyncExternalStore } from 'react'
import type { StoreApi } from 'zustand'
import type { InHand } from './wall-hands.ts'
import styles from './Wall.module.css'

/** The lines that a carried note has snapped to. */
export function WallGuides({ store }: { store: StoreApi<InHand> }) {
  const { x, y } = useSyncExternalStore(store.subscribe, () => store.getState().guides)
  return (
    <>
      {x !== null && <span className={styles.upright} style={{ left: x }} aria-hidden="true" />}
      {y !== null && <span className={styles.level} style={{ top: y }} aria-hidden="true" />}
    </>
  )
}
