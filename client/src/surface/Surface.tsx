/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- the board is panned by arrow keys where it has the focus itself */
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Camera } from './camera.ts'
import { createCamera } from './camera.ts'
import { CameraContext } from './useCamera.ts'
import { listenForGestures } from './gestures.ts'
import { pansBoard, watchSpace } from './hand-tool.ts'
import styles from './Surface.module.css'

/** One press of an arrow key moves the board so far; px. */
const STEP = 80
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
}

interface SurfaceProps {
  label: string
  /** Id of what says how the board is moved. */
  help: string
  /** Lies on the board: the parts that move with it. */
  children: ReactNode
  /** Lies above it: tools, map, zoom. */
  above: ReactNode
  onDoubleClick?: (event: MouseEvent<HTMLElement>) => void
}

/** A board behind a window: it is panned and zoomed, and what has the focus is brought into sight. */
export function Surface({ label, help, children, above, onDoubleClick }: SurfaceProps) {
  const frame = useRef<HTMLDivElement>(null)
  const world = useRef<HTMLDivElement>(null)
  const [camera, setCamera] = useState<Camera | null>(null)
  useLayoutEffect(() => {
    if (frame.current === null || world.current === null) return
    const made = createCamera(frame.current, world.current)
    const stops = [
      made.stop,
      listenForGestures(frame.current, made, { pans: pansBoard }),
      watchSpace(frame.current),
    ]
    setCamera(made)
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (event.target !== event.currentTarget || arrow === undefined) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    camera?.panBy(...arrow)
  }
  return (
    <CameraContext value={camera}>
      <div
        ref={frame}
        data-surface=""
        className={styles.window}
        role="group"
        tabIndex={0}
        aria-label={label}
        aria-describedby={help}
        onKeyDown={onKeyDown}
        onDoubleClick={onDoubleClick}
      >
        <div className={styles.plane}>
          <div ref={world} data-world="" className={`${styles.world} ${styles.type}`}>
            {children}
          </div>
        </div>
      </div>
      {above}
    </CameraContext>
  )
}
