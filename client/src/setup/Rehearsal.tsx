import { useState } from 'react'
import { Button } from '../look/Button.tsx'
import { peopleIn } from '../look/room.ts'
import { Sheet } from '../look/Sheet.tsx'
import { SureButtons, useSure } from '../look/Sure.tsx'
import { useView } from '../sync/hooks.ts'
import { setUp as words } from '../words/set-up.ts'
import styles from './SetUp.module.css'

/** While test seats are in the session: says so, and ends it without a trace. */
export default function Rehearsal() {
  const view = useView()
  const [asks, setAsks] = useState(false)
  const seats = peopleIn(view).filter((person) => person.test === true).length
  if (seats === 0 || view.you.role !== 'facilitator') return null
  return (
    <section className={styles.rehearsal} aria-label={words.rehearsal}>
      <p>{words.rehearsing(seats)}</p>
      <Button onClick={() => setAsks(true)}>{words.clear}</Button>
      {asks && <ClearSheet onClose={() => setAsks(false)} />}
    </section>
  )
}

function ClearSheet({ onClose }: { onClose: () => void }) {
  const sure = useSure({ type: 'session.clear' }, onClose, onClose)
  return (
    <Sheet title={words.clearTitle} onClose={sure.no}>
      <p>{words.clearBody}</p>
      <SureButtons sure={sure} labels={{ no: words.keep, yes: words.clear }} />
    </Sheet>
  )
}
