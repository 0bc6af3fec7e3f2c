import { useId } from 'react'
import { useAsked } from '../look/useAsked.ts'
import styles from './Switch.module.css'

interface SwitchProps {
  label: string
  hint?: string | undefined
  on: boolean
  /** It cannot be changed; the hint says why. */
  disabled?: boolean
  /** May resolve with its answer; until then it shows what was asked for. */
  onChange: (on: boolean) => unknown
}

/** Something that is on or off for everyone. */
export function Switch({ label, hint, on, disabled = false, onChange }: SwitchProps) {
  const name = useId()
  const more = useId()
  const [shown, ask] = useAsked(on, onChange)
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <span id={name}>{label}</span>
        {hint !== undefined && (
          <span id={more} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
      <button
        type="button"
        role="switch"
        aria-checked={shown}
        aria-labelledby={name}
        aria-describedby={hint === undefined ? undefined : more}
        aria-disabled={disabled || undefined}
        className={styles.switch}
        onClick={() => {
          if (!disabled) ask(!shown)
        }}
      >
        <span className={styles.knob} />
      </button>
    </div>
  )
}
