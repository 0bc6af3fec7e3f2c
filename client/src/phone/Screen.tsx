import type { ReactNode } from 'react'
import { useView } from '../sync/hooks.ts'
import { LateDrafts } from './LateDrafts.tsx'
import styles from './Screen.module.css'

/** The activity, and what the thumb needs under it. */
export function Screen({ children, bar }: { children: ReactNode; bar?: ReactNode }) {
  const { facts, phase } = useView()
  const late = facts.status === 'running' && phase?.opens.includes('drafts') === false
  return (
    <>
      <main className={styles.main}>
        {late && <LateDrafts />}
        {children}
      </main>
      {bar !== undefined && bar !== null && <div className={styles.bar}>{bar}</div>}
    </>
  )
}
