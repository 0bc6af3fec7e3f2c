/** A frame that is drawn with Shift on empty ground chooses the cards that it touches. */
import { select, selection } from './selection.ts'

/** A press that moves no further than this is none. px */
const SLIP = 4

/** Listens until the returned call. `look`: the class of the frame. */
export function listenForMarquee(look: string): () => void {
  let stop: () => void = () => {}
  const onDown = (event: PointerEvent) => {
    if (!event.shiftKey || event.button !== 0 || event.pointerType === 'touch') return
    if (!isGround(event.target)) return
    // The board is not moved meanwhile, and no text is marked.
    event.preventDefault()
    event.stopPropagation()
    stop()
    stop = draw(look, { x: event.clientX, y: event.clientY })
  }
  document.addEventListener('pointerdown', onDown, true)
  return () => {
    stop()
    document.removeEventListener('pointerdown', onDown, true)
  }
}

function draw(look: string, from: { x: number; y: number }): () => void {
  const frame = document.createElement('div')
  frame.className = look
  frame.ariaHidden = 'true'
  const before = selection.getState().ids
  const end = new AbortController()
  const { signal } = end
  const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (!frame.isConnected && Math.hypot(x - from.x, y - from.y) < SLIP) return
    const box = new DOMRect(
      Math.min(x, from.x),
      Math.min(y, from.y),
      Math.abs(x - from.x),
      Math.abs(y - from.y),
    )
    frame.style.left = `${box.left}px`
    frame.style.top = `${box.top}px`
    frame.style.width = `${box.width}px`
    frame.style.height = `${box.height}px`
    if (!frame.isConnected) document.body.append(frame)
    select([...before, ...touched(box)])
  }
  const finish = () => {
    frame.remove()
    end.abort()
  }
  document.addEventListener('pointermove', onMove, { signal })
  for (const kind of ['pointerup', 'pointercancel'])
    document.addEventListener(kind, finish, { signal })
  return finish
}

/** Cards of the board that this frame touches, in CSS px of the screen. */
function touched(frame: DOMRect): string[] {
  return [...document.querySelectorAll<HTMLElement>('main [data-card]')].flatMap((card) => {
    const { left, right, top, bottom } = card.getBoundingClientRect()
    const apart =
      right < frame.left || left > frame.right || bottom < frame.top || top > frame.bottom
    return apart ? [] : (card.dataset['card'] ?? [])
  })
}

function isGround(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('main') !== null &&
    target.closest(
      '[data-card], button, a, input, textarea, select, [popover], dialog, [role="toolbar"], nav',
    ) === null
  )
}
