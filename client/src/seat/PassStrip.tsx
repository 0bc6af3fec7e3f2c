import { useState } from 'react'
import { ArrowRightLeft } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { useThisSeat } from '../session/this-seat.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { seat as words } from '../words/seat.ts'
import { whenSaved } from './when-saved.ts'
import styles from './Seat.module.css'

/** On a device that several people share: whose screen this is, and the press that hides it. */
export default function PassStrip() {
  const client = useClient()
  const { you } = useView()
  const { pass } = useThisSeat()
  const [busy, setBusy] = useState(false)
  return (
    <section className={styles.strip} aria-label={words.thisIs(you.name)}>
      <span className={styles.who}>{words.thisIs(you.name)}</span>
      <Button
        kind="strong"
        busy={busy}
        onClick={() => {
          setBusy(true)
          void whenSaved(client).then(() => pass(you.name))
        }}
      >
        <ArrowRightLeft size={17} strokeWidth={1.75} aria-hidden="true" />
        {words.passNow}
      </Button>
    </section>
  )
}
