import type { KeyboardEvent } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { CARD_TEXT_MAX } from '@plenary/shared/kinds'
import { mergedText, spliced } from '@plenary/shared/splice'
import { useClient } from '../sync/hooks.ts'
import { editText } from '../sync/open-texts.ts'
import type { TextEdit } from '../sync/editing.ts'
import styles from './CardText.module.css'

interface CardTextProps {
  id: string
  label: string
  /** Called when the person leaves: Enter, Esc, or focus elsewhere. */
  onDone?: () => void
  className?: string | undefined
  max?: number
  autoFocus?: boolean
}

/** The text of an entry while it is being written: other people's changes come in under the caret. */
export function CardText({
  id,
  label,
  onDone,
  className = '',
  max = CARD_TEXT_MAX,
  autoFocus = true,
}: CardTextProps) {
  const client = useClient()
  const area = useRef<HTMLTextAreaElement>(null)
  const edit = useRef<TextEdit | null>(null)
  /** The text that the area's value was typed on; differs from the entry only while an IME composes. */
  const base = useRef('')
  const composing = useRef(false)

  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    const open = editText(client.editing, id)
    edit.current = open
    base.current = open.text()
    element.value = base.current
    if (autoFocus) {
      element.focus()
      element.setSelectionRange(element.value.length, element.value.length)
    }
    const unwatch = open.watch((text, moveCaret) => {
      // A composition must not be touched; what came in is merged when it ends.
      if (composing.current) return
      const { selectionStart, selectionEnd } = element
      base.current = text
      element.value = text
      if (document.activeElement === element)
        element.setSelectionRange(moveCaret(selectionStart), moveCaret(selectionEnd))
    })
    return () => {
      unwatch()
      // Put away in the middle of a word: what stands there is taken as it is.
      if (element.value !== base.current) open.set(element.value, element.value.length)
      open.done()
      edit.current = null
    }
  }, [autoFocus, client, id])

  const flush = () => {
    const element = area.current
    const open = edit.current
    if (element === null || open === null || composing.current) return
    const typed = element.value
    const current = open.text()
    const merged = mergedText(base.current, typed, current).reduce(spliced, current)
    const caret = element.selectionEnd + (merged.length - typed.length)
    base.current = merged
    open.set(merged, caret)
    if (merged !== typed) {
      element.value = merged
      element.setSelectionRange(caret, caret)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault()
      event.stopPropagation()
      event.currentTarget.blur()
    }
  }
  return (
    <textarea
      ref={area}
      className={`${styles.text} ${className}`}
      dir="auto"
      aria-label={label}
      maxLength={max}
      rows={1}
      onInput={flush}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={() => {
        composing.current = false
        flush()
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        composing.current = false
        flush()
        onDone?.()
      }}
    />
  )
}
