import type { ReactNode } from 'react'
import { Component } from 'react'
import { Button } from '../look/Button.tsx'
import { link as words } from '../words/link.ts'
import styles from './Shell.module.css'

/** A fault of ours while drawing is told in words, never as an empty page. */
export class Faultless extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main className={styles.ended}>
        <h1 className={`voice ${styles.title}`}>{words.failedTitle}</h1>
        <p>{words.failedBody}</p>
        <Button kind="primary" large onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </main>
    )
  }
}
