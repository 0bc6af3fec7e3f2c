import { useEffect, useState } from 'react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { surface as words } from '../words/surface.ts'
import { followCamera, useCamera } from './useCamera.ts'
import styles from './Surface.module.css'

/** Nearer, farther, and the section whole. */
export function ZoomControls({ onFit }: { onFit: () => void }) {
  const camera = useCamera()
  const [percent, setPercent] = useState(100)
  useEffect(
    () =>
      camera === null
        ? undefined
        : followCamera(camera, () => setPercent(Math.round(camera.pose().k * 100))),
    [camera],
  )
  return (
    <fieldset className={`${styles.panel} ${styles.zoom}`} aria-label={words.zoom}>
      <button
        type="button"
        className={styles.tool}
        aria-label={words.zoomOut}
        title={words.zoomOut}
        onClick={() => camera?.zoomOut()}
      >
        <Minus size={17} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={`figures ${styles.percent}`}
        title={words.zoomReset}
        aria-label={words.zoomAt(percent)}
        onClick={() => camera?.zoomTo(1)}
      >
        {words.percent(percent)}
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={words.zoomIn}
        title={words.zoomIn}
        onClick={() => camera?.zoomIn()}
      >
        <Plus size={17} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <span className={styles.rule} />
      <button
        type="button"
        className={styles.tool}
        aria-label={words.fit}
        title={words.fit}
        aria-keyshortcuts="1"
        onClick={onFit}
      >
        <Maximize size={16} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </fieldset>
  )
}
