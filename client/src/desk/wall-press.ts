/** A press on a note or on the name of a group, as it becomes a carrying: by mouse once it moves, by finger once it rests. */
import type { Point } from '@plenary/shared/wall'
import type { Camera } from '../surface/camera.ts'
import { createEdgePan } from '../surface/edge-pan.ts'
import { tool } from '../surface/hand-tool.ts'

/** A mouse that moved so far carries; a finger that rested so long does. px, milliseconds */
const SLIP = 4
const TOLERANCE = 8
const HOLD = 180

export interface PressParts {
  camera: Camera | null
  mayTake: () => boolean
  membersOf: (group: string) => readonly string[]
  /** A note, and what is carried with it. */
  together: (note: string) => readonly string[]
  toWall: (at: { clientX: number; clientY: number }) => Point
  /** Takes notes up, or a whole group; false where that may not be. */
  take: (ids: readonly string[], group: string | null) => boolean
  /** Whether something is in hand still. */
  holds: () => boolean
  carry: (by: Point, free: boolean) => void
  drop: () => void
  putBack: () => void
}

/** Listens on the wall until the returned call. */
export function listenForPresses(wall: HTMLElement, parts: PressParts): () => void {
  const { camera, mayTake, membersOf } = parts
  const edge = camera === null ? null : createEdgePan(camera)

  function onDown(event: PointerEvent): void {
    const { target } = event
    if (event.button !== 0 || !event.isPrimary || !(target instanceof Element) || !mayTake()) return
    const { is, space } = tool.getState()
    if (is === 'hand' || space) return
    if (target.closest('button, a, input, textarea, select, [popover], dialog') !== null) return
    const hull = target.closest<HTMLElement>('[data-hull]')?.dataset['hull']
    const note = target.closest<HTMLElement>('[data-note]')?.dataset['note']
    if (hull !== undefined) watch(event, target, membersOf(hull), hull)
    else if (note !== undefined) watch(event, target, parts.together(note), null)
  }

  function watch(
    event: PointerEvent,
    target: Element,
    ids: readonly string[],
    group: string | null,
  ): void {
    const start = parts.toWall(event)
    const touch = event.pointerType === 'touch'
    let carries = false
    let last: PointerEvent | null = null
    const begin = () => {
      carries = parts.take(ids, group)
      if (!carries) end()
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
      if (!parts.holds()) return end()
      last = move
      follow()
      edge?.at({ x: move.clientX, y: move.clientY })
    }
    /** Also when the board is moved under the pointer. */
    const follow = () => {
      if (!carries || last === null) return
      const now = parts.toWall(last)
      parts.carry({ x: now.x - start.x, y: now.y - start.y }, last.altKey)
    }
    const onUp = (up: PointerEvent) => {
      if (up.pointerId !== event.pointerId) return
      end()
      if (!carries) return
      if (up.type === 'pointerup') parts.drop()
      else parts.putBack()
    }
    const onEscape = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !carries) return
      key.preventDefault()
      end()
      parts.putBack()
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

  wall.addEventListener('pointerdown', onDown)
  return () => wall.removeEventListener('pointerdown', onDown)
}
