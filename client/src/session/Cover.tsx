import { useEffect, useRef, useState } from 'react'
import { EyeOff, UserPlus } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { NewPerson } from '../entrance/NewPerson.tsx'
import { seat as words } from '../words/seat.ts'
import type { Passed } from './passed.ts'
import styles from './Cover.module.css'

interface CoverProps {
  sessionId: string
  people: readonly Passed[]
  /** Id of whoever gave the device away; null after the page was loaded anew. */
  given: string | null
  onShow: (participantId: string) => void
  onJoined: (person: Passed) => void
}

/** Between two people who share a device: nobody's words are on it, and only a press brings somebody's back. */
export function Cover({ sessionId, people, given, onShow, onJoined }: CoverProps) {
  const [adding, setAdding] = useState(people.length < 2)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const at = people.findIndex(({ participantId }) => participantId === given)
  // Round the table: whoever comes after the one who gave it away.
  const next = given === null || people.length < 2 ? undefined : people[(at + 1) % people.length]
  return (
    <main className={styles.cover}>
      <EyeOff size={44} strokeWidth={1.5} aria-hidden="true" />
      <h1 ref={title} tabIndex={-1} className={`voice ${styles.title}`}>
        {adding ? words.coverNew : next === undefined ? words.coverWho : words.coverFor(next.name)}
      </h1>
      <p className={styles.body}>{words.coverBody}</p>
      {adding ? (
        <NewPerson
          sessionId={sessionId}
          onJoined={onJoined}
          {...(people.length > 0 ? { onBack: () => setAdding(false) } : {})}
        />
      ) : (
        <div className={styles.ways}>
          {next !== undefined && (
            <Button kind="primary" large onClick={() => onShow(next.participantId)}>
              {words.iAm(next.name)}
            </Button>
          )}
          {people
            .filter((one) => one !== next)
            .map(({ participantId, name }) => (
              <Button key={participantId} large onClick={() => onShow(participantId)}>
                {words.iAm(name)}
              </Button>
            ))}
          <Button kind="quiet" large onClick={() => setAdding(true)}>
            <UserPlus size={18} strokeWidth={1.75} aria-hidden="true" />
            {words.somebodyNew}
          </Button>
        </div>
      )}
    </main>
  )
}
