/** Tells the others where one's own pointer and focus are on the board. */
import type { Place, Pointers } from '../sync/pointers.ts'
import type { Lens } from './draw-cursors.ts'

export function tellPointer(pointers: Pointers, lens: Lens): () => void {
  let last: Place | null = null

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
  const unsubscribe = lens.subscribe(tell)
  return () => {
    window.removeEventListener('pointermove', onMove)
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('focusout', onBlur)
    unsubscribe()
    pointers.select(null)
  }
}

function isOnBoard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-surface]') !== null
}
