/** What a press of the mouse on the board means: it takes hold of the board, or of what lies there. */
import { createStore } from 'zustand'
import { isOnCard } from './gestures.ts'

export type Tool = 'select' | 'hand'

/** The tool in use; it belongs to the page and dies with it. */
export const tool = createStore<{ is: Tool; space: boolean }>(() => ({
  is: 'select',
  space: false,
}))

const CONTROLS = 'button, a, input, textarea, select, summary, [contenteditable]'

/** The middle button always pans; the main one with the hand or the space bar, and on empty board. */
export function pansBoard(event: PointerEvent): boolean {
  const { is, space } = tool.getState()
  if (event.button === 1) return true
  if (event.button !== 0) return false
  if (is === 'hand' || space) return true
  const { target } = event
  return !isOnCard(target) && !(target instanceof Element && target.closest(CONTROLS) !== null)
}

/** The space bar held down is the hand, except where it types, presses or chooses. */
export function watchSpace(frame: HTMLElement): () => void {
  const show = () => {
    const { is, space } = tool.getState()
    frame.dataset['tool'] = is === 'hand' || space ? 'hand' : 'select'
  }
  const onDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    const { target } = event
    if (target !== document.body && target !== frame) return
    event.preventDefault()
    tool.setState({ space: true })
  }
  const onUp = (event: KeyboardEvent) => {
    if (event.key === ' ') tool.setState({ space: false })
  }
  const off = () => tool.setState({ space: false })
  show()
  const unsubscribe = tool.subscribe(show)
  document.addEventListener('keydown', onDown)
  document.addEventListener('keyup', onUp)
  window.addEventListener('blur', off)
  return () => {
    unsubscribe()
    document.removeEventListener('keydown', onDown)
    document.removeEventListener('keyup', onUp)
    window.removeEventListener('blur', off)
  }
}
