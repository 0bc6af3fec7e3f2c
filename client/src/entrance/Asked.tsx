import { useEffect, useRef, useState } from 'react'
import { Button } from '../look/Button.tsx'
import type { Found } from '../session/api.ts'
import { joinSession } from '../session/api.ts'
import { entrance } from '../words/entrance.ts'
import styles from './Entrance.module.css'

const words = entrance.join
/** How often the same request is asked again. Milliseconds. */
const EVERY = 2_000

export interface AskedProps {
  session: Found
  name: string
  role: 'participant' | 'observer'
  requestId: string
  onJoined: (sessionId: string) => void
  onLeave: () => void
}

/** The chair has been asked; the same request again and again until it is answered. */
export function Asked({ session, name, role, requestId, onJoined, onLeave }: AskedProps) {
  const [refused, setRefused] = useState<string | null>(null)
  const joined = useRef(onJoined)
  useEffect(() => {
    joined.current = onJoined
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    const ask = async () => {
      const answer = await joinSession(session.sessionId, { name, role, requestId })
      if (!wanted) return
      if (answer.is === 'ok') joined.current(answer.sessionId)
      else if (answer.is === 'problem' && !isPassing(answer.code))
        setRefused(answer.code === 'door-refused' ? words.refused : answer.message)
      else timer = setTimeout(() => void ask(), EVERY)
    }
    timer = setTimeout(() => void ask(), EVERY)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [session.sessionId, name, role, requestId])
  if (refused !== null)
    return (
      <>
        <h1 className={`voice ${styles.title}`} role="alert">
          {refused}
        </h1>
        <Button large onClick={onLeave}>
          {words.askAgain}
        </Button>
      </>
    )
  const away = !session.locked
  return (
    <>
      <h1 className={`voice ${styles.title}`}>
        {away ? words.back(name) : words.asked(session.facilitator)}
      </h1>
      <output className={styles.muted}>
        {away ? `${words.backBody(session.facilitator)} ${words.askedBody}` : words.askedBody}
      </output>
      <Button large onClick={onLeave}>
        {away ? words.otherName : entrance.join.otherName}
      </Button>
    </>
  )
}

/** Not an answer of the chair: the next try may succeed. */
function isPassing(code: string): boolean {
  return code === 'offline' || code === 'too-fast' || code === 'later' || code === 'unreadable'
}
