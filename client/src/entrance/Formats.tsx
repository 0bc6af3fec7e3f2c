import { Clock, EyeOff, UserRound, UsersRound } from 'lucide-react'
import type { Format } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { entrance } from '../words/entrance.ts'
import { FormatPicture } from './FormatPicture.tsx'
import type { Formats as Loading } from './useFormats.ts'
import page from './Entrance.module.css'
import styles from './Formats.module.css'

const words = entrance.home

interface FormatsProps {
  formats: Loading
  onAgain: () => void
  onChoose: (format: Format) => void
}

/** Every format of this server; choosing one begins a session. */
export function Formats({ formats, onAgain, onChoose }: FormatsProps) {
  return (
    <section aria-label={words.formats}>
      {formats.is === 'loading' && <output className={page.hint}>{words.loading}</output>}
      {formats.is === 'failed' && (
        <div className={page.panel} role="alert">
          <p>{words.formatsFailed}</p>
          <Button onClick={onAgain}>{words.again}</Button>
        </div>
      )}
      {formats.is === 'here' && (
        <ul className={styles.formats}>
          {formats.formats.map((format) => (
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
  const { title, about, anonymous, crowd } = format
  const minutes = format.phases.reduce((sum, phase) => sum + phase.minutes, format.spare)
  const Names = anonymous ? EyeOff : UserRound
  return (
    <button type="button" className={styles.format} aria-haspopup="dialog" onClick={onChoose}>
      <span className={styles.picture}>
        <FormatPicture format={format} />
      </span>
      <span className={styles.about}>
        <span className={styles.name}>{title}</span>
        <span className={page.muted}>{about}</span>
        <span className={styles.facts}>
          <span>
            <Clock size={14} strokeWidth={1.75} aria-hidden="true" />
            {words.minutes(minutes)}
          </span>
          {crowd !== undefined && (
            <span>
              <UsersRound size={14} strokeWidth={1.75} aria-hidden="true" />
              {crowd}
            </span>
          )}
          <span>
            <Names size={14} strokeWidth={1.75} aria-hidden="true" />
            {anonymous ? words.nameless : words.named}
          </span>
        </span>
      </span>
    </button>
  )
}
