import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../look/Button.tsx'
import type { Found, Joining } from '../session/api.ts'
import { joinSession } from '../session/api.ts'
import { entrance } from '../words/entrance.ts'
import { Asked } from './Asked.tsx'
import { Problem } from './Problem.tsx'
import styles from './Entrance.module.css'

const words = entrance.join

export interface JoinFormProps {
  session: Found
  hostKey: string | null
  onJoined: (sessionId: string) => void
}

type Step =
  | { is: 'name'; problem: string | null }
  | { is: 'busy' }
  | { is: 'asked'; requestId: string; role: 'participant' | 'observer' }

/** Asks for a name; where the chair has to be asked, waits. */
export function JoinForm({ session, hostKey, onJoined }: JoinFormProps) {
  const [name, setName] = useState('')
  const [step, setStep] = useState<Step>({ is: 'name', problem: null })
  const field = useRef<HTMLInputElement>(null)
  const about = useId()
  const naming = step.is === 'name'
  useEffect(() => {
    if (naming) field.current?.focus()
  }, [naming])

  const join = async (role: 'participant' | 'observer') => {
    const plain = name.trim()
    if (plain === '' && hostKey === null) {
      setStep({ is: 'name', problem: words.nameEmpty })
      return
    }
    setStep({ is: 'busy' })
    const joining: Joining =
      hostKey === null
        ? { name: plain, role }
        : { key: hostKey, ...(plain === '' ? {} : { name: plain }) }
    const answer = await joinSession(session.sessionId, joining)
    switch (answer.is) {
      case 'ok':
        return onJoined(answer.sessionId)
      case 'asked':
        return setStep({ is: 'asked', requestId: answer.requestId, role })
      case 'problem':
        return setStep({ is: 'name', problem: answer.message })
    }
  }
  if (step.is === 'asked')
    return (
      <Asked
        session={session}
        name={name.trim()}
        role={step.role}
        requestId={step.requestId}
        onJoined={onJoined}
        onLeave={() => setStep({ is: 'name', problem: null })}
      />
    )
  const problem = step.is === 'name' ? step.problem : null
  return (
    <form
      className={styles.join}
      style={{ paddingTop: 0 }}
      onSubmit={(event) => {
        event.preventDefault()
        void join('participant')
      }}
    >
      <h1 className={`voice ${styles.joinTitle}`}>
        {hostKey === null ? words.title : words.hostTitle}
      </h1>
      <p className={styles.muted}>
        {hostKey === null ? words.joining : words.leading} <b>{session.title}</b>
        {words.ledBy(session.facilitator)}
      </p>
      <label className={styles.labelled}>
        <span className="label">{words.name}</span>
        <input
          ref={field}
          className={`field ${styles.large} ${problem === null ? '' : styles.wrong}`}
          autoComplete="name"
          maxLength={80}
          aria-describedby={about}
          aria-invalid={problem !== null}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <span className={styles.hint}>
          {hostKey === null ? words.nameHintHidden : words.keyHint}
        </span>
      </label>
      <Problem id={about}>{problem}</Problem>
      {session.here > 0 && <p className={styles.muted}>{words.here(session.here)}</p>}
      {session.locked && hostKey === null && (
        <p className={styles.muted}>{words.locked(session.facilitator)}</p>
      )}
      <div className={styles.actions}>
        <Button kind="primary" large type="submit" busy={step.is === 'busy'}>
          {hostKey === null ? words.join : words.lead}
        </Button>
        {hostKey === null && (
          <>
            <Button kind="quiet" large onClick={() => void join('observer')}>
              {words.watch}
            </Button>
            <p className={`${styles.hint} ${styles.centre}`}>{words.watchHint}</p>
          </>
        )}
      </div>
    </form>
  )
}
