import type { ReactNode } from 'react'
import { Component, Suspense } from 'react'
import { Button } from '../look/Button.tsx'
import { later } from '../look/later.ts'
import { link as words } from '../words/link.ts'
import styles from './Shell.module.css'

const FaultDetails = later(() => import('./FaultDetails.tsx'))

/** A fault of ours while drawing is told in words, never as an empty page. */
export class Faultless extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null }

  static getDerivedStateFromError(fault: unknown): { fault: Error } {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) }
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (fault === null) return this.props.children
    return (
      <main className={styles.ended}>
        <h1 className={`voice ${styles.title}`}>{words.failedTitle}</h1>
        <p className={styles.told}>{words.failedBody}</p>
        <div className={styles.ways}>
          <Button kind="primary" large onClick={() => location.reload()}>
            {words.reload}
          </Button>
          <Suspense>
            <FaultDetails fault={fault} />
          </Suspense>
        </div>
      </main>
    )
  }
}
