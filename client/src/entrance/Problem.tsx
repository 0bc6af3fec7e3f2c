import { CircleAlert } from 'lucide-react'
import styles from './Entrance.module.css'

/** Why it did not work, beside the field it is about. */
export function Problem({ id, children }: { id?: string; children: string | null }) {
  return (
    <div id={id} role="alert">
      {children !== null && (
        <p className={styles.problem}>
          <CircleAlert size={18} strokeWidth={1.75} aria-hidden="true" />
          {children}
        </p>
      )}
    </div>
  )
}
