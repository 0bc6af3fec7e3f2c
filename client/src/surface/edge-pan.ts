/** A card held near an edge of the window moves the board under it. */
import type { Point } from '@plenary/shared/wall'
import type { Camera } from './camera.ts'
import { edgeSpeed } from './pose.ts'

/** Where nothing may glide the board goes on in steps this far apart. Milliseconds. */
const STEP_EVERY = 250

interface EdgePan {
  /** The pointer, as `clientX` and `clientY`; null: no card is held. */
  at: (point: Point | null) => void
}

export function createEdgePan(camera: Camera): EdgePan {
  let point: Point | null = null
  let frame = 0
  let last = 0
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches

  function step(now: number): void {
    frame = 0
    if (point === null) return
    const inside = camera.inWindow(point)
    const { width, height } = camera.window()
    const speed = edgeSpeed(inside, camera.window())
    const leaves =
      inside.x < -40 || inside.y < -40 || inside.x > width + 40 || inside.y > height + 40
    if (leaves || (speed.x === 0 && speed.y === 0)) {
      last = 0
      return
    }
    frame = requestAnimationFrame(step)
    if (last === 0) {
      last = now
      return
    }
    const passed = now - last
    if (still && passed < STEP_EVERY) return
    last = now
    const seconds = Math.min(passed, STEP_EVERY) / 1_000
    camera.panBy(speed.x * seconds, speed.y * seconds)
  }

  return {
    at(next) {
      point = next
      if (next === null) {
        cancelAnimationFrame(frame)
        frame = 0
        last = 0
      } else if (frame === 0) frame = requestAnimationFrame(step)
    },
  }
}
