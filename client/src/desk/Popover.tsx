/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- its keys are short cuts for its buttons; a dialog element opened as a popover stays hidden in older browsers */
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import styles from './Popover.module.css'

/** Kept free between a popover and the edge of the screen. px */
const EDGE = 8

interface PopoverProps {
  label: string
  /** What it hangs below. */
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  children: ReactNode
}

/** A small panel beside what opened it, above everything else. Draw it to open it; Esc or a press elsewhere closes it. */
export function Popover({ label, anchor, onClose, onKeyDown, children }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useLayoutEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const element = panel.current
    if (element === null) return
    element.showPopover()
    const opener = anchor.current
    const at = opener?.getBoundingClientRect() ?? new DOMRect(EDGE, EDGE, 0, 0)
    const { width, height } = element.getBoundingClientRect()
    const below = at.bottom + 4
    const top = below + height > window.innerHeight - EDGE ? at.top - height - 4 : below
    const left = Math.min(at.left, window.innerWidth - width - EDGE)
    element.style.left = `${Math.max(EDGE, left)}px`
    element.style.top = `${Math.min(Math.max(EDGE, top), Math.max(EDGE, window.innerHeight - height - EDGE))}px`
    element.querySelector<HTMLElement>('button, input, select, textarea')?.focus()
    const onToggle = (event: ToggleEvent) => {
      if (event.newState === 'closed') close.current()
    }
    element.addEventListener('toggle', onToggle)
    return () => {
      element.removeEventListener('toggle', onToggle)
      const inside = element.contains(document.activeElement)
      if (element.matches(':popover-open')) element.hidePopover()
      if (inside && opener?.isConnected === true) opener.focus()
    }
  }, [anchor])
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={label}
      className={styles.popover}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  )
}
