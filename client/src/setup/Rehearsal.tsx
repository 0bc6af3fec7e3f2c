import { useState } from 'react'
import { Button } from '../look/Button.tsx'
import { peopleIn } from '../look/room.ts'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { setUp as words } from '../words/set-up.ts'
import styles from './SetUp.module.css'

/** While test seats are in the session: says so, and ends it without a trace. */
export default function Rehearsal() {
  const client = useClient()
  const view = useView()
  const [asks, setAsks] = useState(false)
  const seats = peopleIn(view).filter((person) => person.test === true).length
  if (seats === 0 || view.you.role !== 'facilitator') return null
  return (
    <section className={styles.rehearsal} aria-label={words.rehearsal}>
      <p>{words.rehearsing(seats)}</p>
      <Button onClick={() => setAsks(true)}>{words.clear}</Button>
      {asks && (
        <Sheet title={words.clearTitle} onClose={() => setAsks(false)}>
          <p>{words.clearBody}</p>
          <Button
            kind="primary"
            large
            onClick={() => {
              setAsks(false)
              void client.ask({ type: 'session.clear' })
            }}
          >
            {words.clear}
          </Button>
          <Button large onClick={() => setAsks(false)}>
            {words.keep}
          </Button>
        </Sheet>
      )}
    </section>
  )
}
