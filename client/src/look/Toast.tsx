import { Suspense } from 'react'
import { useNotices } from '../sync/hooks.ts'
import { OneNotice } from './notice-part.ts'
import styles from './Toast.module.css'

interface ToastProps {
  /** Stands at the bottom of the box around it instead of the window. */
  inside?: boolean
}

/** What the session has to tell this person, one at a time; the newest stands on top. */
export function Toast({ inside = false }: ToastProps) {
  const notices = useNotices()
  const newest = notices.at(-1)
  return (
    <output className={`${styles.region} ${inside ? styles.inside : ''}`}>
      {newest !== undefined && (
        <Suspense fallback={newest.message}>
          <OneNotice key={newest.id} notice={newest} />
        </Suspense>
      )}
    </output>
  )
}
