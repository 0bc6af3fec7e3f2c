import { useState } from 'react'
import { Button } from '../look/Button.tsx'
import type { Found } from '../session/api.ts'
import { joinSession } from '../session/api.ts'
import { entrance } from '../words/entrance.ts'
import { Problem } from './Problem.tsx'
import styles from './Entrance.module.css'

const words = entrance.device

interface DeviceDoorProps {
  session: Found
  /** The secret of the device link; spent by the press, not by looking at the page. */
  deviceKey: string
  onJoined: (sessionId: string) => void
}

/** The other end of "Use another device": one press, and the same person is here too. */
export function DeviceDoor({ session, deviceKey, onJoined }: DeviceDoorProps) {
  const test = location.search === '?test'
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const comeIn = async () => {
    setBusy(true)
    const answer = await joinSession(session.sessionId, { key: deviceKey })
    setBusy(false)
    if (answer.is === 'ok') onJoined(answer.sessionId)
    else setProblem(answer.is === 'problem' ? answer.message : words.failed)
  }
  return (
    <>
      <h1 className={`voice ${styles.joinTitle}`}>{test ? words.testTitle : words.title}</h1>
      <p className={styles.muted}>
        {test ? words.testBody : words.body} <b dir="auto">{session.title}</b>
        {entrance.join.ledBy(session.facilitator)}
      </p>
      <p className={styles.muted}>{test ? words.testAlone : words.both}</p>
      <Problem>{problem}</Problem>
      <div className={styles.actions}>
        <Button kind="primary" large busy={busy} onClick={() => void comeIn()}>
          {words.comeIn}
        </Button>
      </div>
    </>
  )
}
