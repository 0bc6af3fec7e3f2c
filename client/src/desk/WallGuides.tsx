import { useEffect, useRef } from 'react'
import type { StoreApi } from 'zustand'
import type { InHand } from './wall-hands.ts'
import styles from './Wall.module.css'

/** The lines that a carried note has snapped to, drawn past React: they change with every step. */
export function WallGuides({ store }: { store: StoreApi<InHand> }) {
  const upright = useRef<HTMLSpanElement>(null)
  const level = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const show = () => {
      const { x, y } = store.getState().guides
      if (upright.current !== null) {
        upright.current.hidden = x === null
        upright.current.style.left = `${x ?? 0}px`
      }
      if (level.current !== null) {
        level.current.hidden = y === null
        level.current.style.top = `${y ?? 0}px`
      }
    }
    show()
    return store.subscribe(show)
  }, [store])
  return (
    <>
      <span ref={upright} className={styles.upright} aria-hidden="true" hidden />
      <span ref={level} className={styles.level} aria-hidden="true" hidden />
    </>
  )
}
