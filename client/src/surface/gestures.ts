/** Wheel, drag and pinch on the board, told to the camera. */
import type { Point } from '@plenary/shared/wall'
import type { Camera } from './camera.ts'

/** A finger that has moved so far before a card is taken up pans. px; the drag of a card has the same tolerance. */
const TOLERANCE = 8
/** A mouse that moves no further than this has clicked. px */
const SLIP = 3
/** A finger that has rested so long on a card takes it up. Milliseconds. */
const HOLD = 180
/** Most of one turn of a wheel that counts: a notch of a mouse is 100, a pinch on a pad a few. */
const WHEEL_MOST = 25

interface GestureRules {
  /** Whether a press of the main button on this pans the board. */
  pans: (event: PointerEvent) => boolean
}

interface Finger extends Point {
  /** A card under it may be taken up until this time. */
  until: number
  pans: boolean
}

/** Listens on the window of the board until the returned call. */
export function listenForGestures(
  frame: HTMLElement,
  camera: Camera,
  { pans }: GestureRules,
): () => void {
  const fingers = new Map<number, Finger>()

  const onWheel = (event: WheelEvent) => {
    if (isElsewhere(event.target)) return
    const zooms = event.ctrlKey || event.metaKey
    if (!zooms && scrollsItself(event)) return
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1
    if (zooms) {
      const turn = Math.min(WHEEL_MOST, Math.max(-WHEEL_MOST, event.deltaY * unit))
      const at = camera.inWindow({ x: event.clientX, y: event.clientY })
      return camera.zoomTo(camera.pose().k * Math.exp(-turn / 100), at)
    }
    const sideways = event.shiftKey && event.deltaX === 0
    camera.panBy(
      -(sideways ? event.deltaY : event.deltaX) * unit,
      sideways ? 0 : -event.deltaY * unit,
    )
  }

  const onDown = (event: PointerEvent) => {
    if (isElsewhere(event.target) || isField(event.target)) return
    const touch = event.pointerType === 'touch'
    if (!touch && !pans(event)) return
    const onCard = isOnCard(event.target)
    fingers.set(event.pointerId, {
      x: event.clientX,
      y: event.clientY,
      until: touch && onCard ? event.timeStamp + HOLD : 0,
      pans: false,
    })
  }

  const onMove = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId)
    if (finger === undefined) return
    const at = { x: event.clientX, y: event.clientY }
    const dx = at.x - finger.x
    const dy = at.y - finger.y
    if (fingers.size > 1) return pinch(event.pointerId, finger, at)
    if (!finger.pans) {
      if (finger.until > 0 && event.timeStamp > finger.until)
        return void fingers.delete(event.pointerId)
      if (Math.hypot(dx, dy) <= (event.pointerType === 'touch' ? TOLERANCE : SLIP)) return
      finger.pans = true
      // Only now, so that a press that does not move stays a click on what lies there.
      frame.setPointerCapture(event.pointerId)
      frame.dataset['panning'] = ''
    }
    Object.assign(finger, at)
    camera.panBy(dx, dy)
  }

  /** Two fingers: their middle pans, their distance zooms. */
  function pinch(id: number, finger: Finger, at: Point): void {
    const other = [...fingers].find(([one]) => one !== id)?.[1]
    if (other === undefined) return
    const middle = (one: Point) =>
      camera.inWindow({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
    const away = (one: Point) => Math.hypot(one.x - other.x, one.y - other.y)
    const [before, after] = [middle(finger), middle(at)]
    const [was, is] = [away(finger), away(at)]
    Object.assign(finger, at, { pans: true })
    camera.panBy(after.x - before.x, after.y - before.y)
    if (was > 0) camera.zoomTo((camera.pose().k * is) / was, after)
  }

  const onUp = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return
    delete frame.dataset['panning']
    if (frame.hasPointerCapture(event.pointerId)) frame.releasePointerCapture(event.pointerId)
  }

  /** A pinch on the pad of a computer that says it in events of its own. */
  let scale = 1
  const onGesture = (event: Event) => {
    if (!('scale' in event) || typeof event.scale !== 'number') return
    event.preventDefault()
    if (event.type === 'gesturestart') scale = 1
    const at = 'clientX' in event && 'clientY' in event ? pointOf(event) : undefined
    camera.zoomTo((camera.pose().k * event.scale) / scale, at && camera.inWindow(at))
    scale = event.scale
  }

  /** The middle button would begin to scroll by itself. */
  const onMiddle = (event: MouseEvent) => {
    if (event.button === 1) event.preventDefault()
  }

  frame.addEventListener('wheel', onWheel, { passive: false })
  frame.addEventListener('mousedown', onMiddle)
  frame.addEventListener('pointerdown', onDown)
  frame.addEventListener('pointermove', onMove)
  frame.addEventListener('pointerup', onUp)
  frame.addEventListener('pointercancel', onUp)
  frame.addEventListener('gesturestart', onGesture)
  frame.addEventListener('gesturechange', onGesture)
  return () => {
    frame.removeEventListener('wheel', onWheel)
    frame.removeEventListener('mousedown', onMiddle)
    frame.removeEventListener('pointerdown', onDown)
    frame.removeEventListener('pointermove', onMove)
    frame.removeEventListener('pointerup', onUp)
    frame.removeEventListener('pointercancel', onUp)
    frame.removeEventListener('gesturestart', onGesture)
    frame.removeEventListener('gesturechange', onGesture)
  }
}

function pointOf(event: { clientX: unknown; clientY: unknown }): Point | undefined {
  const { clientX: x, clientY: y } = event
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined
}

/** A menu or dialog stands above the board, though it belongs to a card of it. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[popover], dialog') !== null
}

/** A finger in a field moves its caret. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('textarea, input, select') !== null
}

export function isOnCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-card], [data-hull]') !== null
}

/** Whether what is under the wheel has more to show that way. */
function scrollsItself({ target, deltaY }: WheelEvent): boolean {
  const area = target instanceof Element ? target.closest('textarea, [data-scrolls]') : null
  if (area === null) return false
  return deltaY < 0 ? area.scrollTop > 0 : area.scrollTop + area.clientHeight < area.scrollHeight
}
