import type { ReactNode } from 'react'
import styles from './Document.module.css'

/** A part of the document under its heading, which the outline leads to. */
export function DocumentPart({
  id,
  title,
  children,
}: {
  id: string
  title: string
  children: ReactNode
}) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  )
}
