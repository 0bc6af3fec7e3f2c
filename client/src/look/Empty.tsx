import { useId, useRef, useState } from 'react'
import { Plus } from 'lucide-react'
import { common } from '../words/common.ts'
import { seldom } from '../words/seldom.ts'
import { states as words } from '../words/states.ts'
import { Button } from './Button.tsx'
import { COMPOSER } from './composer-id.ts'
import { linesOf } from './lines.ts'
import { Sheet } from './Sheet.tsx'
import { useBegun } from './useBegun.ts'
import styles from './Empty.module.css'

export interface EmptyProps {
  /** Instead of "No cards yet." */
  text?: string
  /** Adds one card for each line; absent where this person adds nothing. */
  onMany?: ((lines: string[]) => void) | undefined
}

/** No card yet: says so, and shows two ways on to whoever may write. */
export default function Empty({ text = words.empty, onMany }: EmptyProps) {
  const [pastes, setPastes] = useState(false)
  return (
    <div className={styles.empty}>
      <div className={styles.papers} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <p className={styles.words}>{text}</p>
      {onMany === undefined ? (
        <p className={styles.quiet}>{words.emptyWaits}</p>
      ) : (
        <div className={styles.ways}>
          <Button kind="primary" onClick={() => document.getElementById(COMPOSER)?.focus()}>
            <Plus size={17} strokeWidth={2} aria-hidden="true" />
            {words.write}
          </Button>
          <Button kind="quiet" aria-haspopup="dialog" onClick={() => setPastes(true)}>
            {words.paste}
          </Button>
        </div>
      )}
      {pastes && onMany !== undefined && (
        <PasteList onMany={onMany} onClose={() => setPastes(false)} />
      )}
    </div>
  )
}

interface PasteListProps {
  onMany: (lines: string[]) => void
  onClose: () => void
}

/** A list from elsewhere becomes one card a line. */
function PasteList({ onMany, onClose }: PasteListProps) {
  const [text, setText] = useBegun('paste')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const about = useId()
  const lines = linesOf(text)
  return (
    <Sheet title={words.paste} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (lines.length === 0) {
            setMissing(true)
            field.current?.focus()
            return
          }
          setText('')
          onMany(lines)
          onClose()
        }}
      >
        <label className={styles.form}>
          <span className="label">{words.pasteLabel}</span>
          <textarea
            ref={field}
            className={`field ${styles.list}`}
            dir="auto"
            rows={6}
            aria-describedby={about}
            aria-invalid={missing && lines.length === 0}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p id={about} className={styles.quiet}>
          {missing && lines.length === 0 ? words.pasteNone : words.pasteHint}
        </p>
        <Button kind="primary" large type="submit">
          {lines.length === 0 ? common.send : seldom.addMany(lines.length)}
        </Button>
      </form>
    </Sheet>
  )
}
