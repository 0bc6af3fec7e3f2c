import { useState } from 'react'
import { useLocation } from 'wouter'
import { soloMinutes } from '@plenary/shared/fit'
import type { Format } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { askOf, makeSession } from '../session/api.ts'
import { entrance } from '../words/entrance.ts'
import { solo } from '../words/solo.ts'
import { Problem } from './Problem.tsx'
import { TitleAndName } from './TitleAndName.tsx'
import styles from './Entrance.module.css'

const words = entrance.make

/** Asks what a session needs to begin: what it is about, and who leads. */
export function MakeSession({ format, onClose }: { format: Format; onClose: () => void }) {
  const [, navigate] = useLocation()
  const [title, setTitle] = useState('')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const minutes = soloMinutes(format.phases).reduce((sum, one) => sum + one, 0)
  const make = async (how: 'now' | 'ahead' | 'solo') => {
    if (title.trim() === '' || name.trim() === '') return setProblem(words.empty)
    setBusy(true)
    const made = await makeSession({
      title: title.trim(),
      formatId: format.id,
      name: name.trim(),
      ...(how === 'ahead' ? { setup: {} } : {}),
    })
    // Where that does not come through, the lobby offers it again.
    if (made.is === 'ok' && how === 'solo') await askOf(made, { type: 'session.solo' })
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
          void make('now')
        }}
      >
        <TitleAndName
          title={title}
          name={name}
          onTitle={setTitle}
          onName={setName}
          labels={{ title: words.sessionTitle, name: words.name }}
          hints={{ title: words.sessionHint, name: words.nameHint }}
        />
        <Problem>{problem}</Problem>
        <Button kind="primary" large type="submit" busy={busy}>
          {words.make}
        </Button>
        <Button large onClick={() => void make('ahead')}>
          {words.setUp}
        </Button>
        <p className={styles.hint}>{words.setUpHint}</p>
        <Button large onClick={() => void make('solo')}>
          {solo.run}
        </Button>
        <p className={styles.hint}>{solo.hint(minutes)}</p>
      </form>
    </Sheet>
  )
}
