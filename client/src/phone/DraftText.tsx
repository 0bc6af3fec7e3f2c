import { useEffect, useRef, useState } from 'react'
import { CARD_TEXT_MAX } from '@plenary/shared/kinds'
import { writing as words } from '../words/writing.ts'
import editor from './Editor.module.css'

export interface DraftTextProps {
  text: string
  onText: (text: string) => void
  onDone: (text: string) => void
}

/** A draft has one writer, so its words are this field's own while it is open. */
export default function DraftText({ text, onText, onDone }: DraftTextProps) {
  const [typed, setTyped] = useState(text)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = area.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  return (
    <textarea
      ref={area}
      className={editor.text}
      dir="auto"
      aria-label={words.editing}
      value={typed}
      maxLength={CARD_TEXT_MAX}
      rows={1}
      onChange={(event) => {
        setTyped(event.target.value)
        if (event.target.value.trim() !== '') onText(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
          event.preventDefault()
          event.currentTarget.blur()
        }
      }}
      onBlur={() => onDone(typed)}
    />
  )
}
