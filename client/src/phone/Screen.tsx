import type { ReactNode } from 'react'
import { Toast } from '../look/Toast.tsx'
import { phoneFrame } from '../words/phone-frame.ts'
import styles from './Screen.module.css'

/** The activity, and what the thumb needs under it. */
export function Screen({ children, bar }: { children?: ReactNode; bar?: ReactNode }) {
  return (
    <>
      <div className={styles.stage}>
        <main className={styles.main}>{children}</main>
        <Toast inside />
      </div>
      {bar !== undefined && bar !== null && (
        <section className={styles.bar} aria-label={phoneFrame.bar}>
          {bar}
        </section>
      )}
    </>
  )
}
