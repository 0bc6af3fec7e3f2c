import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Camera } from './camera.ts'
import type { Pose } from './pose.ts'

/** Null until the board is drawn, and off the board. */
export const CameraContext = createContext<Camera | null>(null)

export function useCamera(): Camera | null {
  return useContext(CameraContext)
}

const NEVER = () => () => undefined

/** One value of where the camera is; draws again only when it differs. */
export function useCameraPose<T extends string | number>(select: (pose: Pose) => T, none: T): T {
  const camera = useCamera()
  return useSyncExternalStore(camera?.subscribe ?? NEVER, () =>
    camera === null ? none : select(camera.pose()),
  )
}

/** What lies around the board follows it so often: a figure and a frame of the map, each of which lays out the page. Milliseconds. */
const SHOWN_EVERY = 120

/** Calls now, and whenever the board has moved, but not at each step. Returns what ends it. */
export function followCamera(camera: Camera, show: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const stop = camera.subscribe(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      show()
    }, SHOWN_EVERY)
  })
  show()
  return () => {
    stop()
    clearTimeout(waiting)
  }
}
