/** The one writer of where the board lies: it moves the world without a word to React. */
import type { Point } from '@plenary/shared/wall'
import type { Area, Insets, Pose, Size } from './pose.ts'
import { between, clampZoom, fitted, kept, overview, zoomedAt } from './pose.ts'

/** A flight of the camera. Milliseconds; `--t-camera` in tokens.css. */
const FLIGHT = 600
/** The window stays where it is on the screen for so long, unless it changes its size. Milliseconds. */
const KNOWN = 500
/** One press of + or -. */
const ZOOM_STEP = 1.25
/** Tools lie on the board below, so a fitted section ends above them. px */
const INSETS: Insets = { top: 24, right: 32, bottom: 92, left: 32 }
/** The browser may scroll so far to each side of the frame; `.world` stands there. px */
const PLANE = 500_000
/** What is still so far from the window after that was out of its reach. px */
const FAR = 10_000

export interface Camera {
  pose: () => Pose
  /** Size of the window in CSS px. */
  window: () => Size
  /** Calls back after every change of the pose or of the window. */
  subscribe: (listener: () => void) => () => void
  panBy: (dx: number, dy: number) => void
  /** `at`: a point of the window, its middle when absent. */
  zoomTo: (k: number, at?: Point) => void
  zoomIn: () => void
  zoomOut: () => void
  /** At once and as it was. */
  goTo: (pose: Pose) => void
  /** `cut`: at once, without a flight. */
  fit: (element: HTMLElement, cut?: boolean) => void
  fitAll: () => void
  /** A point of the screen (`clientX`, `clientY`) in the window. */
  inWindow: (at: Point) => Point
  /** A point of the screen in board units. */
  toBoard: (at: Point) => Point
  /** Where an element lies on the board, in board units. */
  areaOf: (element: Element) => Area
  /** All of the board. */
  board: () => Area
  stop: () => void
}

/**
 * Moves `world` behind `frame`, which hides the rest of it. What the browser itself brings into sight (a focus, a word
 * that is looked for) it scrolls to; the frame lies in the middle of a wide plane for that, and every scroll of it is
 * at once a movement of the camera.
 */
export function createCamera(frame: HTMLElement, world: HTMLElement): Camera {
  let pose: Pose = { x: 0, y: 0, k: 1 }
  let size: Size = { width: frame.clientWidth, height: frame.clientHeight }
  /** Kept, since asking the page for it at each step would lay out all of it. */
  let whole = measured()
  let flight = 0
  let fetching = 0
  /** Where the window stands on the screen, kept for a moment: asking for it lays out the page. */
  let corner: (Point & { until: number }) | null = null
  const listeners = new Set<() => void>()
  const still = matchMedia('(prefers-reduced-motion: reduce)')

  function measured(): Area {
    return { left: 0, top: 0, width: world.offsetWidth, height: world.offsetHeight }
  }

  function show(next: Pose): void {
    pose = next
    // In three dimensions, which makes a layer of it: it is pushed about as it is and not drawn anew at every step.
    world.style.transform = `translate3d(${pose.x}px, ${pose.y}px, 0) scale(${pose.k})`
    for (const listener of listeners) listener()
  }

  function set(next: Pose): void {
    cancelAnimationFrame(flight)
    show(kept(next, size, board()))
  }

  function fly(to: Pose): void {
    cancelAnimationFrame(flight)
    if (still.matches) return set(to)
    const from = pose
    let begun: number | null = null
    const step = (now: number) => {
      begun ??= now
      const t = Math.min(1, (now - begun) / FLIGHT)
      show(between(from, to, t))
      if (t < 1) flight = requestAnimationFrame(step)
    }
    flight = requestAnimationFrame(step)
  }

  const board = (): Area => whole

  function areaOf(element: Element): Area {
    const exact = element instanceof HTMLElement ? layoutOf(element, world) : null
    if (exact !== null) return exact
    const origin = world.getBoundingClientRect()
    const box = element.getBoundingClientRect()
    return {
      left: (box.left - origin.left) / pose.k,
      top: (box.top - origin.top) / pose.k,
      width: box.width / pose.k,
      height: box.height / pose.k,
    }
  }

  function inWindow({ x, y }: Point): Point {
    const now = performance.now()
    if (corner === null || now > corner.until) {
      const { left, top } = frame.getBoundingClientRect()
      corner = { x: left, y: top, until: now + KNOWN }
    }
    return { x: x - corner.x, y: y - corner.y }
  }

  function onScroll(): void {
    const [dx, dy] = [frame.scrollLeft - PLANE, frame.scrollTop - PLANE]
    if (dx === 0 && dy === 0) return
    frame.scrollTo({ left: PLANE, top: PLANE, behavior: 'instant' })
    // What is looked for may have come in this very frame, and the board have grown with it.
    whole = measured()
    set({ ...pose, x: pose.x - dx, y: pose.y - dy })
  }

  /** What has the focus further away than the plane reaches is fetched over the rest of the way. */
  function onFocus({ target }: FocusEvent): void {
    cancelAnimationFrame(fetching)
    fetching = requestAnimationFrame(() => {
      if (!(target instanceof HTMLElement) || target === frame) return
      // A heading gets the focus from the page and is left where it lies; whether one goes there is said elsewhere.
      if (target.tabIndex < 0 || target !== document.activeElement) return
      const at = inWindow(middleOf(target.getBoundingClientRect()))
      whole = measured()
      if (Math.abs(at.x) + Math.abs(at.y) > FAR)
        set({ ...pose, x: pose.x + size.width / 2 - at.x, y: pose.y + size.height / 2 - at.y })
    })
  }

  const middle = (): Point => ({ x: size.width / 2, y: size.height / 2 })
  const observer = new ResizeObserver(() => {
    size = { width: frame.clientWidth, height: frame.clientHeight }
    corner = null
    whole = measured()
    show(pose)
  })
  observer.observe(frame)
  observer.observe(world)
  frame.scrollTo({ left: PLANE, top: PLANE, behavior: 'instant' })
  frame.addEventListener('scroll', onScroll)
  frame.addEventListener('focusin', onFocus)

  return {
    pose: () => pose,
    window: () => size,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    panBy: (dx, dy) => set({ ...pose, x: pose.x + dx, y: pose.y + dy }),
    zoomTo: (k, at = middle()) => set(zoomedAt(pose, at, k)),
    zoomIn: () => fly(zoomedAt(pose, middle(), clampZoom(pose.k * ZOOM_STEP))),
    zoomOut: () => fly(zoomedAt(pose, middle(), clampZoom(pose.k / ZOOM_STEP))),
    goTo: set,
    fit(element, cut = false) {
      const to = fitted(areaOf(element), size, INSETS)
      if (cut) set(to)
      else fly(to)
    },
    fitAll: () => fly(overview(board(), size, INSETS)),
    inWindow,
    toBoard(at) {
      const { x, y } = inWindow(at)
      return { x: (x - pose.x) / pose.k, y: (y - pose.y) / pose.k }
    },
    areaOf,
    board,
    stop() {
      observer.disconnect()
      frame.removeEventListener('scroll', onScroll)
      frame.removeEventListener('focusin', onFocus)
      cancelAnimationFrame(flight)
      cancelAnimationFrame(fetching)
    },
  }
}

function middleOf({ left, top, width, height }: DOMRect): Point {
  return { x: left + width / 2, y: top + height / 2 }
}

/** Where an element lies in the world as it is laid out, whatever the camera does to it; null where that is not known. */
function layoutOf(element: HTMLElement, world: HTMLElement): Area | null {
  const { offsetWidth: width, offsetHeight: height } = element
  let [left, top] = [0, 0]
  for (let at: Element | null = element; at !== world;) {
    if (!(at instanceof HTMLElement)) return null
    left += at.offsetLeft
    top += at.offsetTop
    at = at.offsetParent
  }
  return { left, top, width, height }
}
