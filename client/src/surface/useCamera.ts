import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Camera } from './camera.ts'
import type { View } from './view.ts'

/** Null until the board is drawn, and off the board. */
export const CameraContext = createContext<Camera | null>(null)

export function useCamera(): Camera | null {
  return useContext(CameraContext)
}

const NEVER = () => () => undefined

/** One value of where the camera is; draws again only when it differs. */
export function useCameraView<T extends string | number>(select: (view: View) => T, none: T): T {
  const camera = useCamera()
  return useSyncExternalStore(camera?.subscribe ?? NEVER, () =>
    camera === null ? none : select(camera.view()),
  )
}
