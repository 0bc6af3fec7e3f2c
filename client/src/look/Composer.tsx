import type { ClipboardEvent, KeyboardEvent } from 'react'
import { Suspense, useRef, useState } from 'react'
import { ArrowUp } from 'lucide-react'
import { CARD_TEXT_GENTLE, CARD_TEXT_MAX } from '@plenary/shared/kinds'
import { common } from '../words/common.ts'
import styles from './Composer.module.css'
import { linesOf } from './lines.ts'
import { ManyLines } from './lines-part.ts'
import { useBegun } from './useBegun.ts'

interface ComposerProps {
  /** Name of the field, also shown while it is empty. */
  label: string
  /** Trimmed, not empty, within the limit. */
  onSubmit: (text: string) => void
  /** Every change, to keep a draft while it is being typed. */
  onText?: (text: string) => void
  /** Offered when several lines are pasted into the empty field. */
  onMany?: (lines: string[]) => void
  initial?: string
  /** Keeps what was begun under this name; for fields whose words are not drafts already. */
  keepAs?: string
  sendLabel?: string
  max?: number
  /** `note` looks like a card, `plain` like a field. */
  look?: 'note' | 'plain'
  autoFocus?: boolean
  id?: string
  /** Id of what is said about the words in it. */
  describedBy?: string
  /** Nothing can be sent now: the words stay. */
  held?: boolean
}

/** Writes one after the other: Enter saves and stays for the next, Shift+Enter is a new line, Esc leaves the words. */
export function Composer({
  label,
  onSubmit,
  onText,
  onMany,
  initial = '',
  keepAs,
  sendLabel = common.send,
  max = CARD_TEXT_MAX,
  look = 'note',
  autoFocus = false,
  id,
  describedBy,
  held = false,
}: ComposerProps) {
  const [text, setText] = useBegun(keepAs, initial)
  const [pasted, setPasted] = useState<string[] | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const fits = text.length <= max
  const ready = text.trim() !== '' && fits && !held

  const change = (next: string) => {
    setText(next)
    onText?.(next)
  }
  const keepOne = () => {
    setPasted(null)
    area.current?.focus()
  }
  const submit = () => {
    if (!ready) return
    onSubmit(text.trim())
    setText('')
    setPasted(null)
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an IME composes, Enter chooses a word.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      submit()
    } else if (event.key === 'Escape') {
      area.current?.blur()
      // Out of the field single keys act again; the question is where one stands.
      document.querySelector<HTMLElement>('main h1')?.focus()
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    if (onMany === undefined || text.trim() !== '') return
    const lines = linesOf(event.clipboardData.getData('text/plain'))
    if (lines.length >= 2) setPasted(lines)
  }
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {pasted !== null && onMany !== undefined && (
        <Suspense>
          <ManyLines
            lines={pasted}
            onMany={() => {
              onMany(pasted)
              setText('')
              onText?.('')
              keepOne()
            }}
            onOne={keepOne}
          />
        </Suspense>
      )}
      <div className={`${styles.pad} ${look === 'plain' ? styles.plain : ''}`}>
        <textarea
          ref={area}
          id={id}
          className={styles.text}
          dir="auto"
          aria-label={label}
          aria-describedby={describedBy}
          placeholder={label}
          rows={1}
          enterKeyHint="send"
          value={text}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the person just asked to write
          autoFocus={autoFocus}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button
          type="submit"
          className={styles.send}
          aria-label={sendLabel}
          aria-disabled={!ready}
          // A press on the button must not close the keyboard.
          onPointerDown={(event) => event.preventDefault()}
        >
          <ArrowUp size={22} strokeWidth={2} aria-hidden="true" />
        </button>
      </div>
      {text.length >= CARD_TEXT_GENTLE && (
        <p
          className={`${styles.count} ${fits ? '' : styles.over}`}
          role={fits ? undefined : 'alert'}
        >
          {fits ? common.characters(text.length, max) : common.tooLong(text.length - max)}
        </p>
      )}
    </form>
  )
}
