import type { ReactNode } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { surface as words } from '../words/surface.ts'
import type { Area } from './pose.ts'
import { followCamera, useCamera } from './useCamera.ts'
import styles from './Surface.module.css'

/** Largest size of the map. px */
const WIDTH = 124
const HEIGHT = 68

/** Sections that change their size are measured again so often. Milliseconds. */
const MEASURED_EVERY = 250

interface MapSection {
  id: string
  name: string
  /** Id of its element on the board. */
  element: string
  current: boolean
}

interface BoardMapProps {
  sections: readonly MapSection[]
  /** Lies on the map; `scale`: px of the map for one board unit. */
  children: (scale: number) => ReactNode
}

/** The whole board, small: where one looks, and the way to every section. */
export function BoardMap({ sections, children }: BoardMapProps) {
  const camera = useCamera()
  const [areas, setAreas] = useState<ReadonlyMap<string, Area>>(new Map())
  const [board, setBoard] = useState<Area | null>(null)
  const eye = useRef<HTMLSpanElement>(null)
  const scale =
    board === null ? 0 : Math.min(WIDTH / board.width, HEIGHT / Math.max(1, board.height))

  useEffect(() => {
    if (camera === null) return
    const measure = () => {
      setBoard(camera.board())
      setAreas(
        new Map(
          sections.flatMap(({ id, element }) => {
            const found = document.getElementById(element)
            return found === null ? [] : [[id, camera.areaOf(found)]]
          }),
        ),
      )
    }
    let measuring: ReturnType<typeof setTimeout> | undefined
    // A card in hand makes sections grow and shrink at every step, which the map need not follow.
    const observer = new ResizeObserver(() => {
      measuring ??= setTimeout(() => {
        measuring = undefined
        measure()
      }, MEASURED_EVERY)
    })
    for (const { element } of sections) {
      const found = document.getElementById(element)
      if (found !== null) observer.observe(found)
    }
    measure()
    return () => {
      observer.disconnect()
      clearTimeout(measuring)
    }
  }, [camera, sections])

  useLayoutEffect(() => {
    if (camera === null || scale === 0) return
    return followCamera(camera, () => {
      const { x, y, k } = camera.pose()
      const { width, height } = camera.window()
      if (eye.current === null) return
      eye.current.style.transform = `translate(${(-x / k) * scale}px, ${(-y / k) * scale}px)`
      eye.current.style.width = `${(width / k) * scale}px`
      eye.current.style.height = `${(height / k) * scale}px`
    })
  }, [camera, scale])

  if (board === null) return null
  return (
    <nav className={`${styles.panel} ${styles.map}`} aria-label={words.map}>
      <div
        className={styles.chart}
        style={{ width: board.width * scale, height: board.height * scale }}
      >
        {sections.map(({ id, name, element, current }) => {
          const area = areas.get(id)
          if (area === undefined) return null
          return (
            <button
              key={id}
              type="button"
              className={`${styles.place} ${current ? styles.current : ''}`}
              style={{
                left: area.left * scale,
                top: area.top * scale,
                width: area.width * scale,
                height: area.height * scale,
              }}
              aria-label={words.goTo(name)}
              aria-current={current ? 'location' : undefined}
              title={name}
              onClick={() => {
                const found = document.getElementById(element)
                if (found !== null) camera?.fit(found)
              }}
            />
          )
        })}
        <span ref={eye} className={styles.eye} aria-hidden="true" />
        {children(scale)}
      </div>
    </nav>
  )
}
