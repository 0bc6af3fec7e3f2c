import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { X } from 'lucide-react'
import { common } from '../words/common.ts'
import { Button } from './Button.tsx'
import styles from './Sheet.module.css'

interface SheetProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A sheet from the bottom of a phone, a dialog elsewhere. Draw it to open it; Esc and a press beside it close it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    const before = document.activeElement
    if (!element.open) element.showModal()
    const onBeside = (event: MouseEvent) => {
      if (event.target === element) close.current()
    }
    const onCancel = (event: Event) => {
      event.preventDefault()
      close.current()
    }
    // At the second Esc a browser closes it whatever is said to it, also while it is to stay.
    const onClosed = () => {
      if (!element.open) element.showModal()
    }
    element.addEventListener('close', onClosed)
    element.addEventListener('click', onBeside)
    element.addEventListener('cancel', onCancel)
    return () => {
      element.removeEventListener('close', onClosed)
      element.removeEventListener('click', onBeside)
      element.removeEventListener('cancel', onCancel)
      element.close()
      // The dialog is gone before the browser would hand focus back.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.title} dir="auto">
          {title}
        </h2>
        <Button kind="quiet" icon aria-label={common.close} onClick={onClose}>
          <X size={20} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
