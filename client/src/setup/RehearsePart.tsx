import { useState } from 'react'
import { ExternalLink } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { keptSession } from '../session/keepsake.ts'
import { makeTestSeat } from '../session/test-seat.ts'
import { useView } from '../sync/hooks.ts'
import { setUp as words } from '../words/set-up.ts'
import { SetUpPart } from './SetUpPart.tsx'
import styles from './SetUp.module.css'

/** Looks at the session as somebody who takes part. */
export function RehearsePart() {
  const { sessionId } = useView()
  const [problem, setProblem] = useState<string | null>(null)
  const openSeat = async () => {
    setProblem(null)
    const made = await makeTestSeat(sessionId, keptSession(sessionId)?.token ?? '')
    if (made.is === 'problem') return setProblem(made.message)
    // Without an opener the window has a storage of its own, and so a seat of its own.
    window.open(made.path, '_blank', 'noopener')
  }
  return (
    <SetUpPart title={words.rehearse}>
      <p className={styles.hint}>{words.rehearseBody}</p>
      <Button className={styles.start ?? ''} onClick={() => void openSeat()}>
        <ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />
        {words.openAs}
      </Button>
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
    </SetUpPart>
  )
}
