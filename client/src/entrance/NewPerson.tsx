import { useEffect, useState } from 'react'
import { Button } from '../look/Button.tsx'
import type { Found } from '../session/api.ts'
import { lookUp } from '../session/api.ts'
import type { Passed } from '../session/passed.ts'
import { seat as words } from '../words/seat.ts'
import { JoinForm } from './JoinForm.tsx'
import styles from './Entrance.module.css'

interface NewPersonProps {
  sessionId: string
  onJoined: (person: Passed) => void
  /** Missing where there is nobody to go back to. */
  onBack?: () => void
}

/** One more person on this device: the same door as everybody's, and the seat is kept beside the others. */
export function NewPerson({ sessionId, onJoined, onBack }: NewPersonProps) {
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void lookUp(sessionId).then((answer) => {
      if (!wanted) return
      if (answer.is === 'ok') setFound(answer)
      else setProblem(answer.message)
    })
    return () => {
      wanted = false
    }
  }, [sessionId])
  return (
    <div className={styles.person}>
      {found !== null && (
        <JoinForm
          session={found}
          hostKey={null}
          keep={({ participantId, token }, name) => onJoined({ participantId, token, name })}
          onJoined={() => {}}
        />
      )}
      {problem !== null && <p role="alert">{problem}</p>}
      {onBack !== undefined && (
        <Button kind="quiet" large onClick={onBack}>
          {words.back}
        </Button>
      )}
    </div>
  )
}
