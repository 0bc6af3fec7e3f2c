import { useEffect, useState } from 'react'
import { link as words } from '../words/link.ts'
import styles from './Shell.module.css'

/** Longer than this without an answer and the person is told. Milliseconds. */
const TELL_AFTER = 4_000

/** The shape of a session until it is there. `told`: somebody else says why it takes so long. */
export function Waiting({ told = false }: { told?: boolean }) {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), TELL_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className={styles.waiting}>
      <h1 className="unseen">{words.connecting}</h1>
      <div className={styles.bones} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <output className={styles.told}>{long && !told && words.stillConnecting}</output>
    </main>
  )
}
