import type { ReactNode } from 'react'
import styles from './Menu.module.css'

/** A titled part of the menu. */
export function MenuPart({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      {title !== undefined && <h3 className={styles.heading}>{title}</h3>}
      {children}
    </section>
  )
}
