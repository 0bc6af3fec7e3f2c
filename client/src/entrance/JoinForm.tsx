import { useEffect, useId, useRef, useState } from 'react'
import { Lock } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import type { Found, Joining } from '../session/api.ts'
import { joinSession } from '../session/api.ts'
import type { Asking } from '../session/asking.ts'
import { keepAsking, keptAsking } from '../session/asking.ts'
import { entrance } from '../words/entrance.ts'
import type { KeepSeat } from './keep-seat.ts'
import { keeping } from './keep-seat.ts'
import { useFormats } from './useFormats.ts'
import { Asked } from './Asked.tsx'
import { Problem } from './Problem.tsx'
import styles from './Entrance.module.css'

const words = entrance.join

interface JoinFormProps {
  session: Found
  hostKey: string | null
  /** Keeps the seat in another way than as that of this device. */
  keep?: KeepSeat
  onJoined: (sessionId: string) => void
}

type Step =
  { is: 'name'; problem: string | null } | { is: 'busy' } | { is: 'asked'; asking: Asking }

/** Asks for a name; where the chair has to be asked, waits. */
export function JoinForm({ session, hostKey, keep, onJoined }: JoinFormProps) {
  const { sessionId } = session
  // A reload while the chair is being asked goes on waiting.
  const [before] = useState(() => (hostKey === null ? keptAsking(sessionId) : null))
  const [name, setName] = useState(before?.name ?? '')
  const [step, setStep] = useState<Step>(
    before === null ? { is: 'name', problem: null } : { is: 'asked', asking: before },
  )
  const field = useRef<HTMLInputElement>(null)
  const about = useId()
  const [formats] = useFormats()
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
        ? { name: plain, role, apart: true }
        : { key: hostKey, ...(plain === '' ? {} : { name: plain }) }
    const answer = await joinSession(sessionId, joining, keeping(keep, plain))
    switch (answer.is) {
      case 'ok':
        return onJoined(answer.sessionId)
      case 'asked':
        return askedWith({ requestId: answer.requestId, name: plain, role, back: answer.back })
      case 'problem':
        return setStep({
          is: 'name',
          problem: answer.code === 'name-taken' ? words.who(plain) : answer.message,
        })
    }
  }
  const askedWith = (asking: Asking) => {
    keepAsking(sessionId, asking)
    setStep({ is: 'asked', asking })
  }
  if (step.is === 'asked')
    return (
      <Asked
        session={session}
        asking={step.asking}
        {...(keep === undefined ? {} : { keep })}
        onJoined={(joined) => {
          keepAsking(sessionId, null)
          onJoined(joined)
        }}
        onLeave={(another) => {
          keepAsking(sessionId, null)
          setStep({ is: 'name', problem: another ? words.anotherName : null })
        }}
      />
    )
  const asks = session.locked && hostKey === null
  const problem = step.is === 'name' ? step.problem : null
  // Only named: whoever comes in needs nothing of it, so nothing waits for it.
  const format =
    formats.is === 'here' ? formats.formats.find((one) => one.id === session.formatId) : undefined
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
        {hostKey === null ? words.joining : words.leading} <b dir="auto">{session.title}</b>
        {words.asWhat(format?.title ?? '', session.facilitator)}
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
          dir="auto"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <span className={styles.hint}>{words.nameHintHidden}</span>
      </label>
      <Problem id={about}>{problem}</Problem>
      {session.here > 0 && <p className={styles.muted}>{words.here(session.here)}</p>}
      {asks && (
        <p className={styles.asked}>
          <Lock size={18} strokeWidth={1.75} aria-hidden="true" />
          {words.locked(session.facilitator)}
        </p>
      )}
      <div className={styles.actions}>
        <Button kind="primary" large type="submit" busy={step.is === 'busy'}>
          {hostKey !== null ? words.lead : asks ? words.ask : words.join}
        </Button>
        {hostKey === null && (
          <>
            <Button kind="quiet" large onClick={() => void join('observer')}>
              {asks ? words.askWatch : words.watch}
            </Button>
            <p className={`${styles.hint} ${styles.centre}`}>{words.watchHint}</p>
          </>
        )}
      </div>
    </form>
  )
}
