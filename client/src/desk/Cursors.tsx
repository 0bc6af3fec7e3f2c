import { useEffect, useRef } from 'react'
import { useClient } from '../sync/hooks.ts'
import { pointersOf } from '../sync/pointers.ts'
import type { Lens } from './draw-cursors.ts'
import { drawCursors } from './draw-cursors.ts'
import { tellPointer } from './tell-pointer.ts'
import styles from './Cursors.module.css'

/** Others' cursors, what they have chosen and what they carry; lies on the board. One's own is told to them. */
export default function Cursors({ lens }: { lens: Lens }) {
  const client = useClient()
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (layer.current === null) return
    const pointers = pointersOf(client)
    const stops = [
      pointers.watch(),
      drawCursors(layer.current, client, pointers, lens),
      tellPointer(pointers, lens),
    ]
    return () => {
      for (const stop of stops.toReversed()) stop()
    }
  }, [client, lens])
  return <div ref={layer} className={styles.layer} aria-hidden="true" data-cursors="" />
}
