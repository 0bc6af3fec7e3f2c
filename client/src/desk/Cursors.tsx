import { useEffect, useRef } from 'react'
import { useCamera } from '../surface/useCamera.ts'
import { useClient } from '../sync/hooks.ts'
import { pointersOf } from '../sync/pointers.ts'
import { drawCursors, drawDots } from './draw-cursors.ts'
import { tellPointer } from './tell-pointer.ts'
import styles from './Cursors.module.css'

/** Others' cursors, what they have chosen and what they carry; lies on the board. One's own is told to them. */
export default function Cursors() {
  const client = useClient()
  const camera = useCamera()
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (layer.current === null || camera === null) return
    const pointers = pointersOf(client)
    const stops = [
      pointers.watch(),
      drawCursors(layer.current, client, pointers, camera),
      tellPointer(pointers, camera),
    ]
    return () => {
      for (const stop of stops.toReversed()) stop()
    }
  }, [client, camera])
  return <div ref={layer} className={styles.layer} aria-hidden="true" data-cursors="" />
}

/** Who is where, as dots on the small map. */
export function MapDots({ scale }: { scale: number }) {
  const client = useClient()
  const map = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (map.current === null) return
    return drawDots(map.current, client, pointersOf(client), scale)
  }, [client, scale])
  return <div ref={map} className={styles.dots} aria-hidden="true" data-dots="" />
}
