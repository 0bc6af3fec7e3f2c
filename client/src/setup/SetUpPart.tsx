import type { ReactNode } from 'react'
import { useId } from 'react'
import styles from './SetUp.module.css'

/** One group of decisions under its heading. */
export function SetUpPart({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h2 id={heading} className={styles.partTitle}>
        {title}
      </h2>
      {children}
    </section>
  )
}
