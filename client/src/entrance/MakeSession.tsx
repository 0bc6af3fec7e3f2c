import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Format } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { makeSession } from '../session/api.ts'
import { entrance } from '../words/entrance.ts'
import { Problem } from './Problem.tsx'
import styles from './Entrance.module.css'

const words = entrance.make

/** Asks what a session needs to begin: what it is about, and who leads. */
export function MakeSession({ format, onClose }: { format: Format; onClose: () => void }) {
  const [, navigate] = useLocation()
  const [title, setTitle] = useState('')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (ahead: boolean) => {
    if (title.trim() === '' || name.trim() === '') return setProblem(words.empty)
    setBusy(true)
    const made = await makeSession({
      title: title.trim(),
      formatId: format.id,
      name: name.trim(),
      ...(ahead ? { setup: {} } : {}),
    })
    setBusy(false)
    if (made.is === 'ok') navigate(`/s/${made.sessionId}`)
    else setProblem(made.message)
  }
  return (
    <Sheet title={words.title(format.title)} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void make(false)
        }}
      >
        <label className={styles.labelled}>
          <span className="label">{words.sessionTitle}</span>
          <input
            className="field"
            dir="auto"
            value={title}
            maxLength={80}
            placeholder={words.sessionHint}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className={styles.labelled}>
          <span className="label">{words.name}</span>
          <input
            className="field"
            autoComplete="name"
            dir="auto"
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
          <span className={styles.hint}>{words.nameHint}</span>
        </label>
        <Problem>{problem}</Problem>
        <Button kind="primary" large type="submit" busy={busy}>
          {words.make}
        </Button>
        <Button large onClick={() => void make(true)}>
          {words.setUp}
        </Button>
        <p className={styles.hint}>{words.setUpHint}</p>
      </form>
    </Sheet>
  )
}
