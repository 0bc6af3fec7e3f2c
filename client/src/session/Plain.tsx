import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Mark } from '../look/Mark.tsx'
import { link as words } from '../words/link.ts'
import styles from './Shell.module.css'

interface PlainProps {
  /** A picture of what happened; it says nothing that the words do not. */
  picture: ReactNode
  title: string
  children: ReactNode
}

/** A page with one thing to say: what happened, what it means, and the ways on. */
export function Plain({ picture, title, children }: PlainProps) {
  return (
    <div className={styles.page}>
      <header>
        <Link href="/" className={styles.brand ?? ''}>
          <Mark size={28} />
          {words.product}
        </Link>
      </header>
      <main className={styles.ended}>
        <div className={styles.picture}>{picture}</div>
        <h1 className={`voice ${styles.title}`} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  )
}
