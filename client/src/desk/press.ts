/** A press as it becomes a carrying: by mouse once it moves, by finger once it rests. */
import type { Camera } from '../surface/camera.ts'
import { createEdgePan } from '../surface/edge-pan.ts'
import { tool } from '../surface/hand-tool.ts'

/** A mouse that moved so far carries; a finger that rested so long does. px, milliseconds */
const SLIP = 4
const TOLERANCE = 8
const HOLD = 180

/** What a press has under it, and what becomes of it. */
export interface Grip {
  /** Takes it up; false where that may not be. */
  take: () => boolean
  /** Whether it is in hand still. */
  holds: () => boolean
  /** With every step of the pointer, and when the board is moved under it. */
  carry: (at: PointerEvent) => void
  drop: () => void
  putBack: () => void
}

/** Listens below `root` until the returned call. `gripOf`: null where nothing is carried. */
export function listenForPresses(
  root: HTMLElement,
  camera: Camera | null,
  gripOf: (target: Element, event: PointerEvent) => Grip | null,
): () => void {
  const edge = camera === null ? null : createEdgePan(camera)

  function onDown(event: PointerEvent): void {
    const { target } = event
    if (event.button !== 0 || !event.isPrimary || !(target instanceof Element)) return
    const { is, space } = tool.getState()
    if (is === 'hand' || space) return
    if (target.closest('button, a, input, textarea, select, [popover], dialog') !== null) return
    const grip = gripOf(target, event)
    if (grip !== null) watch(event, target, grip)
  }

  function watch(event: PointerEvent, target: Element, grip: Grip): void {
    const touch = event.pointerType === 'touch'
    let carries = false
    let last = event
    const begin = () => {
      carries = grip.take()
      if (carries) follow()
      else end()
    }
    const rest = touch ? setTimeout(begin, HOLD) : undefined
    const onMove = (move: PointerEvent) => {
      if (move.pointerId !== event.pointerId) return
      if (!carries) {
        const away = Math.hypot(move.clientX - event.clientX, move.clientY - event.clientY)
        if (touch && away > TOLERANCE) return end()
        if (touch || away < SLIP) return
        begin()
      }
      // Somebody else took it out of the hand.
      if (!grip.holds()) return end()
      last = move
      follow()
      edge?.at({ x: move.clientX, y: move.clientY })
    }
    /** Also when the board is moved under the pointer. */
    const follow = () => {
      if (carries) grip.carry(last)
    }
    const onUp = (up: PointerEvent) => {
      if (up.pointerId !== event.pointerId) return
      end()
      if (!carries) return
      if (up.type === 'pointerup') grip.drop()
      else grip.putBack()
    }
    const onEscape = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !carries) return
      key.preventDefault()
      end()
      grip.putBack()
    }
    // A finger that carries does not scroll.
    const onTouch = (move: Event) => {
      if (carries) move.preventDefault()
    }
    const stop = camera?.subscribe(follow)
    const end = () => {
      clearTimeout(rest)
      stop?.()
      edge?.at(null)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onUp)
      window.removeEventListener('keydown', onEscape, true)
      target.removeEventListener('touchmove', onTouch)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onUp)
    window.addEventListener('keydown', onEscape, true)
    target.addEventListener('touchmove', onTouch, { passive: false })
  }

  root.addEventListener('pointerdown', onDown)
  return () => root.removeEventListener('pointerdown', onDown)
}
