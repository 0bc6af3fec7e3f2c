import { useState } from 'react'
import { X } from 'lucide-react'
import { Link } from 'wouter'
import { Button } from '../look/Button.tsx'
import { forgetSession, keptSessions } from '../session/keepsake.ts'
import { entrance } from '../words/entrance.ts'
import styles from './Entrance.module.css'

const words = entrance.home
const SHOWN = 8

/** Sessions this device has a seat in. */
export function Recent() {
  const [kept, setKept] = useState(keptSessions)
  return (
    <section>
      <h2 className={styles.heading}>{words.recent}</h2>
      {kept.length === 0 ? (
        <p className={styles.hint}>{words.recentNone}</p>
      ) : (
        <ul className={`${styles.panel} ${styles.recent}`}>
          {kept.slice(0, SHOWN).map(({ sessionId, title }) => (
            <li key={sessionId} className={styles.session}>
              <span className={styles.sessionName}>{title ?? words.untitled}</span>
              <Link className="button button-line" href={`/s/${sessionId}`}>
                {words.open}
              </Link>
              <Button
                kind="quiet"
                icon
                aria-label={words.forget(title ?? words.untitled)}
                onClick={() => {
                  forgetSession(sessionId)
                  setKept(keptSessions())
                }}
              >
                <X size={17} strokeWidth={1.75} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
