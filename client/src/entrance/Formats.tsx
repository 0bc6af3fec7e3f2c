import { useEffect, useState } from 'react'
import { Clock, EyeOff, UserRound } from 'lucide-react'
import type { Format } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { listFormats } from '../session/api.ts'
import { entrance } from '../words/entrance.ts'
import { FormatPicture } from './FormatPicture.tsx'
import styles from './Entrance.module.css'

const words = entrance.home

type Loading = { is: 'loading' } | { is: 'failed' } | { is: 'here'; formats: readonly Format[] }

/** Every format of this server; choosing one begins a session. */
export function Formats({ onChoose }: { onChoose: (format: Format) => void }) {
  const [tries, setTries] = useState(0)
  return <Loaded key={tries} onChoose={onChoose} onAgain={() => setTries(tries + 1)} />
}

interface LoadedProps {
  onChoose: (format: Format) => void
  onAgain: () => void
}

function Loaded({ onChoose, onAgain }: LoadedProps) {
  const [loading, setLoading] = useState<Loading>({ is: 'loading' })
  useEffect(() => {
    let wanted = true
    void listFormats().then((answer) => {
      if (!wanted) return
      setLoading(answer.is === 'ok' ? { is: 'here', formats: answer.formats } : { is: 'failed' })
    })
    return () => {
      wanted = false
    }
  }, [])
  return (
    <section>
      <h2 className={styles.heading}>{words.formats}</h2>
      {loading.is === 'loading' && <output className={styles.hint}>{words.loading}</output>}
      {loading.is === 'failed' && (
        <div className={styles.panel} role="alert">
          <p>{words.formatsFailed}</p>
          <Button onClick={onAgain}>{words.again}</Button>
        </div>
      )}
      {loading.is === 'here' && (
        <ul className={styles.formats}>
          {loading.formats.map((format) => (
            <li key={format.id}>
              <FormatCard format={format} onChoose={() => onChoose(format)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function FormatCard({ format, onChoose }: { format: Format; onChoose: () => void }) {
  const minutes = format.phases.reduce((sum, phase) => sum + phase.minutes, format.spare)
  const Names = format.anonymous ? EyeOff : UserRound
  return (
    <button type="button" className={styles.format} aria-haspopup="dialog" onClick={onChoose}>
      <span className={styles.picture}>
        <FormatPicture format={format} />
      </span>
      <span className={styles.about}>
        <span className={styles.name}>{format.title}</span>
        <span className={styles.muted}>{format.about}</span>
        <span className={styles.facts}>
          <span>
            <Clock size={14} strokeWidth={1.75} aria-hidden="true" />
            {words.minutes(minutes)}
          </span>
          <span>
            <Names size={14} strokeWidth={1.75} aria-hidden="true" />
            {format.anonymous ? words.nameless : words.named}
          </span>
        </span>
      </span>
    </button>
  )
}
