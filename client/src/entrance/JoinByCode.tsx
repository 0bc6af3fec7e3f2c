import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../look/Button.tsx'
import { lookUp } from '../session/api.ts'
import { entrance } from '../words/entrance.ts'
import { Problem } from './Problem.tsx'
import { readInvitation, typedCode } from './code.ts'
import styles from './Entrance.module.css'

const words = entrance.home

/** Nine digits, or a pasted link. */
export function JoinByCode() {
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const about = useId()
  const field = useId()
  const join = async () => {
    const invitation = readInvitation(text)
    if (invitation.is === 'link') return navigate(invitation.to)
    if (invitation.is === 'none') return setProblem(words.codeShort)
    setBusy(true)
    const found = await lookUp(invitation.code)
    setBusy(false)
    if (found.is === 'ok') navigate(`/join#${invitation.code}`)
    else setProblem(found.code === 'no-such-session' ? entrance.join.noCode : found.message)
  }
  return (
    <form
      className={`${styles.panel} ${styles.byCode}`}
      onSubmit={(event) => {
        event.preventDefault()
        void join()
      }}
    >
      <div className={styles.labelled}>
        <label htmlFor={field}>
          <b>{words.joinTitle}</b>
          <span className={styles.hint}>{words.codeHint}</span>
        </label>
        <span className={styles.joinRow}>
          <input
            id={field}
            className={`field figures ${styles.code} ${problem === null ? '' : styles.wrong}`}
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={about}
            aria-invalid={problem !== null}
            value={text}
            onChange={(event) => {
              setText(typedCode(event.target.value))
              setProblem(null)
            }}
          />
          <Button kind="strong" large type="submit" busy={busy}>
            {words.join}
          </Button>
        </span>
      </div>
      <Problem id={about}>{problem}</Problem>
    </form>
  )
}
