/** A pointer under which the board moves is told so often. Milliseconds. */
const FOLLOW_EVERY = 150

/** Tells the others where one's own pointer and focus are on the board. */
import type { Place, Pointers } from '../sync/pointers.ts'
import type { Lens } from './draw-cursors.ts'

export function tellPointer(pointers: Pointers, lens: Lens): () => void {
  let last: Place | null = null
  let following: ReturnType<typeof setTimeout> | undefined

  const tell = (): void => {
    const at = last
    if (at !== null) pointers.move(() => lens.toBoard(at))
  }
  const onMove = (event: PointerEvent): void => {
    // A finger on the board moves the board, unless it carries a card.
    const counts = pointers.carries() || (event.pointerType !== 'touch' && isOnBoard(event.target))
    last = counts ? { x: event.clientX, y: event.clientY } : null
    tell()
  }
  const onFocus = (event: FocusEvent): void => {
    const card = event.target instanceof Element ? event.target.closest('[data-card]') : null
    pointers.select(card?.getAttribute('data-card') ?? null)
  }
  const onBlur = (event: FocusEvent): void => {
    if (event.relatedTarget === null) pointers.select(null)
  }

  window.addEventListener('pointermove', onMove, { passive: true })
  document.addEventListener('focusin', onFocus)
  document.addEventListener('focusout', onBlur)
  // Under a pointer that rests the board moves too, which is told seldom: it is asked for at every step.
  const follow = (): void => {
    if (last === null || following !== undefined) return
    following = setTimeout(() => {
      following = undefined
      tell()
    }, FOLLOW_EVERY)
  }
  const unsubscribe = lens.subscribe(follow)
  return () => {
    window.removeEventListener('pointermove', onMove)
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('focusout', onBlur)
    unsubscribe()
    clearTimeout(following)
    pointers.select(null)
  }
}

function isOnBoard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-surface]') !== null
}
