/** Keys that act by themselves, anywhere on the board; a person can turn them off on this device. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { keptSwitch } from './kept-switch.ts'

/** Whether single keys act. */
export const keysAct = keptSwitch('plenary.keys', true)

/** Acts on a key as `KeyboardEvent.key` has it, never while somebody types, chooses or answers a dialog. */
export function useKey(key: string, act: () => void): void {
  const latest = useRef(act)
  // Before the screen shows it: a key must not do what an older picture offered.
  useLayoutEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.repeat)
        return
      if (event.defaultPrevented || !keysAct.isOn() || takesKeys(event.target)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [key])
}

function takesKeys(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], :popover-open') !== null) return true
  return (
    target instanceof Element &&
    target.matches(
      'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]',
    )
  )
}
