import type { HTMLInputTypeAttribute, KeyboardEvent } from 'react'
import { useId } from 'react'
import { CircleAlert } from 'lucide-react'
import { useSaved } from '../look/useSaved.ts'
import type { Saved } from './saving.ts'
import styles from './SetUp.module.css'

interface SavedFieldProps {
  label: string
  hint?: string | undefined
  /** The label is in the line already, and read out only. */
  quiet?: boolean
  value: string
  type?: HTMLInputTypeAttribute
  lines?: number
  max?: number
  className?: string | undefined
  /** Asks for the change; a sentence stands beside the field, and nothing typed is lost. */
  onSave: (text: string) => Saved
}

/** A field that is saved when it is left, or by Enter. */
export function SavedField(props: SavedFieldProps) {
  const {
    label,
    hint,
    quiet = false,
    value,
    type = 'text',
    lines,
    max,
    className = '',
    onSave,
  } = props
  const id = useId()
  const about = useId()
  const { text, problem, type: change, leave } = useSaved(value, onSave)
  const field = {
    id,
    className: `field ${problem === null ? '' : styles.wrong}`,
    value: text,
    maxLength: max,
    'aria-invalid': problem !== null,
    'aria-describedby': about,
    onBlur: leave,
  }
  return (
    <div className={`${styles.labelled} ${className}`}>
      <label htmlFor={id} className={quiet ? 'unseen' : 'label'}>
        {label}
      </label>
      {lines === undefined ? (
        <input
          {...field}
          type={type}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter') leave()
          }}
        />
      ) : (
        <textarea {...field} rows={lines} onChange={(event) => change(event.target.value)} />
      )}
      <div id={about}>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        <div role="alert">
          {problem !== null && (
            <p className={styles.problem}>
              <CircleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
              {problem}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
