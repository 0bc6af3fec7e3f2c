import { useEffect, useRef, useState } from 'react'
import { CircleAlert, DoorOpen } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import type { Found } from '../session/api.ts'
import { joinSession, stopAsking } from '../session/api.ts'
import type { Asking } from '../session/asking.ts'
import type { KeepSeat } from './keep-seat.ts'
import { keeping } from './keep-seat.ts'
import { entrance } from '../words/entrance.ts'
import styles from './Entrance.module.css'

const words = entrance.join
/** How often the same request is asked again. Milliseconds. */
const EVERY = 2_000

interface AskedProps {
  session: Found
  asking: Asking
  keep?: KeepSeat
  onJoined: (sessionId: string) => void
  /** Back to the name: taken back, refused or forgotten. `another`: under another name. */
  onLeave: (another: boolean) => void
}

type Waiting = { is: 'waiting'; reached: boolean } | { is: 'over'; title: string; body: string }

/** The chair has been asked; the same request again and again until it is answered. */
export function Asked({ session, asking, keep, onJoined, onLeave }: AskedProps) {
  const [waiting, setWaiting] = useState<Waiting>({ is: 'waiting', reached: true })
  const { requestId, name, role, back } = asking
  const joined = useRef(onJoined)
  const kept = useRef(keep)
  useEffect(() => {
    joined.current = onJoined
    kept.current = keep
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    const ask = async () => {
      const answer = await joinSession(
        session.sessionId,
        { name, role, requestId },
        keeping(kept.current, name),
      )
      if (!wanted) return
      if (answer.is === 'ok') return joined.current(answer.sessionId)
      if (answer.is === 'problem' && !isPassing(answer.code))
        return setWaiting({ is: 'over', ...ending(answer.code, answer.message, session) })
      setWaiting({ is: 'waiting', reached: answer.is === 'asked' })
      timer = setTimeout(() => void ask(), EVERY)
    }
    void ask()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [session, name, role, requestId])
  const takeBack = (another: boolean) => {
    void stopAsking(session.sessionId, requestId)
    onLeave(another)
  }
  if (waiting.is === 'over')
    return (
      <>
        <h1 key="over" ref={focusOnce} tabIndex={-1} className={`voice ${styles.title}`}>
          {waiting.title}
        </h1>
        <p className={styles.muted}>{waiting.body}</p>
        <Button kind="primary" large onClick={() => onLeave(false)}>
          {words.askAgain}
        </Button>
      </>
    )
  return (
    <>
      <h1 ref={focusOnce} tabIndex={-1} className={`voice ${styles.title}`}>
        {back ? words.back(name) : words.asked(session.facilitator)}
      </h1>
      <output className={styles.asked}>
        {waiting.reached ? (
          <DoorOpen size={18} strokeWidth={1.75} aria-hidden="true" />
        ) : (
          <CircleAlert size={18} strokeWidth={1.75} aria-hidden="true" />
        )}
        <span>
          {!waiting.reached
            ? words.askedOffline
            : back
              ? words.backBody(session.facilitator)
              : words.askedBody}
        </span>
      </output>
      <p className={styles.muted}>
        {words.askedAs} <b dir="auto">{name}</b>
      </p>
      <div className={styles.actions}>
        {back && (
          <Button large onClick={() => takeBack(true)}>
            {words.somebodyElse}
          </Button>
        )}
        <Button kind="quiet" large onClick={() => takeBack(false)}>
          {words.stopAsking}
        </Button>
      </div>
    </>
  )
}

/** The control that had the focus is gone: the new heading takes it, and is read. */
function focusOnce(heading: HTMLHeadingElement | null): void {
  heading?.focus()
}

/** Not an answer of the chair: the next try may succeed. */
function isPassing(code: string): boolean {
  return ['offline', 'too-fast', 'too-many-codes', 'later', 'unreadable'].includes(code)
}

function ending(code: string, message: string, { facilitator }: Found) {
  if (code === 'door-refused')
    return { title: words.refused(facilitator), body: words.refusedBody(facilitator) }
  if (code === 'no-such-request') return { title: words.forgotten, body: words.forgottenBody }
  if (code === 'not-open') return { title: words.closed, body: words.closedBody }
  return { title: words.notIn, body: message }
}
