import { Check } from 'lucide-react'
import type { Someone } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import styles from './Avatar.module.css'
import { initialsOf } from './room.ts'

interface AvatarProps {
  person: Someone
  /** Shows the tick of "I'm done". */
  done?: boolean
  /** px */
  size?: number
}

export function Avatar({ person, done = false, size = 30 }: AvatarProps) {
  return (
    <span
      className={styles.avatar}
      title={person.name}
      style={{
        width: size,
        height: size,
        boxShadow: `inset 0 0 0 2px var(--p-${person.colour})`,
      }}
    >
      <span className="unseen">{done ? common.nameDone(person.name) : person.name}</span>
      <span aria-hidden="true">{initialsOf(person.name)}</span>
      {done && (
        <span className={styles.done}>
          <Check size={10} strokeWidth={3.5} aria-hidden="true" />
        </span>
      )}
    </span>
  )
}
